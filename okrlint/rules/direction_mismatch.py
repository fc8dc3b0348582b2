"""The numbers of a key result contradict what it says it is.

A target below the baseline is no increase, a target that equals the baseline asks for nothing, and no growth
leads away from a baseline of 0. The score would be wrong or could not be worked out at all. Numbers decide
here, never verbs: "lower churn" and "raise the floor" mean what their numbers say. The weights of steps are
shares of the whole and add up to 1, give or take what rounding leaves.

When to ignore: never; one of the two statements is a slip.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.units import agree
from okrlint.model.key_result import HOLDS, KeyResult
from okrlint.model.plan import Plan
from okrlint.model.quantity import Quantity, format_number, format_quantity
from okrlint.tuples import NamedTuple

_MEASURES = ("growth", "target", "milestones")
_ROUNDING = Decimal("0.005")
"""By so much each weight of a step may be rounded: three thirds of 0.33 are a whole."""


class _Slip(NamedTuple):
    field: str
    """The field that the finding is about."""
    message: str
    hint: str
    other: str = ""
    """The field that it contradicts."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Compare the type with the numbers; the first contradiction of a key result is told."""
    for key_result in plan.counted_key_results:
        slip = next(filter(None, (look(key_result, context.language) for look in _LOOKS)), None)
        if slip:
            other = slip.other and key_result.has(slip.other)
            related = (Related(key_result.at(slip.other), f"the {slip.other}"),) if other else ()
            yield Problem(key_result.at(slip.field), slip.message, slip.hint, related, key_result.address)


def _without_number(key_result: KeyResult, language: str) -> _Slip | None:
    """A yes or no, or a first measurement, that has a number to reach all the same."""
    field = next((name for name in _MEASURES if key_result.raw.get(name) not in (None, [])), None)
    if field is None or key_result.stated_type not in ("done", "establish-baseline"):
        return None
    what = "a plain yes or no" if key_result.stated_type == "done" else "a first measurement"
    message = f"`type: {key_result.stated_type}` is {what}, and there is a `{field}`"
    return _Slip("type", message, f"leave out the type, or leave out `{field}`", field)


def _limits(key_result: KeyResult, language: str) -> _Slip | None:
    """One limit where the type wants two, or the other way round, or two in the wrong order."""
    stated, band = key_result.stated_type, key_result.band
    if stated == "between" and band is None and key_result.target is not None:
        return _Slip(
            "target", "`type: between` holds a band, and `target` has one limit", "write two: `target: [4, 5]`", "type"
        )
    if band is None or stated is None:
        return None
    if stated != "between":
        message = f"`type: {stated}` works towards one number, and `target` has two"
        return _Slip("target", message, "write one number, or `type: between`", "type")
    low, high = band
    if low.value >= high.value and agree(low.unit, high.unit, language):
        message = f"the band from {_words(low)} to {_words(high)} is empty"
        return _Slip("target", message, "write the lower limit first")
    return None


def _growth(key_result: KeyResult, language: str) -> _Slip | None:
    """Growth of nothing, over nothing, or in the other direction."""
    growth, stated = key_result.growth, key_result.stated_type
    if growth is None:
        return None
    if stated == "count" or stated in HOLDS:
        message = f"`type: {stated}` has no baseline to grow from, and there is a `growth`"
        return _Slip("type", message, "leave out the type, or write a `target` instead of `growth`", "growth")
    if growth.value == 0:
        return _Slip("growth", "a growth of 0 asks for nothing to change", "write how much it should grow")
    start = key_result.baseline.value if key_result.baseline else None
    if start is not None and start.value <= 0:
        message = f"growth over a baseline of {_words(start)} leads nowhere"
        return _Slip("growth", message, "write a `target` instead of `growth`", "baseline")
    return _against(stated, f"its growth is {_words(growth)}", "growth", rises=growth.value > 0)


