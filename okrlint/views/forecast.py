"""Where a key result may end: always a range, never a promise."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.quantity import Quantity, round_half_up

if TYPE_CHECKING:
    from datetime import date

    from okrlint.model.key_result import KeyResult
    from okrlint.model.pace import Pace

_MOVES = frozenset(("increase", "decrease", "count"))
_FEWEST = 3
"""Check-ins; fewer of them show no direction."""
_LATELY = 4
"""Check-ins that say how fast it goes now."""
_LARGE, _SMALL = 100, 10


def readings(key_result: KeyResult, as_of: date) -> list[tuple[date, Decimal]]:
    """The numbers checked in up to a day, by day."""
    return [
        (entry.date, entry.value.value)
        for entry in key_result.check_ins
        if entry.date is not None and entry.date <= as_of and isinstance(entry.value, Quantity)
    ]


def start_of(key_result: KeyResult) -> Decimal:
    """The value from which progress is counted: the baseline, 0 for a count."""
    start = key_result.baseline.value if key_result.baseline else None
    return Decimal(0) if start is None or key_result.type == "count" else start.value


def forecast_range(key_result: KeyResult, going: Pace, as_of: date) -> tuple[Decimal, Decimal] | None:
    """The lower and the higher of two ways to go on until the due day, as values of the key result.

    As since the first day of the quarter: start + way × progress ÷ elapsed, the forecast of `model.pace`. As in the
    last four check-ins: last + (last − first of them) ÷ days between × days left. None before the third check-in,
    while `model.pace` has no forecast, after the close, and for what does not move from a start to a target.
    """
    known, due, goal = readings(key_result, as_of), key_result.due, key_result.goal
    if key_result.type not in _MOVES or len(known) < _FEWEST or due is None or goal is None:
        return None
    whole = going.forecast
    (first_day, first), (last_day, last) = known[-_LATELY:][0], known[-1]
    if whole is None or key_result.plan.status == "closed" or last_day <= first_day:
        return None
    start, left = start_of(key_result), max(0, (due - last_day).days)
    ends = (start + (goal - start) * whole, last + (last - first) / (last_day - first_day).days * left)
    return min(ends), max(ends)


def sensible(value: Decimal) -> Decimal:
    """A forecast without digits that it cannot know: whole from 100 up, one decimal from 10 up, else two."""
    return round_half_up(value, 0 if abs(value) >= _LARGE else 1 if abs(value) >= _SMALL else 2)
