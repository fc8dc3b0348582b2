"""What is wrong with a text that should be a date, and which date it most likely means."""

from __future__ import annotations

import calendar
import datetime
import re
from functools import cache

FORM = "write year-month-day, such as 2026-12-31"
_MONTHS = 12


def why_no_date(text: str) -> str:
    """The reason for a text in the right form that is no day; empty for any other text."""
    found = re.fullmatch(r"([1-9][0-9]{3})-([0-9]{2})-([0-9]{2})", text)
    if found is None:
        return ""
    year, month = int(found[1]), int(found[2])
    if not 1 <= month <= _MONTHS:
        return f": there is no month {found[2]}"
    return f": {calendar.month_name[month]} {year} has {calendar.monthrange(year, month)[1]} days"


def how_to_write(text: str) -> str:
    """What to write instead: the date itself where the text can mean only one, else the form of a date."""
    day = _meant(text.strip())
    return FORM if day is None else f"write {day.isoformat()}"


def _meant(text: str) -> datetime.date | None:
    """The day of a text in another order or with a time; None where day and month could be swapped."""
    year_first, day_or_month_first = _forms()
    found = year_first.fullmatch(text)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = day_or_month_first.fullmatch(text)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    both = {_day(year, second, first), _day(year, first, second)} - {None}
    return both.pop() if len(both) == 1 else None


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    year, part = "([12][0-9]{3})", "([0-9]{1,2})"
    return (
        re.compile(rf"{year}[-/. ]?{part}[-/. ]?{part}(?:[T ].*)?"),
        re.compile(rf"{part}[-/. ]{part}[-/. ]{year}"),
    )
