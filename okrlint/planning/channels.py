"""Leads by channel: split by last quarter's shares, then spread anew so that no channel passes its cap."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from okrlint.planning.inputs import ZERO, ChannelInput
from okrlint.tuples import NamedTuple


class ChannelPlan(NamedTuple):
    """What one channel must bring in the quarter; nothing is rounded."""

    channel: ChannelInput
    share: Decimal
    """Of last quarter's leads, 0..1."""
    split: Decimal
    """Leads by that share, before caps: growth is then the same for every channel."""
    leads: Decimal
    """Leads after rebalancing."""
    capped: bool
    """Whether it stopped at its cap, and others carry the rest."""

    @property
    def growth(self) -> Decimal | None:
        """Of leads, and so of sessions, over last quarter; None for a channel that brought none."""
        return self.leads / self.channel.leads - 1 if self.channel.leads else None

    @property
    def sessions(self) -> Decimal | None:
        """Visits that bring the leads at the rate of last quarter: leads ÷ rate."""
        rate = self.channel.rate
        if rate is None:
            return None
        return self.leads / rate if rate else self.channel.sessions

    @property
    def cost(self) -> Decimal:
        """Of the sessions; 0 for a channel that nobody pays for by the session."""
        return (self.sessions or ZERO) * (self.channel.cost_per_session or ZERO)

    @property
    def cost_before(self) -> Decimal:
        """Of last quarter's sessions at the same price."""
        return (self.channel.sessions or ZERO) * (self.channel.cost_per_session or ZERO)


def split(need: Decimal, channels: Sequence[ChannelInput]) -> tuple[ChannelPlan, ...]:
    """The leads needed in a quarter by channel.

    Shares are of the channels' own sum, so that a point of rounding in it does no harm. The leads add up to `need`
    unless all channels stop at their caps; what is missing then is the shortfall.
    """
    total = sum((channel.leads for channel in channels), ZERO)
    if not total:
        return ()
    filled, capped = fill(need, [channel.leads for channel in channels], [channel.limit for channel in channels])
    shares = [channel.leads / total for channel in channels]
    rows = zip(channels, shares, filled, capped, strict=True)
    return tuple(ChannelPlan(channel, share, need * share, leads, stop) for channel, share, leads, stop in rows)


def fill(
    need: Decimal, baselines: Sequence[Decimal], limits: Sequence[Decimal | None]
) -> tuple[list[Decimal], list[bool]]:
    """Water-filling: all grow by one factor; what passes its limit stops there, and the others share the rest.

    Ends after at most as many rounds as there are channels. The second list says which of them stopped.
    """
    result = [ZERO] * len(baselines)
    running = [number for number, baseline in enumerate(baselines) if baseline]
    rest = need
    while running:
        factor = rest / sum((baselines[number] for number in running), ZERO)
        over = {n: limit for n in running if (limit := limits[n]) is not None and baselines[n] * factor > limit}
        if not over:
            for number in running:
                result[number] = baselines[number] * factor
            break
        for number, limit in over.items():
            result[number] = limit
        rest -= sum(over.values(), ZERO)
        running = [number for number in running if number not in over]
    stopped = [bool(baseline) and number not in running for number, baseline in enumerate(baselines)]
    return result, stopped
