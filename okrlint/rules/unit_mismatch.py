"""The numbers of a key result are in different units, or it has more than one goal.

A baseline in dollars and a target in percent cannot be subtracted, and a growth of 25 may mean 25 percent or 25
times as much. Where `growth` and `target` are both given nobody knows which of the two counts. Bare numbers
agree with any unit, and so do names of one thing: `USD` and `$`, `leads` and `new leads`.

When to ignore: never; write one unit and one goal.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.units import agree, is_hard
from okrlint.model.key_result import KeyResult
from okrlint.model.located import Located
from okrlint.model.plan import Plan
from okrlint.model.quantity import Quantity
from okrlint.source.span import Location
from okrlint.tuples import NamedTuple

_GOALS = ("growth", "target", "milestones")


class _Number(NamedTuple):
    name: str
    """What it is, for the message: "the baseline"."""
    unit: str
    owner: Located
    field: str | None

    @property
    def place(self) -> Location:
        return self.owner.at(self.field)


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look at the goals and at the units of every key result that counts."""
    for key_result in plan.counted_key_results:
        yield from _goals(key_result)
        yield from _growth(key_result)
        yield from _units(key_result, context.language)


def _goals(key_result: KeyResult) -> Iterator[Problem]:
    if key_result.stated_type in ("done", "establish-baseline"):
        return
    goals = [field for field in _GOALS if key_result.raw.get(field) not in (None, [])]
    if len(goals) > 1:
        first, second = goals[:2]
        yield Problem(
            key_result.at_key(second),
            f"`{second}` beside `{first}`: two goals for one key result",
            "keep one of the two",
            (Related(key_result.at_key(first), f"the {first}"),),
            key_result.address,
        )


def _growth(key_result: KeyResult) -> Iterator[Problem]:
    growth = key_result.growth
    if growth is None or growth.unit == "%" or growth.value == 0:
        return
    if growth.unit:
        message = f"`growth` is in {growth.unit}; it is a share of the baseline"
        hint = f"write it with %, or write the whole number as `target` in {growth.unit}"
    else:
        share = growth.value * 100 if abs(growth.value) < 1 else growth.value
        message = f"`growth: {growth.text}` has no %, so it may mean a share or a factor"
        hint = f"write `growth: {share.normalize():f}%`; a number of units is a `target`"
    yield Problem(key_result.at("growth"), message, hint, address=key_result.address)


def _units(key_result: KeyResult, language: str) -> Iterator[Problem]:
    """The first number whose unit disagrees with that of the first one that has a unit."""
    numbers = [number for number in _numbers(key_result) if number.unit]
    for number in numbers[1:]:
        if not agree(numbers[0].unit, number.unit, language):
            yield _disagree(key_result, number, numbers[0])
            return
    metric = key_result.registered
    if metric is not None and metric.unit:
        odd = next((n for n in numbers if _differs(n.unit, metric.unit, language)), None)
        if odd is not None:
            yield _disagree(key_result, odd, _Number(f"metric `{metric.id}`", metric.unit, metric, "unit"))


def _differs(unit: str, metric: str, language: str) -> bool:
    """Whether a unit contradicts the registered one; two names of what is counted may be one thing."""
    return not agree(unit, metric, language) and (is_hard(unit, language) or is_hard(metric, language))


def _numbers(key_result: KeyResult) -> Iterator[_Number]:
    if key_result.stated_unit:
        yield _Number("`unit`", key_result.stated_unit, key_result, "unit")
    baseline = key_result.baseline
    if baseline is not None and baseline.value is not None:
        owner, field = (baseline, "value") if baseline.raw else (key_result, "baseline")
        yield _Number("the baseline", baseline.value.unit, owner, field)
    for limit in filter(None, (key_result.target, *(key_result.band or ()))):
        yield _Number("the target", limit.unit, key_result, "target")
    for check_in in key_result.check_ins:
        if isinstance(check_in.value, Quantity):
            yield _Number(f"the check-in of {check_in.date_text}", check_in.value.unit, check_in, None)


def _disagree(key_result: KeyResult, number: _Number, other: _Number) -> Problem:
    return Problem(
        number.place,
        f"{number.name} is in {number.unit}, {other.name} in {other.unit}",
        "write both in one unit; for a change in percent use `growth`",
        (Related(other.place, f"{other.name} in {other.unit}"),),
        key_result.address,
    )


RULE = Rule(
    id="unit-mismatch",
    group="measure",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
title: Lower the cost per lead from $40 by a fifth
metric: Cost per lead
baseline: $40
target: 20%  # <- the target is in %, the baseline in $
""",
            without=("growth",),
        ),
        Example(
            """
growth: 25  # <- `growth: 25` has no %
"""
        ),
        Example(
            """
growth: 25%
target: 2351  # <- `target` beside `growth`: two goals for one key result
"""
        ),
    ),
    good=(
        Example(
            """
title: Lower the cost per lead from $40 to $34
metric: Cost per lead
unit: USD per lead
baseline: $40
target: $34
""",
            without=("growth",),
        ),
    ),
)
