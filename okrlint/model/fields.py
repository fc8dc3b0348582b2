"""Tolerant access to the fields of a mapping: a value of the wrong shape is None here and a finding elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
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

    def read(self, table: Table) -> dict[str, Any]:
        """What every located record is made with, and what the fields of a table say, by its attributes.

        A field without a readable value is left out, so that the record's own default holds.
        """
        found: dict[str, Any] = {"document": self.document, "path": self.path, "raw": self.data}
        for name, value in self.data.items():
            if value is not None and name in table:
                attribute, parse = table[name]
                meaning = parse(value)
                if meaning is not None:
                    found[attribute] = meaning
        return found

    def text(self, name: str) -> str | None:
        """A text that is not blank."""
        return text_of(self.data.get(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """One text or a list of texts."""
        return texts_of(self.data.get(name))

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
        return number_of(self.data.get(name))

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


Table = Mapping[str, tuple[str, Callable[[Any], Any]]]
"""The fields of a noun by their names in YAML: the attribute that holds each, and what makes it of plain data."""


def text_of(value: object) -> str | None:
    """A text that is not blank."""
    return value if isinstance(value, str) and value and not value.isspace() else None


def texts_of(value: object) -> tuple[str, ...]:
    """One text or a list of texts."""
    if isinstance(value, str):
        return (value,) if text_of(value) else ()
    return tuple(filter(None, map(text_of, value))) if isinstance(value, list) else ()


def number_of(value: object) -> Decimal | None:
    """A bare number, or one written as a quantity; a percentage counts as its fraction."""
    found = None if value is None else quantity_or_none(value)
    return None if found is None else found.fraction


def texts_table(*names: str) -> dict[str, tuple[str, Callable[[Any], Any]]]:
    """The part of a table with fields that are texts and whose attributes have the same names."""
    return {name: (name, text_of) for name in names}


def quantity_or_none(raw: object) -> Quantity | None:
    """The quantity of a value, None where it is none."""
    try:
        return parse_quantity(raw)
    except NotAQuantity:
        return None
