"""Spans of days in a quarter: how much of it has passed, and its check-in periods."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from okrlint.model.progress import ONE, ZERO, clamp
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from okrlint.model.key_result import KeyResult

_WEEK = 7
_SHORTEST = 4
"""A remainder of fewer days than this joins the last week."""


class Period(NamedTuple):
    """The days from `start` to `end`, both included."""

    start: date
    end: date


def key_result_span(key_result: KeyResult) -> Period | None:
    """The days of a key result: from its quarter's first day to its own `due`, else the quarter's last day.

    None where the plan has no readable quarter.
    """
    quarter = key_result.plan.quarter
    return Period(quarter.start, key_result.due or quarter.end) if quarter else None


def share_elapsed(span: Period, as_of: date) -> Decimal:
    """Share of the days that have passed, `as_of` among them: (as_of − start + 1) ÷ days, clamped to 0..1.

    Due before it began is all elapsed from that day on, and nothing before.
    """
    days = (span.end - span.start).days + 1
    if days < 1:
        return ONE if as_of >= span.end else ZERO
    return clamp(Decimal((as_of - span.start).days + 1) / days)


@lru_cache(maxsize=256)
def check_in_periods(span: Period, cadence: str) -> tuple[Period, ...]:
    """The check-in periods of a span, in order and without gaps.

    "monthly": calendar months, cut to the span. Else "weekly": blocks of 7 days from the first day, whatever
    its weekday; a remainder under 4 days joins the last block, so every quarter has 13.
    """
    starts = _month_starts(span) if cadence == "monthly" else _week_starts(span)
    ends = [start - timedelta(days=1) for start in starts[1:]]
    return tuple(Period(*pair) for pair in zip(starts, [*ends, span.end], strict=True))


def _week_starts(span: Period) -> list[date]:
    weeks, rest = divmod((span.end - span.start).days + 1, _WEEK)
    blocks = max(weeks + (rest >= _SHORTEST), 1)
    return [span.start + timedelta(days=_WEEK * number) for number in range(blocks)]


def _month_starts(span: Period) -> list[date]:
    first = span.start.year * 12 + span.start.month - 1
    last = span.end.year * 12 + span.end.month - 1
    return [span.start, *(date(month // 12, month % 12 + 1, 1) for month in range(first + 1, last + 1))]


class Tally(NamedTuple):
    """How a limit was held over the check-in periods that count."""

    held: int
    missed: int
    """Periods over and without a check-in: not held."""
    periods: int


def tally(periods: tuple[Period, ...], checked: Iterable[tuple[date, bool]], as_of: date) -> Tally:
    """Count the periods that had passed by `as_of`, and those in which the last check-in held the limit.

    `checked` has the day of each check-in and whether it held, in any order; days after `as_of` or outside
    the periods are left out. A period has passed with its last day; the running one counts only with a
    check-in.
    """
    last: dict[int, tuple[date, bool]] = {}
    starts = [period.start for period in periods]
    newest = min(as_of, periods[-1].end)
    for day, held in checked:
        if starts[0] <= day <= newest:
            number = bisect_right(starts, day) - 1
            last[number] = max(last.get(number, (day, held)), (day, held), key=lambda pair: pair[0])
    passed = sum(period.end <= as_of for period in periods)
    running = passed in last
    count_held = sum(held for _, held in last.values())
    return Tally(count_held, passed + running - len(last), passed + running)
