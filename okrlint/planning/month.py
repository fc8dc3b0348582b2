"""Calendar months, the steps in which a pipeline is planned."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from okrlint.model.quarter import Quarter

_MONTHS = 12
_OF_A_QUARTER = 3
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Month(NamedTuple):
    """A month of a year; ordered in time."""

    year: int
    number: int
    """1 to 12."""

    @property
    def label(self) -> str:
        """`2026-07`, as pipeline files have it."""
        return f"{self.year:04}-{self.number:02}"

    @property
    def name(self) -> str:
        """`Jul 2026`, for readers."""
        return f"{_NAMES[self.number - 1]} {self.year}"

    def shifted(self, months: int) -> Month:
        """The month so many months later."""
        year, number = divmod(self.year * _MONTHS + self.number - 1 + months, _MONTHS)
        return Month(year, number + 1)


@cache
def _form() -> re.Pattern[str]:
    return re.compile(r"([1-9][0-9]{3})-(0[1-9]|1[0-2])")


def parse_month(text: str) -> Month | None:
    """The month of a label such as 2026-07; None for anything else."""
    found = _form().fullmatch(text)
    return Month(int(found.group(1)), int(found.group(2))) if found else None


def months_of(quarter: Quarter) -> tuple[Month, ...]:
    """The three months of a quarter, fiscal ones included."""
    first = Month(quarter.start.year, quarter.start.month)
    return tuple(first.shifted(step) for step in range(_OF_A_QUARTER))
