"""Key results that several teams of one quarter hold together, and whether those teams know of one another.

Key results are grouped by what they share, never compared two by two, so that a thousand teams are no matter.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property

from okrlint.linting.wording.similar import essence
from okrlint.linting.wording.words import LANGUAGE
from okrlint.model.key_result import KeyResult
from okrlint.records import Record

METRIC, CHANNEL, WORDING = "metric", "channel", "wording"


class Overlap(Record):
    """Key results of at least two teams that share one thing."""

    kind: str
    """metric, channel or wording."""
    key_results: tuple[KeyResult, ...]
    """At least two, in the order of the plans."""

    @cached_property
    def circles(self) -> dict[str | None, list[str | None]]:
        """The teams that each team knows of, itself included, directly or through others: one list for all of them."""
        return _circles(self.key_results)

    def unaware(self) -> Iterator[tuple[KeyResult, KeyResult]]:
        """Pairs whose teams do not know of one another: the first key result with one of each further circle."""
        first = self.key_results[0]
        seen = {id(self.circles[first.plan.team])}
        for key_result in self.key_results[1:]:
            own = id(self.circles[key_result.plan.team])
            if own not in seen:
                seen.add(own)
                yield first, key_result


def same_metric(key_results: Iterable[KeyResult]) -> Iterator[Overlap]:
    """By registered metric and channel: different channels of one metric are two numbers."""
    for group in _shared(key_results, _metric):
        yield Overlap(kind=METRIC, key_results=tuple(group))


def same_channel(key_results: Iterable[KeyResult]) -> Iterator[Overlap]:
    """By channel, whatever is measured: those who work the same channel meet the same people there."""
    for group in _shared(key_results, lambda key_result: key_result.channel):
        yield Overlap(kind=CHANNEL, key_results=tuple(group))


def same_words(key_results: Iterable[KeyResult], language: str = LANGUAGE) -> Iterator[Overlap]:
    """By the words of the title that tell key results apart; titles are read only where the numbers are the same."""
    for alike in _shared(key_results, _numbers):
        for group in _shared(alike, lambda key_result: essence(key_result.title or "", language) or None):
            yield Overlap(kind=WORDING, key_results=tuple(group))


def _metric(key_result: KeyResult) -> Hashable:
    return None if key_result.registered is None else (key_result.metric, key_result.channel)


def _numbers(key_result: KeyResult) -> Hashable:
    goal, band = key_result.growth or key_result.target, key_result.band
    return key_result.type, goal and goal.value, band and (band[0].value, band[1].value)


def _shared(key_results: Iterable[KeyResult], key: Callable[[KeyResult], Hashable]) -> Iterator[list[KeyResult]]:
    """Key results with one key, where they belong to several teams; None is no key."""
    groups: dict[Hashable, list[KeyResult]] = {}
    for key_result in key_results:
        found = key(key_result)
        if found is not None:
            groups.setdefault(found, []).append(key_result)
    for group in groups.values():
        if len(group) > 1 and len({key_result.plan.team for key_result in group}) > 1:
            yield group


def _circles(group: Sequence[KeyResult]) -> dict[str | None, list[str | None]]:
    circle: dict[str | None, list[str | None]] = {kr.plan.team: [kr.plan.team] for kr in group}
    team_at = {address: kr.plan.team for kr in group for address in (kr.plan.address, kr.objective.address, kr.address)}
    for key_result in group:
        objective = key_result.objective
        for named in (*key_result.shared_with, *objective.shared_with, *objective.supports):
            if named in team_at:
                small, large = sorted((circle[key_result.plan.team], circle[team_at[named]]), key=len)
                if small is not large:  # the smaller one moves, so that a thousand teams are no matter
                    large += small
                    circle.update(dict.fromkeys(small, large))
    return circle
