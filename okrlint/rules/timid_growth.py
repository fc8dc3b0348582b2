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
from typing import NamedTuple

from okrlint.linting.asked import MOVES, Ask, asked, percent
from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.last_value import last_check_in
from okrlint.linting.rule import Context, Example, Rule
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.quantity import Quantity, format_quantity
from okrlint.source.span import Location


class _Grown(NamedTuple):
    """What last quarter brought, in the direction that was wanted."""

    share: Decimal
    words: str
    location: Location


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Compare growth with growth, for everything that carries on."""
    if plan.quarter is None:
        return
    before = context.portfolio.plan(plan.team, plan.quarter.previous())
    for key_result in plan.counted_key_results:
        if (before is not None or key_result.carried_from) and _should_stretch(key_result):
            ask, earlier = asked(key_result), context.portfolio.predecessor(key_result)
            grown = _grown(earlier, key_result) if ask is not None and earlier is not None else None
            if ask is not None and grown is not None and grown.share > 0 and ask.amount <= grown.share:
                yield _problem(key_result, ask, grown)


def _should_stretch(key_result: KeyResult) -> bool:
    if key_result.type not in MOVES or key_result.commitment == "committed":
        return False
    start, quarter = key_result.baseline, key_result.plan.quarter
    if start is None or start.value is None or start.value.value <= 0 or quarter is None:
        return False
    nears_the_top = key_result.type == "increase" and key_result.unit == "%"
    return not nears_the_top and (start.quarter is None or start.quarter == quarter.previous())


def _grown(earlier: KeyResult, key_result: KeyResult) -> _Grown | None:
    quarter = key_result.plan.quarter
    before = quarter.previous() if quarter is not None else None
    if earlier.plan.quarter != before or earlier.status != "active" or earlier.type != key_result.type:
        return None
    start = earlier.baseline.value if earlier.baseline is not None else None
    ended = last_check_in(earlier)
    if start is None or start.value <= 0 or ended is None or not isinstance(ended.value, Quantity):
        return None
    share = ended.value.value / start.value - 1
    words = f"{earlier.plan.quarter_text} went from {format_quantity(start)} to {format_quantity(ended.value)}"
    return _Grown(share if key_result.type == "increase" else -share, words, ended.at("value"))


def _problem(key_result: KeyResult, ask: Ask, grown: _Grown) -> Problem:
    before = key_result.plan.quarter.previous().label if key_result.plan.quarter is not None else ""
    noun = "growth" if key_result.type == "increase" else "less"
    return Problem(
        key_result.at("growth" if key_result.growth is not None else "target"),
        f"asks for {ask.words} {noun}, no more than the {percent(grown.share)} that {before} brought",
        "ask what would have to be true for more, and aim there; where less is right, say why in a suppression",
        (Related(grown.location, grown.words),),
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
