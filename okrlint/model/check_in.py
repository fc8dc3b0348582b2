"""A dated value of a key result."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, ClassVar

from okrlint.model.dates import parse_date
from okrlint.model.fields import Fields, Table, number_of, quantity_or_none, texts_table
from okrlint.model.located import Located
from okrlint.model.quantity import Quantity
from okrlint.source.document import Document, Path

_YES = frozenset(("yes", "true"))
_NO = frozenset(("no", "false"))


class CheckIn(Located):
    """What a key result stood at on a day."""

    FIELDS: ClassVar = ("value", "confidence", "note", "next", "by", "corrected")
    GRIP: ClassVar = ("value",)

    date: datetime.date | None
    date_text: str
    value: Quantity | bool | None = None
    confidence: Decimal | None = None
    """How sure the owner is to reach the target, 0 to 1."""
    note: str | None = None
    next: str | None = None
    """The next activity."""
    by: str | None = None
    corrected: str | None = None
    short: bool = False
    """True for `2026-10-12: 1950`."""


def build_check_ins(document: Document, path: Path, data: object) -> tuple[CheckIn, ...]:
    """The check-ins of a mapping from day to value, by day; those without a readable day come first."""
    if not isinstance(data, dict):
        return ()
    built = [_check_in(document, (*path, key), key, value) for key, value in data.items() if value is not None]
    return tuple(sorted(built, key=_day)) if len(built) > 1 else tuple(built)


def _day(check_in: CheckIn) -> datetime.date:
    return check_in.date or datetime.date.min


def _check_in(document: Document, path: Path, key: str, data: Any) -> CheckIn:
    if isinstance(data, dict):
        return CheckIn(**Fields(document, path, data).read(_TABLE), date=parse_date(key), date_text=key)
    return CheckIn(document=document, path=path, date=parse_date(key), date_text=key, value=value_of(data), short=True)


def same_value(one: Quantity | bool | None, other: Quantity | bool | None) -> bool:  # noqa: FBT001  an answer
    """Whether two values mean the same, however they are written."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return one.fraction == other.fraction
    return one is other


def value_of(raw: object) -> Quantity | bool | None:
    """The value that a check-in states: a number, or yes or no."""
    if isinstance(raw, str):
        word = raw.strip().lower()
        if word in _YES or word in _NO:
            return word in _YES
    elif raw is None or isinstance(raw, bool):
        return raw
    return quantity_or_none(raw)


_TABLE: Table = {
    "value": ("value", value_of),
    "confidence": ("confidence", number_of),
    **texts_table("note", "next", "by", "corrected"),
}
