"""What key results promise for the pipeline, added up against what the plan needs."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from okrlint.model.key_result import KeyResult
from okrlint.model.score_words import PAR_HIGH
from okrlint.planning.calculation import Calculation
from okrlint.planning.channels import ChannelPlan
from okrlint.planning.inputs import ZERO
from okrlint.tuples import NamedTuple

_COMPARABLE = Decimal("0.1")
"""Share of last quarter's value by which a baseline may differ and still be of the same number."""


class Promise(NamedTuple):
    """A key result that counts leads, or the sessions of a channel, over a quarter."""

    key_result: KeyResult
    counts: str
    """leads or sessions."""
    channel: str | None = None
    """The id of its channel; None for leads of every kind."""


class Part(NamedTuple):
    """Leads that come from one key result, or from a channel without one."""

    name: str
    whole: Decimal
    """When the target is reached; last quarter's leads where nothing is promised."""
    at_par: Decimal
    """When an aspirational target is scored 0.7, the upper end of par; a committed one is reached whole."""
    promise: Promise | None = None


class Promised(NamedTuple):
    """The sum of a quarter's key results against the need of its pipeline."""

    need: Decimal
    parts: tuple[Part, ...]

    @property
    def whole(self) -> Decimal:
        """Leads when every target is reached."""
        return sum((part.whole for part in self.parts), ZERO)

    @property
    def at_par(self) -> Decimal:
        """Leads at par."""
        return sum((part.at_par for part in self.parts), ZERO)

    @property
    def key_results(self) -> tuple[KeyResult, ...]:
        """Those that are in the sum."""
        return tuple(part.promise.key_result for part in self.parts if part.promise is not None)


def promised(promises: Iterable[Promise], calculation: Calculation) -> Promised | None:
    """What the promises add up to; None where none of them can be set against the plan.

    One key result about all leads is the sum by itself, the largest where there are several. Else the channels are
    added up, sessions at their rate, and a channel without a promise stays where it was last quarter.
    """
    usable = list(promises)
    totals = [part for promise in usable if promise.channel is None and (part := _total(promise, calculation))]
    if totals:
        return Promised(calculation.need, (max(totals, key=lambda part: part.whole),))
    parts = tuple(_channel_part(row, usable) for row in calculation.channels)
    if not any(part.promise is not None for part in parts):
        return None
    return Promised(calculation.need, parts)


def _total(promise: Promise, calculation: Calculation) -> Part | None:
    return _part(promise, "all leads", calculation.inputs.baseline, Decimal(1)) if promise.counts == "leads" else None


def _channel_part(row: ChannelPlan, promises: list[Promise]) -> Part:
    channel = row.channel
    own = [promise for promise in promises if promise.channel == channel.id]
    for counts, before, rate in (("leads", channel.leads, Decimal(1)), ("sessions", channel.sessions, channel.rate)):
        for promise in own:
            if promise.counts == counts and before is not None and rate is not None:
                part = _part(promise, channel.name, before, rate)
                if part is not None:
                    return part
    return Part(channel.name, channel.leads, channel.leads)


def _part(promise: Promise, name: str, before: Decimal, rate: Decimal) -> Part | None:
    """A promise in leads; None where it cannot be told or is about another number than the plan's."""
    key_result = promise.key_result
    goal, start = key_result.goal, key_result.baseline.value if key_result.baseline is not None else None
    if goal is None or key_result.type not in ("increase", "count"):
        return None
    if start is not None and abs(start.value - before) > _COMPARABLE * before:
        return None
    par = Decimal(1) if key_result.commitment == "committed" else PAR_HIGH
    zero = ZERO if key_result.type == "count" or start is None else start.value
    return Part(name, goal * rate, (zero + (goal - zero) * par) * rate, promise)
