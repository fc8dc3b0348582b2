"""Tolerant access to the fields of a mapping: a value of the wrong shape is None here and a finding elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, TypeVar

from okrlint.model.dates import parse_date
from okrlint.model.quantity import NotAQuantity, Quantity, parse_quantity
from okrlint.source.document import Document, Path

_T = TypeVar("_T")


class Fields:
    """The fields of one mapping, with its path in the document."""

    __slots__ = ("data", "document", "path")

    def __init__(self, document: Document, path: Path, data: object) -> None:
        """Look at a value; one that is no mapping has no fields."""
        self.document = document
        self.path = path
        self.data: dict[str, Any] = data if isinstance(data, dict) else {}

    def text(self, name: str) -> str | None:
        """A text that is not blank."""
        value = self.data.get(name)
        return value if isinstance(value, str) and value.strip() else None

    def texts(self, name: str) -> tuple[str, ...]:
        """One text or a list of texts."""
        value = self.data.get(name)
        if value is None:
            return ()
        items = value if isinstance(value, list) else [value]
        return tuple(item for item in items if isinstance(item, str) and item.strip())

    def date(self, name: str) -> datetime.date | None:
        """A day."""
        value = self.data.get(name)
        return None if value is None else parse_date(value)

    def quantity(self, name: str) -> Quantity | None:
        """A number with a unit."""
        value = self.data.get(name)
        return None if value is None else quantity_or_none(value)

    def number(self, name: str) -> Decimal | None:
        """A bare number, or one written as a quantity; a percentage counts as its fraction."""
        found = self.quantity(name)
        return None if found is None else found.fraction

    def integer(self, name: str) -> int | None:
        """A whole number."""
        value = self.data.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def inner(self, name: str) -> Fields | None:
        """The fields of a mapping inside this one."""
        value = self.data.get(name)
        return Fields(self.document, (*self.path, name), value) if isinstance(value, dict) else None

    def items(self, name: str) -> Iterator[Fields]:
        """The mappings of a list; other entries are passed over."""
        value = self.data.get(name)
        if isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, dict):
                    yield Fields(self.document, (*self.path, name, index), item)

    def build(self, name: str, build: Callable[[Fields], _T]) -> tuple[_T, ...]:
        """One object for each mapping of a list."""
        return tuple(map(build, self.items(name))) if name in self.data else ()

    def place(self) -> dict[str, Any]:
        """What every located record is made with."""
        return {"document": self.document, "path": self.path, "raw": self.data}


def quantity_or_none(raw: object) -> Quantity | None:
    """The quantity of a value, None where it is none."""
    try:
        return parse_quantity(raw)
    except NotAQuantity:
        return None
