"""Leads and revenue of one quarter stand in one objective, though the sales cycle keeps them apart.

With a cycle of two months, the leads of July pay in September, and those of August and September in the next quarter.
The revenue of a quarter was decided by the leads of the one before. Side by side in an objective the two look
like cause and effect: the team brings every lead, the revenue does not move, and nobody knows why.

When to ignore: when most of your revenue comes from trials that pay within days, and the long cycle is that of
a few.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.pipeline_measures import is_revenue, open_plans_of
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.linting.wording.pipeline import is_pipeline
from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.model.pipeline import Pipeline
from okrlint.model.quantity import format_quantity
from okrlint.records import Record

if TYPE_CHECKING:
    from okrlint.planning.inputs import Inputs


class Options(Record):
    """When a pair is told."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"months": (0, 3)}

    months: int = 1
    """Told where the quarter's leads move the revenue of at most so many of its three months."""


def check(pipeline: Pipeline, context: Context) -> Iterator[Problem]:
    """Look for objectives of the quarter with both."""
    pairs = [
        (lead, revenue)
        for plan in open_plans_of(context.portfolio, pipeline.quarter)
        for objective in plan.counted
        for lead, revenue in _pairs(objective, context.language)
    ]
    if not pairs:
        return
    from okrlint.planning.read_inputs import read_inputs

    inputs = read_inputs(pipeline).inputs
    if inputs is not None and len(inputs.months) - inputs.lag <= context.options.months:
        for lead, revenue in pairs:
            yield _problem(pipeline, inputs, lead, revenue)


def _pairs(objective: Objective, language: str) -> Iterator[tuple[KeyResult, KeyResult]]:
    lead = next((kr for kr in objective.counted if is_pipeline(kr, language)), None)
    for other in objective.counted:
        if lead is not None and is_revenue(other, language) and not is_pipeline(other, language):
            yield lead, other


def _problem(pipeline: Pipeline, inputs: Inputs, lead: KeyResult, revenue: KeyResult) -> Problem:
    cycle = format_quantity(pipeline.sales_cycle) if pipeline.sales_cycle is not None else f"{inputs.cycle} days"
    moved = [month.name for month in inputs.months[inputs.lag :]]
    only = f"only {' and '.join(moved)} is moved" if moved else f"no month of {inputs.quarter.label} is moved"
    first, last = (inputs.months[end].shifted(inputs.lag).name for end in (0, -1))
    return Problem(
        revenue.at(),
        f"with a sales cycle of {cycle} {only} by the leads of the same quarter",
        f"its leads move {first} to {last}: set revenue against the leads of {inputs.quarter.previous().label}, "
        "in an objective of its own",
        related=(Related(lead.at(), "the leads"), Related(pipeline.at("sales_cycle"), "the sales cycle")),
        address=revenue.address,
    )


_BOTH = """
key_results:
  - id: leads
    title: Increase leads by 25% vs. 2026-Q3
    owner: ben
    metric: leads
    baseline: 1881
    growth: 25%
  - id: {name}
    title: {title}
    owner: ana
    metric: {metric}
    baseline: {baseline}
    target: {target}
  - id: cost
    title: Lower the cost per lead from $40 to $34
    owner: ben
    metric: cost-per-lead
    baseline: $40
    target: $34
"""
_MRR = {"name": "mrr", "metric": "mrr", "baseline": 100000, "target": 125000}

RULE = Rule(
    id="pipeline-lag",
    group="pipeline plan",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example(
            _BOTH.format(
                title="Raise MRR from 100,000 to 125,000  # <- with a sales cycle of 60 days only Dec 2026 is moved",
                **_MRR,
            ),
            at="objective",
        ),
    ),
    good=(
        Example(
            _BOTH.format(
                name="replies",
                title="Raise replies to our newsletter from 60 to 90",
                metric="Replies to our newsletter",
                baseline=60,
                target=90,
            ),
            at="objective",
        ),
    ),
)
