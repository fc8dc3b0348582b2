"""A par score would still be a decline: 0.6 of the target is no more than what there was before.

A `count` is scored from zero. With a target of 1,000 leads after 650 last quarter, 600 leads score 0.6,
everybody is content, and the pipeline shrank. Scored over its baseline the same 600 are a 0. The value
before is the stated baseline; for pipeline and revenue metrics else what the key result of last quarter
ended at, else last quarter's sum in the pipeline file.

When to ignore: for work that is counted anew each quarter and need not grow, though it has a baseline.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from okrlint.linting.finding import Fix, Problem, Related, Severity
from okrlint.linting.fixes import write_fields
from okrlint.linting.last_value import last_check_in
from okrlint.linting.pipeline_measures import sum_before
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.pipeline import is_pipeline
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio
from okrlint.model.quantity import Quantity, format_number, format_quantity
from okrlint.model.score_words import par_range
from okrlint.source.span import Location
from okrlint.tuples import NamedTuple


class _Before(NamedTuple):
    """The value that a score of par must stay above."""

    value: Decimal
    unit: str
    source: str
    location: Location


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Compare par with the value before, for everything that is counted from zero."""
    for key_result in plan.counted_key_results:
        target = key_result.target
        if target is None or key_result.type != "count" or target.value <= 0:
            continue
        before = _before(key_result, context)
        share = par_range(key_result.commitment)[0]
        if before is not None and share * target.value <= before.value and _is_same(target, before):
            yield _problem(key_result, target, share, before)


def _problem(key_result: KeyResult, target: Quantity, share: Decimal, before: _Before) -> Problem:
    par = format_quantity(share * target.value, target.unit)
    sum_ = f" ({share.normalize():f} × {format_quantity(target)})" if share < 1 else ""
    return Problem(
        key_result.at("target"),
        f"par is {par}{sum_}, no more than the {format_quantity(before.value, target.unit)} {before.source}",
        f"score the growth: write `baseline: {format_number(before.value)}` and `growth: 25%` or so, no target",
        related=(Related(before.location, "the value before"),),
        address=key_result.address,
        fix=_fix(key_result, target, before),
    )


def _fix(key_result: KeyResult, target: Quantity, before: _Before) -> Fix | None:
    """The same target, scored from the value before; none where that would be a decline, or the plan is closed."""
    if not 0 < before.value < target.value or key_result.plan.status == "closed":
        return None
    from okrlint.linting.field_numbers import with_unit

    fields = {} if key_result.baseline else {"baseline": with_unit(before.value, before.unit)}
    fields |= {"type": "increase"} if key_result.stated_type else {}
    return write_fields(key_result, fields, ("metric", "title"), safe=False) if fields else None


def _is_same(target: Quantity, before: _Before) -> bool:
    return "" in (target.unit, before.unit) or target.unit == before.unit


def _before(key_result: KeyResult, context: Context) -> _Before | None:
    stated = key_result.baseline
    if stated is not None and stated.value is not None:
        return _Before(stated.value.value, stated.value.unit, "of the baseline", key_result.at("baseline"))
    registered = key_result.registered
    if is_pipeline(key_result, context.language) or (registered is not None and registered.category == "revenue"):
        return _predecessor(key_result, context.portfolio) or _leads(key_result, context)
    return None


def _predecessor(key_result: KeyResult, portfolio: Portfolio) -> _Before | None:
    earlier = portfolio.predecessor(key_result)
    if earlier is None or earlier.type not in ("increase", "decrease", "count"):
        return None
    ended = last_check_in(earlier)
    if ended is None or not isinstance(ended.value, Quantity):
        return None
    label = earlier.plan.quarter_text or "last quarter"
    return _Before(ended.value.value, ended.value.unit, f"that {label} ended at", ended.at("value"))


def _leads(key_result: KeyResult, context: Context) -> _Before | None:
    """What the pipeline file says of the quarter before."""
    found = sum_before(key_result, context.portfolio, context.language)
    return None if found is None else _Before(found.value, "", f"of {found.label}", found.location)


RULE = Rule(
    id="par-below-baseline",
    group="pipeline growth",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
title: Reach 1,000 newsletter replies
metric: Newsletter replies
type: count
baseline: 650
target: 1000  # <- par is 600 (0.6 × 1,000), no more than the 650 of the baseline
""",
            without=("growth",),
            fixed="""
- type: count
+ type: increase
""",
        ),
    ),
    good=(
        Example(
            """
title: Raise newsletter replies from 650 to 1,000
metric: Newsletter replies
baseline: 650
target: 1000
""",
            without=("growth",),
        ),
        Example(
            """
title: Reach 1,200 newsletter replies
metric: Newsletter replies
type: count
baseline: 650
target: 1200
""",
            without=("growth",),
        ),
    ),
)
