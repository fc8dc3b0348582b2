"""Where everything in a document stands: two offsets for each key and each value, in file order.

A tree of objects with the parser's marks takes forty times the memory of the text, and of most files of a run nobody
ever asks for a place. So the reader keeps bare offsets, and what they belong to is worked out from the data when it is
asked for: a place has the number that its key or value has in the order of the file.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from okrlint.source.span import Span
from okrlint.source.text import SourceText
from okrlint.tuples import NamedTuple

Path = tuple[str | int, ...]
"""The way to a value: keys as written, positions in lists from zero."""
Offsets = array
"""Begin and end of every key and value that the data holds, in file order; the end of a block collection is 0."""

_STYLES = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_BLOCKS = ("literal", "folded")
_FEW = 64
"""Places of a document that are counted one by one; for more of them a table of all is worth its while."""
_PROPERTIES = re.compile(r"(?:[&!]\S*\s*)*")


class Scalar(NamedTuple):
    """A scalar as written."""

    raw: str
    """Its text after quotes and escapes are undone."""
    style: str
    """plain, single, double, literal or folded."""
    span: Span
    """The value's place, quotes included."""


def places_in(value: object, known: dict[int, int] | None = None) -> int:
    """How many keys and values a value holds, itself not counted; `known` are those counted before, by identity."""
    sizes = {} if known is None else known
    if id(value) in sizes:
        return sizes[id(value)]
    count, stack = 0, [value]
    while stack:
        held = stack.pop()
        if id(held) in sizes:
            count += sizes[id(held)]
        elif isinstance(held, (dict, list)):
            count += len(held) * (2 if isinstance(held, dict) else 1)
            inside = held.values() if isinstance(held, dict) else held
            stack += [inner for inner in inside if inner.__class__ in (dict, list)]
    sizes[id(value)] = count
    return count


def value_at(path: Path, data: Any) -> Any:
    """The value at a path through plain data. Raises KeyError where there is none."""
    value = data
    for step in path:
        inside = step in value if isinstance(value, dict) else isinstance(value, list) and step in range(len(value))
        if not inside:
            raise KeyError(path)
        value = value[step]
    return value


