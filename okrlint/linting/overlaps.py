"""Key results that several teams of one quarter hold together, and whether those teams know of one another.

Key results are grouped by what they share, never compared two by two, so that a thousand teams are no matter.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

from okrlint.linting.wording.similar import essence
from okrlint.linting.wording.words import LANGUAGE
from okrlint.model.key_result import KeyResult
from okrlint.records import Record
from okrlint.tuples import NamedTuple

METRIC, CHANNEL, WORDING = "metric", "channel", "wording"


class Holding(NamedTuple):
    """A key result as far as it can be held together with another one."""

    of: Any
    """The key result, or where it can be found."""
    team: str | None
    metric: Hashable
    """The registered metric with the channel: different channels of one metric are two numbers. None for free words."""
    channel: str | None
    numbers: Hashable
    title: str
    addresses: tuple[str, str, str]
    """Of the plan, the objective and the key result."""
    named: tuple[str, ...]
    """The addresses that it or its objective names."""


def holding(key_result: KeyResult, of: Any = None) -> Holding:
    """What a key result shares with others; `of` is the key result itself where nothing else is given."""
    objective = key_result.objective
    named = (*key_result.shared_with, *objective.shared_with, *objective.supports)
    return Holding(
        key_result if of is None else of,
        key_result.plan.team,
        None if key_result.registered is None else (key_result.metric, key_result.channel),
        key_result.channel,
        _numbers(key_result),
        key_result.title or "",
        (key_result.plan.address, objective.address, key_result.address),
        tuple(name for name in named if "/" in name),
    )


def _numbers(key_result: KeyResult) -> Hashable:
    goal, band = key_result.growth or key_result.target, key_result.band
    return key_result.type, goal and _plain(goal.value), band and (_plain(band[0].value), _plain(band[1].value))


def _plain(number: Decimal) -> str:
    """One text for equal numbers, in a fifth of the memory."""
    return str(number.normalize())


class Overlap(Record):
    """Key results of at least two teams that share one thing."""

    kind: str
    """metric, channel or wording."""
    holdings: tuple[Holding, ...]
    """At least two, in the order of the plans."""

    @property
    def key_results(self) -> tuple[Any, ...]:
        """The key results, or where they can be found."""
        return tuple(held.of for held in self.holdings)

    @cached_property
    def circles(self) -> dict[str | None, list[str | None]]:
        """The teams that each team knows of, itself included, directly or through others: one list for all of them."""
        return _circles(self.holdings)

    def unaware(self) -> Iterator[tuple[Any, Any]]:
        """Pairs whose teams do not know of one another: the first key result with one of each further circle."""
        first = self.holdings[0]
        seen = {id(self.circles[first.team])}
        for held in self.holdings[1:]:
            own = id(self.circles[held.team])
            if own not in seen:
                seen.add(own)
                yield first.of, held.of


def same_metric(holdings: Iterable[Holding]) -> Iterator[Overlap]:
    """By registered metric and channel."""
    for group in _shared(holdings, lambda held: held.metric):
        yield Overlap(kind=METRIC, holdings=tuple(group))


def same_channel(holdings: Iterable[Holding]) -> Iterator[Overlap]:
    """By channel, whatever is measured: those who work the same channel meet the same people there."""
    for group in _shared(holdings, lambda held: held.channel):
        yield Overlap(kind=CHANNEL, holdings=tuple(group))


def same_words(holdings: Iterable[Holding], language: str = LANGUAGE) -> Iterator[Overlap]:
    """By the words of the title that tell key results apart; titles are read only where the numbers are the same."""
    for alike in _shared(holdings, lambda held: held.numbers):
        for group in _shared(alike, lambda held: essence(held.title, language) or None):
            yield Overlap(kind=WORDING, holdings=tuple(group))


def _shared(holdings: Iterable[Holding], key: Callable[[Holding], Hashable]) -> Iterator[list[Holding]]:
    """Key results with one key, where they belong to several teams; None is no key."""
    groups: dict[Hashable, list[Holding]] = {}
    for held in holdings:
        found = key(held)
        if found is not None:
            groups.setdefault(found, []).append(held)
    for group in groups.values():
        if len(group) > 1 and len({held.team for held in group}) > 1:
            yield group


def _circles(group: Sequence[Holding]) -> dict[str | None, list[str | None]]:
    circle: dict[str | None, list[str | None]] = {held.team: [held.team] for held in group}
    team_at = {address: held.team for held in group for address in held.addresses}
    for held in group:
        for named in held.named:
            if named in team_at:
                small, large = sorted((circle[held.team], circle[team_at[named]]), key=len)
                if small is not large:  # the smaller one moves, so that a thousand teams are no matter
                    large += small
                    circle.update(dict.fromkeys(small, large))
    return circle
