"""Quarters, calendar and fiscal."""

from __future__ import annotations

import datetime
import re
from functools import cache

from okrlint.tuples import NamedTuple

_MONTHS = 12


class NotAQuarter(ValueError):
    """A text that names no quarter; the text of the error says how to write one."""


class Quarter(NamedTuple):
    """Three months. `year` is the calendar year, or the fiscal one, named after the year in which it ends."""

    year: int
    number: int
    """1 to 4."""
    fiscal_start: int = 1
    """The month in which the fiscal year begins; 1 means calendar quarters."""

    @property
    def label(self) -> str:
        """`2026-Q4`, or `FY27-Q1` where a fiscal year is set."""
        if self.fiscal_start == 1:
            return f"{self.year:04}-Q{self.number}"
        return f"FY{self.year % 100:02}-Q{self.number}"

    @property
    def start(self) -> datetime.date:
        """Its first day."""
        return _first_day(self)

    @property
    def end(self) -> datetime.date:
        """Its last day."""
        return _last_day(self)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.next().start - self.start).days

    def contains(self, day: datetime.date) -> bool:
        """Whether a day lies in it."""
        return self.start <= day <= self.end

    def next(self) -> Quarter:
        """The following one."""
        return self.shifted(1)

    def previous(self) -> Quarter:
        """The one before."""
        return self.shifted(-1)

    def shifted(self, quarters: int) -> Quarter:
        """The one so many quarters later."""
        count = self.year * 4 + self.number - 1 + quarters
        return Quarter(count // 4, count % 4 + 1, self.fiscal_start)


@cache
def _first_day(quarter: Quarter) -> datetime.date:
    first_year = quarter.year if quarter.fiscal_start == 1 else quarter.year - 1
    months = quarter.fiscal_start - 1 + 3 * (quarter.number - 1)
    return datetime.date(first_year + months // _MONTHS, months % _MONTHS + 1, 1)


@cache
def _last_day(quarter: Quarter) -> datetime.date:
    return quarter.next().start - datetime.timedelta(days=1)


@cache
def _canonical() -> re.Pattern[str]:
    return re.compile(r"(?:(?P<year>[12][0-9]{3})|FY(?P<fiscal>[0-9]{2}))-Q(?P<number>[1-4])")


@cache
def parse_quarter(text: str, fiscal_start: int = 1) -> Quarter:
    """The quarter of a label in its one form. Raises NotAQuarter with the form that is wanted."""
    found = _canonical().fullmatch(text)
    if found is None:
        raise NotAQuarter("write the quarter as " + ("2026-Q4" if fiscal_start == 1 else "FY27-Q1"))
    number = int(found.group("number"))
    if found.group("fiscal"):
        if fiscal_start == 1:
            raise NotAQuarter("write a calendar quarter such as 2026-Q4, or set fiscal_year_start in company.yaml")
        return Quarter(2000 + int(found.group("fiscal")), number, fiscal_start)
    if fiscal_start != 1:
        raise NotAQuarter(f"write a fiscal quarter such as FY27-Q1; the fiscal year begins in month {fiscal_start}")
    return Quarter(int(found.group("year")), number)


def quarter_of(day: datetime.date, fiscal_start: int = 1) -> Quarter:
    """The quarter in which a day lies."""
    months = day.year * _MONTHS + day.month - 1 - (fiscal_start - 1)
    year, month = divmod(months, _MONTHS)
    return Quarter(year + (fiscal_start != 1), month // 3 + 1, fiscal_start)


def suggest_quarter(text: str, fiscal_start: int = 1) -> str | None:
    """The label that a quarter written in another way must mean (`Q4 2026`, `2026q4`), or None."""
    compact = re.sub(r"[\s/_.'\u2019-]+", "", text).upper()
    found = re.fullmatch(r"(?:FY)?([0-9]{4}|[0-9]{2})Q([1-4])|Q([1-4])(?:FY)?([0-9]{4}|[0-9]{2})", compact)
    if found is None:
        return None
    year = int(found.group(1) or found.group(4))
    number = int(found.group(2) or found.group(3))
    full = year if len(found.group(1) or found.group(4)) == len("2026") else 2000 + year
    return Quarter(full, number, fiscal_start).label
