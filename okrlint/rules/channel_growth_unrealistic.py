"""A channel must grow faster than it can, or all of them together cannot bring the leads that are needed.

Whatever a channel cannot carry is given to the others, up to the `cap` of each. Organic search, content and
referrals grow slowly: what is written today is found in months. Paid channels grow with the money. A channel
without a cap is held against what its class rarely passes in a quarter.

When to ignore: when you know why this quarter is another one, such as a launch that brings its own visits.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.pipeline import Pipeline
from okrlint.model.quantity import format_number
from okrlint.records import Record

if TYPE_CHECKING:
    from okrlint.planning.calculation import Calculation

_TINY = Decimal("0.05")
"""Leads that nobody misses."""
_SLOW = ("organic", "owned", "referral")
"""Classes that grow by themselves; paid ones grow with the money."""


class Options(Record):
    """Growth in a quarter that a channel without a cap of its own rarely passes, in percent."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {**dict.fromkeys(_SLOW, (0, 1000)), "min_sessions": (0, 1_000_000_000)}

    organic: int = 20
    """Found by search or word of mouth."""
    owned: int = 25
    """Own content, newsletter, community."""
    referral: int = 10
    """Sent by customers and partners."""
    min_sessions: int = 500
    """Sessions of the last quarter under which a channel is too small to judge."""


def check(pipeline: Pipeline, context: Context) -> Iterator[Problem]:
    """Look at what every channel must bring after rebalancing."""
    from okrlint.planning.read_inputs import calculation_of

    plan = calculation_of(pipeline) if pipeline.channels else None
    if plan is None:
        return
    if plan.shortfall > _TINY:
        yield _shortfall(pipeline, plan)
    yield from _without_cap(pipeline, plan, context.options)


def _shortfall(pipeline: Pipeline, plan: Calculation) -> Problem:
    reachable, need, missing = (format_number(n, 1) for n in (plan.reachable, plan.need, plan.shortfall))
    return Problem(
        pipeline.at_key("channels"),
        f"with every channel at its cap there are {reachable} leads of the {need} that are needed, {missing} too few",
        "raise a cap with a reason, add a channel, or take the gap to whoever sets the growth, and do it now",
        address=pipeline.address,
    )


def _without_cap(pipeline: Pipeline, plan: Calculation, options: Options) -> Iterator[Problem]:
    for channel, row in zip(pipeline.channels, plan.channels, strict=False):
        limit = getattr(options, channel.kind) if channel.kind in _SLOW else None
        is_small = (row.channel.sessions or Decimal(options.min_sessions)) < options.min_sessions
        if limit is None or row.channel.cap is not None or row.growth is None or is_small:
            continue
        if row.growth * 100 > limit:
            yield Problem(
                channel.at(),
                f"{quoted(row.channel.name)} must grow by {format_number(row.growth * 100, 1)}% in the quarter, "
                f"and {channel.kind} channels rarely pass {limit}%",
                "write down as `cap` what you think it can do; the calculator gives the rest to the others",
                address=f"{pipeline.address}#{channel.id}",
            )


_TWO = """
channels:{mark}
  - id: organic-search{organic_mark}
    class: organic
    sessions:
      2026-07: 20000
      2026-08: 20700
      2026-09: 22000
    leads:
      2026-07: 400
      2026-08: 414
      2026-09: 440{organic}
  - id: paid-search
    class: paid
    sessions:
      2026-07: 5000
      2026-08: 5175
      2026-09: 5500
    leads:
      2026-07: 200
      2026-08: 207
      2026-09: 220
    cap: {paid}
"""


def _example(organic: str = "", organic_mark: str = "", mark: str = "", paid: str = "100%") -> Example:
    cap = f"\n    cap: {organic}" if organic else ""
    text = _TWO.format(organic=cap, organic_mark=organic_mark, mark=mark, paid=paid)
    return Example(f"average_sale_price: 260\n{text.lstrip()}", at="pipeline")


RULE = Rule(
    id="channel-growth-unrealistic",
    group="pipeline plan",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        _example(
            "10%", mark="  # <- there are 2,194.5 leads of the 2,435.2 that are needed, 240.7 too few", paid="30%"
        ),
        _example(organic_mark="  # <- must grow by 29.5% in the quarter, and organic channels rarely pass 20%"),
    ),
    good=(_example("10%"),),
)
