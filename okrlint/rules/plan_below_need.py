"""The pipeline key results of a quarter add up to fewer leads than its revenue plan needs.

Each target may look brave by itself. If all of them together, reached in full, bring fewer leads than the growth
of revenue asks for, the plan has missed before it begins, and it shows only when the sales cycle is over. A key
result about all leads is held against the need; else those of the channels are added up, with the channels that
have none at last quarter's leads.

When to ignore: when the rest comes from somewhere that no key result counts, and everybody knows from where.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.pipeline_measures import open_plans_of, promises_of
from okrlint.linting.rule import Context, Example, Rule
from okrlint.model.key_result import KeyResult
from okrlint.model.pipeline import Pipeline
from okrlint.model.quantity import format_number
from okrlint.source.span import Location

if TYPE_CHECKING:
    from okrlint.planning.promised import Promised
    from okrlint.planning.uplift import Uplift

_ENOUGH = Decimal("0.99")
"""Share of the need that counts as met: people round."""


def check(pipeline: Pipeline, context: Context) -> Iterator[Problem]:
    """Add up what the open plans of the quarter promise."""
    promises = promises_of(open_plans_of(context.portfolio, pipeline.quarter), context.language)
    if not promises:
        return
    from okrlint.planning.promised import promised
    from okrlint.planning.read_inputs import calculation_of

    calculation = calculation_of(pipeline)
    found = promised(promises, calculation) if calculation is not None else None
    if calculation is not None and found is not None and found.whole < _ENOUGH * found.need:
        yield _problem(pipeline, found, calculation.uplift)


def _problem(pipeline: Pipeline, found: Promised, uplift: Uplift | None) -> Problem:
    first, *others = found.key_results
    need, whole = found.need.to_integral_value(ROUND_CEILING), found.whole.to_integral_value(ROUND_FLOOR)
    sums = "it ends at" if not others else f"the {len(others) + 1} pipeline key results add up to"
    related = (Related(_place(kr), "and this one") for kr in others)
    return Problem(
        _place(first),
        f"reached in full, {sums} {whole:,} leads; the plan needs {need:,}",
        _hint(uplift),
        related=(*related, Related(pipeline.at("growth"), "the growth that needs them")),
        address=first.address,
    )


def _place(key_result: KeyResult) -> Location:
    return key_result.at("growth" if key_result.has("growth") else "target")


def _hint(uplift: Uplift | None) -> str:
    if uplift is None:
        return "aim higher, or plan with less growth of revenue"
    from okrlint.planning.uplift import percent_up

    committed, stretch = (f"{format_number(percent_up(share))}%" for share in (uplift.committed, uplift.stretch))
    return f"the need is {committed} over last quarter: promise that, or aim at {stretch}, of which 0.7 is enough"


RULE = Rule(
    id="plan-below-need",
    group="pipeline plan",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
title: Increase leads by 10% vs. 2026-Q3
growth: 10%  # <- reached in full, it ends at 2,069 leads; the plan needs 2,173
"""
        ),
    ),
    good=(
        Example(
            """
title: Increase leads by 16% vs. 2026-Q3
growth: 16%
commitment: committed
"""
        ),
    ),
)
