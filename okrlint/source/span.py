"""Places in a text: lines and columns count from one, in code points; spans are half-open."""

from __future__ import annotations

from okrlint.tuples import NamedTuple


class Position(NamedTuple):
    """A point between two characters."""

    line: int
    """Line, from 1."""
    column: int
    """Column in code points, from 1."""
    offset: int
    """Code points from the beginning of the text, from 0; a byte order mark does not count."""


class Span(NamedTuple):
    """From a point up to, but not including, another."""

    start: Position
    end: Position


class Location(NamedTuple):
    """A span in a file; the path is relative to the repository's root, with `/`."""

    path: str
    span: Span
