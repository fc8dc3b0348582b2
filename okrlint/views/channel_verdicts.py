"""Whether a channel can grow as fast as it must: one table, used by its page and explained by the help page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.statuses import Status

if TYPE_CHECKING:
    from okrlint.planning.channels import ChannelPlan
    from okrlint.planning.recent_growth import Recent

HELD = Status("held", "none", "square", "need not grow to bring what the plan asks of it")
IN_REACH = Status("in reach", "good", "disc", "must grow no faster than it did lately")
FASTER = Status("faster than lately", "fair", "triangle", "must grow faster than it did lately")
AT_CAP = Status("at its cap", "good", "diamond", "stops at the cap that the plan gives it; others carry the rest")
NOT_ENOUGH = Status("not enough", "poor", "cross", "at its cap like all others, and leads are still missing")
UNKNOWN = Status("no history", "none", "ring", "has no earlier leads to compare with")
VERDICTS = (HELD, IN_REACH, FASTER, AT_CAP, NOT_ENOUGH, UNKNOWN)
"""In the order in which pages explain them."""


def verdict_of(row: ChannelPlan, recent: Recent | None, *, short: bool) -> Status:
    """The verdict on a channel from the growth that it needs and had; `short`: all of them bring too little."""
    if row.growth is None or row.growth <= 0:
        return HELD
    if row.capped and short:
        return NOT_ENOUGH
    if recent is not None and row.growth > recent.growth:
        return FASTER
    if row.capped:
        return AT_CAP
    return UNKNOWN if recent is None else IN_REACH
