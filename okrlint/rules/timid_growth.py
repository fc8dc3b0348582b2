"""A key result asks for no more growth than last quarter brought.

What grew by 14% last quarter will probably do so again if nobody does anything new; a goal of 10% is reached by
waiting. Growth is compared in percent with what the key result of the quarter before has reached so far, and a cut
with a cut. Committed key results are promises and need not stretch, a share that nears 100% must slow down, and
a baseline of a year ago knows its season: they are left out.

When to ignore: when the market shrinks, the season turns, or holding last quarter's pace is hard enough; say which.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from okrlint.linting.asked import MOVES, Ask, asked, percent
from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.last_value import last_check_in
from okrlint.linting.rule import Context, Example, Rule
from okrlint.model.check_in import CheckIn
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.quantity import Quantity, format_quantity
from okrlint.model.quarter import Quarter
from okrlint.tuples import NamedTuple


class _Grown(NamedTuple):
    """What last quarter brought, in the direction that was wanted."""

    share: Decimal
    start: Quantity
    ended: CheckIn


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Compare growth with growth, for everything that carries on."""
    if plan.quarter is None:
        return
    previous = plan.quarter.previous()
    before = context.portfolio.plan(plan.team, previous)
    for key_result in plan.counted_key_results:
        if (before is not None or key_result.carried_from) and _should_stretch(key_result, previous):
            earlier = context.portfolio.predecessor(key_result)
            grown = _grown(earlier, key_result, previous) if earlier is not None else None
            ask = asked(key_result) if grown is not None else None
            if ask is not None and grown is not None and ask.amount <= grown.share:
                yield _problem(key_result, ask, grown, previous.label)


def _should_stretch(key_result: KeyResult, previous: Quarter) -> bool:
    start = key_result.baseline
    if key_result.type not in MOVES or start is None or start.value is None or start.value.value <= 0:
        return False
    if key_result.commitment == "committed" or start.quarter not in (None, previous):
        return False
    nears_the_top = key_result.type == "increase" and key_result.unit == "%"
    return not nears_the_top


def _grown(earlier: KeyResult, key_result: KeyResult, previous: Quarter) -> _Grown | None:
    """None where it did not grow, or there is nothing to compare with."""
    if earlier.plan.quarter != previous or earlier.status != "active" or earlier.type != key_result.type:
        return None
    start = earlier.baseline.value if earlier.baseline is not None else None
    ended = last_check_in(earlier)
    if start is None or start.value <= 0 or ended is None or not isinstance(ended.value, Quantity):
        return None
    change = ended.value.value / start.value - 1
    share = change if key_result.type == "increase" else -change
    return _Grown(share, start, ended) if share > 0 else None


def _problem(key_result: KeyResult, ask: Ask, grown: _Grown, before: str) -> Problem:
    noun = "growth" if key_result.type == "increase" else "less"
    ended = grown.ended.value if isinstance(grown.ended.value, Quantity) else Decimal(0)
    way = f"{before} went from {format_quantity(grown.start)} to {format_quantity(ended)}"
    return Problem(
        key_result.at("growth" if key_result.growth is not None else "target"),
        f"asks for {ask.words} {noun}, no more than the {percent(grown.share)} that {before} brought",
        "ask what would have to be true for more, and aim there; where less is right, say why in a suppression",
        (Related(grown.ended.at("value"), way),),
        key_result.address,
    )


RULE = Rule(
    id="timid-growth",
    group="ambition and scoring",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
title: Increase leads by 10% vs. 2026-Q3
growth: 10%  # <- asks for 10% growth, no more than the 14% that 2026-Q3 brought
"""
        ),
    ),
    good=(
        Example(
            """
title: Increase leads by 25% vs. 2026-Q3
growth: 25%
"""
        ),
        Example(
            """
title: Increase leads by 10% vs. 2026-Q3
growth: 10%
commitment: committed
"""
        ),
    ),
)
