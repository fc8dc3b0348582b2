"""What every noun of the model has: its place in the file, and that of each of its fields."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar

from okrlint.records import Record
from okrlint.source.document import Document, Path
from okrlint.source.span import Location


class Located(Record):
    """An object of the model that knows where it was written."""

    FIELDS: ClassVar[tuple[str, ...]] = ()
    """The YAML names of its fields; the published schema has the same."""
    GRIP: ClassVar[tuple[str, ...]] = ("title", "name", "id")
    """The fields by which a reader knows it, best first."""

    document: Document
    path: Path

    @cached_property
    def raw(self) -> dict[str, Any]:
        """Its fields as plain data; empty where the short form of a value was used."""
        value = self.document.data
        for step in self.path:
            value = value[step]
        return value if isinstance(value, dict) else {}

    def has(self, field: str) -> bool:
        """Whether the field is there with a value. Raises KeyError for a name that is no field."""
        self._known(field)
        return self.raw.get(field) is not None

    def at(self, field: str | None = None) -> Location:
        """The place of a field's value; of the line by which a reader knows the object where the field is missing.

        Raises KeyError for a name that is no field.
        """
        if field is not None:
            self._known(field)
            if self.raw.get(field) is not None:
                return self.document.location((*self.path, field))
            if field in self.raw:
                return self.at_key(field)
        return self._grip()

    def at_key(self, field: str) -> Location:
        """The place of a field's key; of the object where the field is missing."""
        self._known(field)
        if field not in self.raw:
            return self._grip()
        return Location(self.document.path, self.document.key_span((*self.path, field)))

    def _grip(self) -> Location:
        raw = self.raw
        for field in self.GRIP:
            if raw.get(field) is not None:
                return self.document.location((*self.path, field))
        if raw:
            return Location(self.document.path, self.document.key_span((*self.path, next(iter(raw)))))
        return self.document.location(self.path)

    def _known(self, field: str) -> None:
        if field not in self.FIELDS:
            raise KeyError(f"{type(self).__name__} has no field {field}")
