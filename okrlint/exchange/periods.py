"""Quarters as people write them: `Q4 2026`, `4Q26`, `FY27 Q1`, `4. Quartal 2026`, `T4 2026`, `Oct-Dec 2026`."""

from __future__ import annotations

import re
from functools import cache

from okrlint.model.quarter import Quarter
from okrlint.tuples import NamedTuple

_CENTURY = 2000
_MONTHS = (
    ("jan[a-z]*", "m[aä]r[a-z]*"),
    ("apr[a-z]*", "jun[a-z]*"),
    ("jul[a-z]*", "sep[a-z]*"),
    ("o[ck]t[a-z]*", "de[cz][a-z]*"),
)
_WORDS = "quarter|quartal|trimestre|trimester|kwartaal|kvartal|четверть|квартал"


class Period(NamedTuple):
    """A quarter in a text, and where it stands."""

    label: str
    start: int
    end: int


def find_period(text: str, fiscal_start: int = 1) -> Period | None:
    """The first quarter with its year that a text names; of months only whole calendar quarters."""
    for pattern in _patterns():
        found = pattern.search(text)
        if found:
            year, fiscal = _year(found)
            number = found.group("number") if "number" in found.groupdict() else None
            quarter = Quarter(year, int(number), fiscal_start) if number else _of_months(found, year, fiscal_start)
            label = f"FY{year % 100:02}-Q{quarter.number}" if fiscal and fiscal_start == 1 else quarter.label
            return Period(label, found.start(), found.end())
    return None


def _year(found: re.Match[str]) -> tuple[int, bool]:
    text = found.group("year")
    digits = int(re.sub(r"\D", "", text))
    return digits if digits >= _CENTURY else _CENTURY + digits, "fy" in found.group().lower()


def _of_months(found: re.Match[str], year: int, fiscal_start: int) -> Quarter:
    number = next(index for index in range(1, 5) if found.group(f"months{index}"))
    return Quarter(year, number, fiscal_start)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    year = r"(?P<year>(?:FY|CY)?[ '’]?(?:20)\d\d|(?:FY|CY)[ '’]?\d\d|['’]\d\d)"
    bare = r"(?P<year>(?:FY|CY)?[ '’]?(?:20)?\d\d)"
    gap = r"[ /_.,'’:|–-]{0,3}"
    spelled = rf"(?P<number>[1-4])(?:st|nd|rd|th|\.|º|°|er|e|ème)?[ ]?(?:{_WORDS})"
    months = "|".join(
        rf"(?P<months{index}>{first}[ ]?(?:-|–|to|bis|à)[ ]?{last})" for index, (first, last) in enumerate(_MONTHS, 1)
    )
    parts = (
        rf"(?<![^\W_]){year}{gap}[QTK](?P<number>[1-4])(?![^\W_])",  # 2026-Q4, FY27 Q1
        rf"(?<![^\W_])[QTK](?P<number>[1-4]){gap}(?:of )?{bare}(?![^\W_])",  # Q4 2026, Q4'26
        rf"(?<![^\W_])(?P<number>[1-4])[Q]{gap}{bare}(?![^\W_])",  # 4Q26
        r"(?<![^\W_])(?P<year>20\d\d)[年 ]{0,2}(?:第)?(?P<number>[1-4])(?:四半期|季度|분기)",
        rf"(?<![^\W_]){spelled}(?: of| de| del| des)?{gap}{bare}(?![^\W_])",
        rf"(?<![^\W_])(?:{_WORDS}){gap}(?P<number>[1-4]){gap}{bare}(?![^\W_])",
        rf"(?<![^\W_]){year}{gap}{spelled}(?![^\W_])",
        rf"(?<![^\W_])(?:{months}){gap}{bare}(?![^\W_])",
    )
    return tuple(re.compile(part, re.IGNORECASE) for part in parts)
