"""A key result starts from another value than the one that last quarter ended at.

A baseline from a weak month makes growth look easy, and one from the best month ever makes it look hard.
The quarter before is the honest start; the same quarter a year ago is as good where the season matters.
Where the key result of the closed quarter before is known, its last check-in is the start, up to one
percent of rounding; where it is not, the leads or sessions of that quarter in the pipeline file are.

When to ignore: when the way of counting has changed, so that last quarter's number means something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.last_value import last_check_in
from okrlint.linting.pipeline_measures import sum_before
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.linting.wording.words import words
from okrlint.model.baseline import Baseline
from okrlint.model.dates import parse_date
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.quantity import Quantity, format_number, format_quantity
from okrlint.model.quarter import NotAQuarter, Quarter, parse_quarter, quarter_of, suggest_quarter
from okrlint.source.span import Location

_FILE = "baseline_not_previous_quarter"
_YEAR = 4
_ROUNDING = Decimal("0.01")
"""Share of last quarter's value by which a baseline may differ: people round."""
_CHANGES = ("increase", "decrease", "count")


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look at the period and at the value of every baseline."""
    if plan.quarter is None:
        return
    for key_result in plan.counted_key_results:
        baseline = key_result.baseline
        if baseline is not None and key_result.type in _CHANGES:
            quarter = _quarter_of(baseline, plan.quarter, context.language)
            if baseline.period is not None and quarter not in (plan.quarter.previous(), plan.quarter.shifted(-_YEAR)):
                yield _other_period(key_result, baseline, plan.quarter, quarter)
            elif baseline.value is not None and quarter in (None, plan.quarter.previous()):
                yield from _other_value(key_result, baseline.value, context)


def _quarter_of(baseline: Baseline, quarter: Quarter, language: str) -> Quarter | None:
    """The quarter that a baseline was measured in: by its label, a day or month in it, or words."""
    if baseline.quarter is not None or baseline.period is None:
        return baseline.quarter
    period = baseline.period.strip()
    if period.lower() in words(_FILE, "the quarter before", language):
        return quarter.previous()
    if period.lower() in words(_FILE, "a year ago", language):
        return quarter.shifted(-_YEAR)
    day = parse_date(f"{period}-01" if re.fullmatch(r"\d{4}-\d\d", period) else period)
    if day is not None:
        return quarter_of(day, quarter.fiscal_start)
    return _written_otherwise(period, quarter)


def _written_otherwise(period: str, quarter: Quarter) -> Quarter | None:
    if re.fullmatch(r"Q[1-4]", period, re.IGNORECASE) and int(period[1]) == quarter.previous().number:
        return quarter.previous()
    label = suggest_quarter(period, quarter.fiscal_start)
    try:
        return parse_quarter(label, quarter.fiscal_start) if label else None
    except NotAQuarter:
        return None


def _other_period(key_result: KeyResult, baseline: Baseline, quarter: Quarter, of: Quarter | None) -> Problem:
    stated = of.label if of is not None else quoted(baseline.period or "")
    before, year_ago = quarter.previous().label, quarter.shifted(-_YEAR).label
    return Problem(
        baseline.at("period"),
        f"the baseline is of {stated}; the quarter before {quarter.label} is {before}",
        f"take the value of {before}, or of {year_ago} where the season matters",
        address=key_result.address,
    )


def _other_value(key_result: KeyResult, value: Quantity, context: Context) -> Iterator[Problem]:
    """Compare with what the predecessor closed at; without one, with the sum in the pipeline file."""
    earlier = context.portfolio.predecessor(key_result)
    if earlier is None or not _is_quarter_before(earlier, key_result):
        yield from _other_sum(key_result, value, context)
        return
    ended = last_check_in(earlier)
    if ended is None or not isinstance(ended.value, Quantity) or not _differ(value, ended.value):
        return
    closed = format_quantity(ended.value)
    yield Problem(
        _place(key_result),
        f"the baseline is {format_quantity(value)}, but {earlier.plan.quarter_text} closed at {closed}",
        f"take over {format_number(ended.value.value)}, or correct the last check-in of {earlier.plan.quarter_text}",
        related=(Related(ended.at("value"), f"closed at {closed}"),),
        address=key_result.address,
    )


def _other_sum(key_result: KeyResult, value: Quantity, context: Context) -> Iterator[Problem]:
    counts = key_result.type == "count"
    found = None if counts else sum_before(key_result, context.portfolio, context.language)
    if found is None or not _differ(value, Quantity(found.value)):
        return
    total = format_number(found.value)
    yield Problem(
        _place(key_result),
        f"the baseline is {format_quantity(value)}, but {found.label} adds up to {total} in {found.path}",
        f"take over {total}, or correct the pipeline file",
        related=(Related(found.location, f"adds up to {total}"),),
        address=key_result.address,
    )


def _place(key_result: KeyResult) -> Location:
    """The number itself, be it written as `baseline: 1900` or with its period."""
    baseline = key_result.baseline
    return baseline.at("value") if baseline is not None and baseline.raw else key_result.at("baseline")


def _is_quarter_before(earlier: KeyResult, key_result: KeyResult) -> bool:
    quarter = key_result.plan.quarter
    ended = earlier.plan.status == "closed" and earlier.type in _CHANGES
    return ended and quarter is not None and earlier.plan.quarter == quarter.previous()


def _differ(value: Quantity, ended: Quantity) -> bool:
    if value.unit and ended.unit and value.unit != ended.unit:
        return False
    return abs(value.value - ended.value) > _ROUNDING * abs(ended.value)


RULE = Rule(
    id="baseline-not-previous-quarter",
    group="pipeline growth",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
baseline:
  value: 1540
  period: 2026-Q1  # <- the baseline is of 2026-Q1; the quarter before 2026-Q4 is 2026-Q3
"""
        ),
        Example(
            """
baseline:
  value: 2200
  period: best month ever  # <- the baseline is of "best month ever"
"""
        ),
        Example("baseline: 1650  # <- the baseline is 1,650, but 2026-Q3 closed at 1,881"),
        Example(
            """
id: leads-of-all
metric: All leads
baseline: 1700  # <- the baseline is 1,700, but 2026-Q3 adds up to 1,881 in okrs/2026-Q4/pipeline.yaml
"""
        ),
    ),
    good=(
        Example(
            """
baseline:
  value: 1880
  period: 2026-Q3
"""
        ),
        Example(
            """
baseline:
  value: 1540
  period: 2025-Q4
"""
        ),
    ),
)
