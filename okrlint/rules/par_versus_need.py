"""An aspirational target is just what the plan needs, so that a good quarter still misses it.

Par of an aspirational key result is 0.6 to 0.7: that much of the way is a good score. If the whole way is what
the growth of revenue needs, par brings 0.7 of it, and the number that the runway hangs on is missed with a smile.
Either the key result is a promise (`commitment: committed`, par 1), or it aims so far that 0.7 is enough.

When to ignore: when the team has agreed to reach this one whole and the word `committed` is reserved for contracts.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from okrlint.linting.finding import Fix, Problem, Related, Severity
from okrlint.linting.pipeline_measures import is_revenue, open_plans_of, promises_of
from okrlint.linting.rule import Context, Example, Rule
from okrlint.model.key_result import KeyResult
from okrlint.model.pipeline import Pipeline
from okrlint.model.plan import Plan
from okrlint.model.quantity import format_number, format_quantity, round_half_up
from okrlint.model.score_words import PAR_HIGH

if TYPE_CHECKING:
    from okrlint.planning.calculation import Calculation
    from okrlint.planning.uplift import Uplift

_ENOUGH = Decimal("0.99")
"""Share of the need that counts as met: people round."""
_COMPARABLE = Decimal("0.1")
"""Share by which the baseline of a revenue key result may differ from the MRR of the pipeline file."""


def check(pipeline: Pipeline, context: Context) -> Iterator[Problem]:
    """Hold what par brings against what the plan needs, for leads and for MRR."""
    plans = open_plans_of(context.portfolio, pipeline.quarter)
    if not plans:
        return
    from okrlint.planning.read_inputs import calculation_of

    calculation = calculation_of(pipeline)
    if calculation is not None:
        yield from _leads(pipeline, plans, calculation, context.language)
        yield from _revenue(pipeline, plans, calculation, context.language)


def _leads(pipeline: Pipeline, plans: tuple[Plan, ...], calculation: Calculation, language: str) -> Iterator[Problem]:
    from okrlint.planning.promised import promised

    found = promised(promises_of(plans, language), calculation)
    if found is None or found.whole < _ENOUGH * found.need or found.at_par >= _ENOUGH * found.need:
        return
    aspirational = [kr for kr in found.key_results if kr.commitment != "committed"]
    need, at_par = found.need.to_integral_value(ROUND_CEILING), found.at_par.to_integral_value(ROUND_FLOOR)
    words = f"{at_par:,} leads; the plan needs {need:,}"
    alone = len(found.key_results) == 1
    yield _problem(pipeline, aspirational, words, calculation.uplift if alone else None, language)


def _revenue(pipeline: Pipeline, plans: tuple[Plan, ...], calculation: Calculation, language: str) -> Iterator[Problem]:
    uplift, sign = calculation.mrr_uplift, calculation.inputs.currency
    for key_result in (kr for plan in plans for kr in plan.counted_key_results):
        at_par = _at_par(key_result, calculation.inputs.mrr)
        if uplift is None or at_par is None or key_result.commitment == "committed" or key_result.goal is None:
            continue
        is_enough, is_enough_at_par = (value >= _ENOUGH * uplift.need for value in (key_result.goal, at_par))
        if is_enough and not is_enough_at_par and is_revenue(key_result, language):
            reached, need = (format_quantity(round_half_up(amount, 0), sign) for amount in (at_par, uplift.need))
            yield _problem(pipeline, [key_result], f"{reached} of MRR; the plan needs {need}", uplift, language)


def _at_par(key_result: KeyResult, mrr: Decimal) -> Decimal | None:
    """What a score of 0.7 means, for a key result that starts from the pipeline's MRR."""
    start = key_result.baseline.value if key_result.baseline is not None else None
    if start is None or key_result.goal is None or abs(start.value - mrr) > _COMPARABLE * mrr:
        return None
    return start.value + (key_result.goal - start.value) * PAR_HIGH


def _problem(
    pipeline: Pipeline, key_results: list[KeyResult], words: str, uplift: Uplift | None, language: str
) -> Problem:
    first, *others = key_results
    subject = "at par (0.7) it ends at" if not others else f"at par (0.7) the {len(key_results)} of them end at"
    field = "growth" if first.has("growth") else "target"
    return Problem(
        first.at(field),
        f"{subject} {words}",
        _hint(uplift),
        related=(
            *(Related(kr.at(), "and this one") for kr in others),
            Related(pipeline.at("growth"), "the growth that needs it"),
        ),
        address=first.address,
        fix=_fix(first, uplift, language) if uplift is not None and not others and field == "growth" else None,
    )


def _hint(uplift: Uplift | None) -> str:
    if uplift is None:
        return "promise it (`commitment: committed`), or aim so far that 0.7 of the way is enough"
    return f"promise it (`commitment: committed`), or aim at {_stretch(uplift)}, of which 0.7 is enough"


def _stretch(uplift: Uplift) -> str:
    from okrlint.planning.uplift import percent_up

    return f"{format_number(percent_up(uplift.stretch))}%"


def _fix(key_result: KeyResult, uplift: Uplift, language: str) -> Fix | None:
    """The growth of which par is enough, in the title too; none over another baseline, or beside other numbers."""
    from okrlint.linting.field_numbers import with_unit
    from okrlint.linting.fixes import replace_words, together, write_number
    from okrlint.linting.wording.numbers import by_percent, measures
    from okrlint.planning.uplift import grown, percent_up

    start = key_result.baseline.value if key_result.baseline is not None else None
    percent = percent_up(uplift.stretch)
    if start is None or grown(start.value, percent * PAR_HIGH) < _ENOUGH * uplift.need:
        return None
    growth, title = with_unit(percent, "%"), key_result.title or ""
    number, told = write_number(key_result, "growth", growth, safe=False), measures(title, language)
    share = by_percent(title, language)
    if not told:
        return number
    if share is None or len(told) > 1:
        return None
    where = (share.start, share.start + len(share.text))
    retitled = replace_words(key_result, "title", where, growth, safe=False)
    return together(f"{number.words}, and in the title", number, retitled)


RULE = Rule(
    id="par-versus-need",
    group="pipeline plan",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
title: Increase leads by 16% vs. 2026-Q3
growth: 16%  # <- at par (0.7) it ends at 2,091 leads; the plan needs 2,173
""",
            fixed="""
- title: Increase leads by 16% vs. 2026-Q3
+ title: Increase leads by 22.2% vs. 2026-Q3
- growth: 16%
+ growth: 22.2%
""",
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
        Example(
            """
title: Increase leads by 22.2% vs. 2026-Q3
growth: 22.2%
"""
        ),
    ),
)