class Places:
    """The places of one document's keys and values."""

    def __init__(self, offsets: Offsets[int], data: object, text: SourceText) -> None:
        """Take the offsets that were noted while the data was read from the text."""
        self._offsets = offsets
        self._data = data
        self._text = text
        self._asked = 0
        self._sizes: dict[int, int] = {}

    def value(self, path: Path) -> Any:
        """The value at a path. Raises KeyError where there is none."""
        return value_at(path, self._data)

    def raw(self, path: Path) -> str:
        """The text of a scalar: as it is read where it is text, else as it is written. Raises KeyError."""
        value = self.value(path)
        if isinstance(value, (dict, list)):
            raise KeyError(path)
        return value if isinstance(value, str) else self._written(*self._scalar_bounds(self._number(path)))

    def span(self, path: Path) -> Span:
        """The place of a value, from its first to behind its last character. Raises KeyError."""
        value = self.value(path)
        return self._text.span(*self._bounds(path, value, self._number(path)))

    def key_span(self, path: Path) -> Span:
        """The place of the key of a mapping entry; of the value itself in a list. Raises KeyError."""
        self.value(path)
        if not path or isinstance(path[-1], int):
            return self.span(path)
        number = self._number(path) - 1
        return self._text.span(*self._offsets[2 * number : 2 * number + 2])

    def scalar(self, path: Path) -> Scalar:
        """A scalar as written. Raises KeyError where there is none."""
        value = self.value(path)
        if isinstance(value, (dict, list)):
            raise KeyError(path)
        return self._scalar(value, self._number(path))

    def in_flow(self, path: Path) -> bool:
        """Whether a value stands inside brackets or braces. Raises KeyError."""
        self.value(path)
        return any(self._offsets[2 * self._number(path[:length]) + 1] for length in range(len(path)))

    def leaves(self) -> Iterator[tuple[Path, Scalar | type]]:
        """Every scalar in file order with its path; an empty list or mapping is there as its type."""
        for path, value, number in self._walk():
            if not isinstance(value, (dict, list)):
                yield path, self._scalar(value, number)
            elif not value:
                yield path, type(value)

    def scalar_offsets(self) -> Iterator[tuple[int, int]]:
        """Begin and end of every scalar, keys included, in file order."""
        for path, value, number in self._walk():
            if path and isinstance(path[-1], str):
                yield self._offsets[2 * number - 2], self._offsets[2 * number - 1]
            if not isinstance(value, (dict, list)):
                yield self._scalar_bounds(number)

    def is_in_scalar(self, offset: int) -> bool:
        """Whether an offset lies inside a key or a scalar; the line of a block's head does not."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or offset >= self._offsets[2 * number + 1]:
            return False
        start, end = self._scalar_bounds(number)
        start = self._behind_properties(start, end)
        sign = self._text.text[start : start + 1]
        if sign in ("|", ">"):
            return self._text.text.find("\n", start, offset) >= 0
        return sign not in ("[", "{")

    @cached_property
    def _starts(self) -> Offsets[int]:
        return self._offsets[::2]

    def _number(self, path: Path) -> int:
        """Which of the keys and values a value is: counted for a few, looked up in a table of all for many."""
        self._asked += 1
        return self._counted(path) if self._asked <= _FEW else self._numbers[path]

    def _counted(self, path: Path) -> int:
        value: Any = self._data
        number = 0
        for step in path:
            is_mapping = isinstance(value, dict)
            for at, inner in value.items() if is_mapping else enumerate(value):
                number += 2 if is_mapping else 1
                if at == step:
                    value = inner
                    break
                if inner.__class__ in (dict, list):
                    number += places_in(inner, self._sizes)
        return number

    @cached_property
    def _numbers(self) -> dict[Path, int]:
        return {path: number for path, _, number in self._walk()}

    def _walk(self) -> Iterator[tuple[Path, Any, int]]:
        """Every value in file order with its path and number; the number before is that of its key."""
        number = 0
        stack: list[tuple[Path, Any]] = [((), self._data)]
        while stack:
            path, value = stack.pop()
            if path and isinstance(path[-1], str):
                number += 1
            yield path, value, number
            number += 1
            if isinstance(value, dict):
                stack += [((*path, key), inner) for key, inner in reversed(value.items())]
            elif isinstance(value, list):
                stack += [((*path, index), value[index]) for index in reversed(range(len(value)))]

    def _bounds(self, path: Path, value: Any, number: int) -> tuple[int, int]:
        """Begin and end of a value; a block collection ends with its last entry."""
        if not isinstance(value, (dict, list)):
            return self._scalar_bounds(number)
        start, end = self._offsets[2 * number : 2 * number + 2]
        while not end and value:
            path = (*path, next(reversed(value)) if isinstance(value, dict) else len(value) - 1)
            value, number = self.value(path), self._number(path)
            is_open = isinstance(value, (dict, list))
            end = self._offsets[2 * number + 1] if is_open else self._scalar_bounds(number)[1]
        return start, max(start, end)

    def _scalar_bounds(self, number: int) -> tuple[int, int]:
        """Begin and end of a scalar, where parsers agree.

        Nothing stands right behind its key, and not where the blanks behind it end. A block of text ends with its last
        line: the blank lines that follow are between it and what comes next.
        """
        start, end = self._offsets[2 * number : 2 * number + 2]
        text = self._text.text
        if start == end:
            while start and text[start - 1] in " \t\r\n":
                start -= 1
            return start, start
        if text[self._behind_properties(start, end)] in "|>":
            end = start + len(text[start:end].rstrip())
        return start, end

    def _behind_properties(self, start: int, end: int) -> int:
        """Where a value begins behind its anchor and tag; its end where there is no more."""
        if self._text.text[start : start + 1] not in ("&", "!"):
            return start
        found = _PROPERTIES.match(self._text.text, start, end)
        return min(found.end() if found else start, end - 1)

    def _scalar(self, value: object, number: int) -> Scalar:
        start, end = self._scalar_bounds(number)
        written = self._written(start, end)
        raw = value if isinstance(value, str) else written
        return Scalar(raw, _STYLES.get(written[:1], "plain"), self._text.span(start, end))

    def _written(self, start: int, end: int) -> str:
        """What stands there without anchor and tag."""
        written = self._text.text[start:end]
        return _PROPERTIES.sub("", written, count=1) if written[:1] in ("&", "!") else written
