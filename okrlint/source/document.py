"""One file as plain data, with the place of every value and key."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from okrlint.records import Record
from okrlint.source.places import Offsets, Path, Places, Scalar, value_at
from okrlint.source.quick_reader import offsets_of
from okrlint.source.span import Location, Position, Span
from okrlint.source.text import SourceText
from okrlint.tuples import NamedTuple

__all__ = ["Comment", "Document", "Path", "Scalar", "SourceProblem"]


class SourceProblem(NamedTuple):
    """Something that is wrong with the text as YAML."""

    message: str
    hint: str
    span: Span
    first: Span | None = None
    """The other place of a pair, for example the first use of a key."""


class Comment(NamedTuple):
    """A comment, without the number sign."""

    text: str
    span: Span
    own_line: bool
    """True where nothing but white space stands before it."""


class Document(Record):
    """A file that was read: its data if it could be, its problems, and places on demand."""

    text: SourceText
    data: Any = None
    """Plain dicts, lists, text, numbers, booleans and None; keys are always text as written."""
    problems: tuple[SourceProblem, ...] = ()
    offsets: Offsets[int] | None = None
    """Where the data stands; None where the file could not be read, and where `by_rows` says that it can wait."""
    by_rows: bool = False
    """Whether the text was read row by row: where its data stands is worked out when somebody asks."""
    odd_numbers: bool = True
    """Whether a number may be written with an exponent, or with decimals in another way than its shortest."""

    @property
    def path(self) -> str:
        """The file's path as people know it."""
        return self.text.path

    @property
    def readable(self) -> bool:
        """Whether there is data; a file that holds nothing but `null` is readable."""
        return self.offsets is not None or self.by_rows

    def has(self, path: Path) -> bool:
        """Whether there is a value at this path; an empty one counts."""
        try:
            self._places.value(path)
        except KeyError:
            return False
        return True

    def span(self, path: Path) -> Span:
        """The place of a value, from its first to behind its last character. Raises KeyError where there is none."""
        return self._places.span(path)

    def key_span(self, path: Path) -> Span:
        """The place of the key of a mapping entry; of the value itself in a list. Raises KeyError."""
        return self._places.key_span(path)

    def scalar(self, path: Path) -> Scalar:
        """A scalar as written. Raises KeyError where there is none."""
        return self._places.scalar(path)

    def raw(self, path: Path) -> str:
        """The text of a scalar as it is read, of other values as written. Raises KeyError where there is none."""
        if not self.odd_numbers and (value := value_at(path, self.data)).__class__ is float:
            return repr(value)  # without a look at where it stands, which takes longer than reading the file
        return self._places.raw(path)

    def in_flow(self, path: Path) -> bool:
        """Whether a value stands inside brackets or braces. Raises KeyError."""
        return self._places.in_flow(path)

    def location(self, path: Path) -> Location:
        """The place of a value in the file. Raises KeyError."""
        return Location(self.path, self.span(path))

    def scalars(self) -> Iterator[tuple[Path, Scalar]]:
        """Every scalar value with its path, in file order; keys are not among them."""
        return ((path, leaf) for path, leaf in self.leaves() if isinstance(leaf, Scalar))

    def leaves(self) -> Iterator[tuple[Path, Scalar | type]]:
        """The same with every empty list and mapping, which are there as their type."""
        return self._places.leaves() if self.readable else iter(())

    def scalar_offsets(self) -> Iterator[tuple[int, int]]:
        """Begin and end of every scalar, keys included, in file order."""
        return self._places.scalar_offsets() if self.readable else iter(())

    def comments(self) -> tuple[Comment, ...]:
        """Every comment in file order: number signs at a line's start or after white space, outside every scalar."""
        return self._comments if "#" in self.text.text else ()

    @cached_property
    def _places(self) -> Places:
        offsets = offsets_of(self.text.text) if self.by_rows else self.offsets
        if offsets is None:
            raise KeyError(f"{self.path} could not be read")
        return Places(offsets, self.data, self.text)

    @cached_property
    def _comments(self) -> tuple[Comment, ...]:
        text, found, at = self.text.text, [], 0
        while (at := text.find("#", at)) >= 0:
            is_free = at == 0 or text[at - 1] in " \t\r\n\ufeff"
            if is_free and not (self.readable and self._places.is_in_scalar(at)):
                found.append(self._comment(at))
                at = found[-1].span.end.offset
            else:
                at += 1
        return tuple(found)

    def _comment(self, start: int) -> Comment:
        position = self.text.position(start)
        line = self.text.line(position.line)
        end = start - position.column + 1 + len(line)
        own_line = not line[: position.column - 1].strip()
        span = Span(position, Position(position.line, len(line) + 1, end))
        return Comment(self.text.text[start + 1 : end], span, own_line)