def _target(key_result: KeyResult, language: str) -> _Slip | None:
    """A target on the wrong side of the baseline, or on it."""
    start, target = key_result.baseline.value if key_result.baseline else None, key_result.target
    moves = key_result.type in ("increase", "decrease")
    if start is None or target is None or not moves or not agree(start.unit, target.unit, language):
        return None
    if start.value == target.value:
        message = f"the target equals the baseline, {_words(target)}: nothing is to change"
        return _Slip(
            "target", message, "write what it should become; to hold a limit, `type: at-least` or `at-most`", "baseline"
        )
    rises = target.value > start.value
    side = "above" if rises else "below"
    words = f"its target of {_words(target)} is {side} the baseline of {_words(start)}"
    return _against(key_result.stated_type, words, "baseline", rises=rises)


def _count(key_result: KeyResult, language: str) -> _Slip | None:
    """A count from zero to zero or less."""
    target = key_result.target
    if key_result.type != "count" or target is None or target.value > 0:
        return None
    message = f"a count from 0 to {_words(target)} has no way to go"
    return _Slip(
        "target", message, "to keep it there write `type: at-most`; to come down to it add a `baseline`", "type"
    )


def _against(stated: str | None, words: str, other: str, *, rises: bool) -> _Slip | None:
    if stated is None or (stated == "increase") is rises:
        return None
    right = "increase" if rises else "decrease"
    return _Slip("type", f"`type: {stated}`, but {words}", f"write `type: {right}`, or mend the numbers", other)


def _words(quantity: Quantity) -> str:
    return format_quantity(quantity)


def _weights(key_result: KeyResult, language: str) -> _Slip | None:
    """Steps whose weights do not add up to the whole, or leave nothing for the steps without one."""
    steps = key_result.milestones
    if not steps:
        return None
    stated = [step.weight for step in steps if step.has("weight")]
    total = sum(stated, Decimal(0))
    if not stated or not total:
        return None
    hint = "write shares that add up to 1, such as 0.25; without any weight all steps count the same"
    forgotten = sum(not step.weight and not step.has("weight") for step in steps)
    if forgotten:
        others = "a step without one counts" if forgotten == 1 else f"{forgotten} steps without one count"
        return _Slip("milestones", f"the weights add up to {format_number(total)}, and {others} nothing", hint)
    if len(stated) == len(steps) and abs(total - 1) > _ROUNDING * len(steps):
        return _Slip(
            "milestones", f"the weights of the {len(steps)} steps add up to {format_number(total)}, not 1", hint
        )
    return None


_LOOKS: tuple[Callable[[KeyResult, str], _Slip | None], ...] = (
    *(_without_number, _limits, _growth, _target, _count),
    _weights,
)


RULE = Rule(
    id="direction-mismatch",
    group="measure",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
type: increase  # <- `type: increase`, but its target of $34 is below the baseline of $40
baseline: $40
target: $34
""",
            without=("growth", "metric"),
        ),
        Example(
            """
title: Raise the net promoter score from 31 to 40
metric: Net promoter score
baseline: 31
target: 31  # <- the target equals the baseline, 31
""",
            without=("growth",),
        ),
        Example(
            """
title: Let no customer wait for a week
metric: Customers who wait for a week
target: 0  # <- a count from 0 to 0 has no way to go
""",
            without=("growth", "baseline"),
        ),
        Example(
            """
title: Bring the new partner contract to a signature
metric: Partner contract
milestones:
  - {title: Terms agreed, weight: 0.5}  # <- the weights of the 2 steps add up to 0.9, not 1
  - {title: Signed, weight: 0.4}
""",
            without=("growth", "baseline", "guard"),
        ),
    ),
    good=(
        Example(
            """
title: Lower the cost per lead from $40 to $34
type: decrease
metric: Cost per lead
baseline: $40
target: $34
""",
            without=("growth",),
        ),
        Example(
            """
title: Let no customer wait for a week
metric: Customers who wait for a week
type: at-most
target: 0
""",
            without=("growth", "baseline"),
        ),
    ),
)
