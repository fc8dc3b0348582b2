"""A short name for all that a page is made of, so that a page need not be rendered to know that it is the same.

The values of pages share most of their parts: a quarter holds the rows of its plans. Every larger part is looked at
once. What cannot be told from its values (a model object, a function) has no key, and such a page is made each time.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Mapping
from typing import Any

from okrlint.records import Record

_SIZE = 16
_MOST_PARTS = 20_000
"""Parts that are kept for other pages; with more of them all are forgotten, so that a large site fits in memory."""
_LARGER_PART = 6
"""Entries of a mapping from which on it is looked at by itself."""


class PageKeys:
    """Keys of the pages of one build."""

    def __init__(self, program: bytes) -> None:
        """Pages of another program, whose name this is, never have the same keys."""
        self._program = program
        self._parts: dict[int, bytes] = {}
        self._kept: list[object] = []

    def of(self, path: str, values: Mapping[str, Any]) -> bytes | None:
        """The key of a page; None where its values do not tell it."""
        if len(self._parts) > _MOST_PARTS:
            self._parts.clear()
            self._kept.clear()
        try:
            return self._digest((path, {**values}), self._program)
        except (pickle.PicklingError, TypeError, ValueError, AttributeError, RecursionError):
            return None

    def part(self, mapping: dict[str, Any]) -> bytes:
        """The key of a part, worked out once; the part is kept, because its address is its name in here."""
        found = self._parts.get(id(mapping))
        if found is None:
            found = self._parts[id(mapping)] = self._digest(list(mapping.items()), b"")
            self._kept.append(mapping)
        return found

    def _digest(self, value: object, program: bytes) -> bytes:
        stream = io.BytesIO(program)
        stream.seek(len(program))
        writer = _Writer(stream, self)
        writer.dump(value)
        return hashlib.blake2b(stream.getbuffer(), digest_size=_SIZE).digest()


class _Writer(pickle.Pickler):
    """Writes values alike whether or not parts of them are one object: what is equal gets one key."""

    def __init__(self, stream: io.BytesIO, keys: PageKeys) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self.fast = True
        self._keys = keys

    def persistent_id(self, value: object) -> bytes | None:
        """The key of a larger part stands for it."""
        if type(value) is dict and len(value) >= _LARGER_PART:
            return self._keys.part(value)
        return None

    def reducer_override(self, value: object) -> Any:
        """Refuse model objects: they hold the whole portfolio, and not all that they say is in their values."""
        if isinstance(value, Record) or (callable(value) and not isinstance(value, type)):
            raise pickle.PicklingError(type(value).__name__)
        return NotImplemented
