"""Cells and values of foreign files as plans write them: numbers, scores, days and people; None for anything else."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from functools import cache
from typing import Any

from okrlint.model.dates import parse_date
from okrlint.model.quantity import NotAQuantity, parse_quantity

_LONGEST = 80
_PERCENT = 100
_CENTURY = 2000
_TEN = 10
_YEAR = 12
"""Months: a number above is a day."""
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "ene"),
            ("feb", "fév", "fev"),
            ("mar", "mär", "mrt"),
            ("apr", "avr", "abr"),
            ("may", "mai", "mag", "mei"),
            ("jun", "juin", "giu"),
            ("jul", "juil", "lug"),
            ("aug", "août", "ago"),
            ("sep", "set"),
            ("oct", "okt", "ott", "out"),
            ("nov",),
            ("dec", "dez", "déc", "dic"),
        ),
        1,
    )
    for name in names
}


def quantity_of(raw: object) -> Any:
    """A number, or a text that plans take for a quantity: `1.234,5 €` becomes `1,234.5 €`; None for anything else."""
    if isinstance(raw, bool) or raw is None:
        return None
    if isinstance(raw, (int, float)):
        return raw if _is_quantity(raw) else None
    if not isinstance(raw, str) or len(raw) > _LONGEST:
        return None
    text = house_form(" ".join(raw.split()))
    if not _is_quantity(text):
        return None
    return number_or_text(text)


def _is_quantity(raw: object) -> bool:
    try:
        return parse_quantity(raw).per is None
    except NotAQuantity:
        return False


def number_or_text(text: str) -> Any:
    """A plain number as a number, so that no quotes are needed; anything else as it is."""
    if re.fullmatch(r"-?(?:0|[1-9][0-9]{0,14})", text):
        return int(text)
    # Zeros at the end say how exactly something was measured: a number would lose them, and so would a long one.
    if re.fullmatch(r"-?(?:0|[1-9][0-9]{0,9})\.[0-9]{0,5}[1-9]", text):
        return float(text)
    return text


def house_form(text: str) -> str:
    """Thousands with commas or without, decimals with a point, the sign of a share right behind."""
    text = re.sub(r"(?<=\d)[ \u00a0\u202f'’](?=\d{3}(?!\d))", "", text)
    text = re.sub(r"(?<=\d) (?=%)", "", text).replace("\u2212", "-")
    text = re.sub(r"\d{1,3}(?:\.\d{3})+,\d+(?!\d)", lambda found: _swapped(found.group()), text)
    return re.sub(r"(?<![\d.,])\d+,(?:\d{1,2}|\d{4,6})(?![\d,])", lambda found: _swapped(found.group()), text)


def _swapped(number: str) -> str:
    return number.replace(".", "").replace(",", ".")


PICTURE = "[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?"
"""A picture that stands in front of a score, such as a traffic light, for a regular expression."""


def score_of(raw: object) -> float | int | None:
    """A score from 0 to 1: `0.7`, `0,7`, `70%`, `7/10`, with or without a picture in front."""
    if isinstance(raw, str):
        text = re.sub(rf"^(?:{PICTURE}\s*)+", "", raw.strip()).replace(",", ".")
        parts = re.fullmatch(r"(\d{1,3}(?:\.\d{1,4})?)\s?/\s?(10|100|1|1\.0)", text)
        share = re.fullmatch(r"(\d{1,3}(?:\.\d{1,4})?)\s?%", text)
        if parts:
            return _share(Decimal(parts[1]) / Decimal(parts[2]))
        if share:
            return _share(Decimal(share[1]) / _PERCENT)
        return _share(Decimal(text)) if re.fullmatch(r"\d?\.\d{1,4}|[01]", text) else None
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return _share(Decimal(str(raw))) if abs(raw) < _PERCENT else None
    return None


def _share(value: Decimal) -> float | int | None:
    if not 0 <= value <= 1:
        return None
    return int(value) if value == int(value) else float(value)


def confidence_of(raw: object) -> float | int | None:
    """A confidence from 0 to 1: a score, or a whole number out of ten."""
    found = score_of(raw)
    text = str(raw).strip()
    if found is None and re.fullmatch(r"[2-9]|10", text):
        return _share(Decimal(text) / _TEN)
    return found


def day_of(raw: object) -> str | None:
    """A day as plans write it; a day and month that could be each other's are nobody's guess."""
    text = str(raw).strip() if isinstance(raw, str) else ""
    if not text or len(text) > _LONGEST:
        return None
    iso = re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?\Z", text)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    short = re.fullmatch(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)", text)
    if short:
        return _short(int(short[1]), int(short[3]), int(short[4]), dotted=short[2] == ".")
    return _spelled(text)


def _short(first: int, second: int, year: int, *, dotted: bool) -> str | None:
    full = _full(year)
    if dotted or first > _YEAR or first == second:
        return _day(full, second, first)
    return _day(full, first, second) if second > _YEAR else None


def _spelled(text: str) -> str | None:
    """`31 December 2026`, `Dec 31, 2026`, `31. Dez. 2026`."""
    lowered = text.lower()
    for pattern in _spellings():
        found = pattern.fullmatch(lowered)
        if found:
            month = next((_MONTHS[name] for name in (found["month"][:4], found["month"][:3]) if name in _MONTHS), None)
            return _day(_full(int(found["year"])), month, int(found["day"])) if month else None
    return None


@cache
def _spellings() -> tuple[re.Pattern[str], ...]:
    day, month, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|º)?", r"(?P<month>[^\W\d_]{3,12})\.?", r"(?P<year>20\d\d)"
    return (
        re.compile(rf"{day}[ -](?:de )?{month}[ ,-]{{1,2}}(?:de )?{year}"),
        re.compile(rf"{month} {day},? {year}"),
        re.compile(rf"{day}[/-]{month}[/-](?P<year>\d\d(?:\d\d)?)"),
    )


def _full(year: int) -> int:
    """A year of two digits is of this century."""
    return year if year >= _PERCENT else _CENTURY + year


def _day(year: int, month: int, day: int) -> str | None:
    try:
        text = datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
    return text if parse_date(text) and year >= 1000 else None  # noqa: PLR2004 - a year has four digits


def people_of(raw: object) -> list[str]:
    """The people of a cell: `Ana & Ben`, `@ana, @ben`, `Ana; Ben`."""
    if isinstance(raw, dict):
        raw = next((raw[key] for key in ("name", "full_name", "displayName", "email", "id") if raw.get(key)), "")
    if isinstance(raw, list):
        return [person for one in raw for person in people_of(one)]
    text = str(raw) if isinstance(raw, (str, int)) and not isinstance(raw, bool) else ""
    lines = (" ".join(line.split()) for line in re.split(r"[;&|\n]", text))
    parts = (part for line in lines for part in re.split(r", | (?:and|und|et|y) |,(?=@)| (?=@)", line))
    return [part.strip().lstrip("@").strip() for part in parts if part.strip().lstrip("@").strip()]
