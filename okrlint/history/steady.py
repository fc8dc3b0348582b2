"""Days of commits with wrong clocks set right: along a line of commits time only goes on."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Sequence

_FAR = 20
"""Years from the middle day of a history beyond which a clock is wrong."""


def steady(days: Sequence[datetime.date]) -> list[datetime.date]:
    """The days of commits, oldest first, where each one that does not fit in takes the day before it.

    Those that fit are the longest row of days that never goes back, none of them decades from the middle one: a machine
    with a clock of 1970 or of 2038 does not move the others.
    """
    fits = _longest_row(days)
    right, known = [], days[min(fits)] if fits else None
    for index, day in enumerate(days):
        known = day if index in fits or known is None else known
        right.append(known)
    return right


def _longest_row(days: Sequence[datetime.date]) -> frozenset[int]:
    """The positions of a longest non-decreasing row; by patience, in n log n."""
    middle = sorted(days)[len(days) // 2] if days else datetime.date.min
    tails: list[datetime.date] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, day in enumerate(days):
        if abs(day.year - middle.year) > _FAR:
            before.append(None)
            continue
        at = bisect_right(tails, day)
        before.append(ends[at - 1] if at else None)
        tails[at : at + 1], ends[at : at + 1] = [day], [index]
    kept, last = set(), ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return frozenset(kept)
