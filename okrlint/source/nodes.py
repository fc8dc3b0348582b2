"""The tree of places behind a document's data.

Scalars stay the parser's own events, which hold text, style and both marks already: an object of our own for each of
them would make reading half as slow again. Only collections get one.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from okrlint.source.span import Position, Span


class Scalar(NamedTuple):
    """A scalar as written."""

    raw: str
    """Its text after quotes and escapes are undone."""
    style: str
    """plain, single, double, literal or folded."""
    span: Span
    """The value's place, quotes included."""


class Collection:
    """A mapping or a sequence with the places of its entries."""

    __slots__ = ("data", "end", "entries", "flow", "is_mapping", "start")

    def __init__(self, start: Any, *, is_mapping: bool, flow: bool) -> None:
        """Open a collection at the parser's start mark; `entries` and `data` grow while it is read."""
        self.start = start
        self.end: Any = None
        self.is_mapping = is_mapping
        self.flow = flow
        self.data: Any = {} if is_mapping else []
        self.entries: Any = {} if is_mapping else []


_STYLES = {"'": "single", '"': "double", "|": "literal", ">": "folded"}


def position_of(mark: Any) -> Position:
    """A parser's mark, which counts from zero, as a position."""
    return Position(mark.line + 1, mark.column + 1, mark.index)


def span_of(node: Any, text: str) -> Span:
    """The place of a node: from its first to behind its last character, without what follows."""
    if not isinstance(node, Collection):
        if node.start_mark.index == node.end_mark.index:
            return _nothing(position_of(node.end_mark), text)
        return Span(position_of(node.start_mark), _scalar_end(node, text))
    if node.flow and node.end is not None:
        return Span(position_of(node.start), position_of(node.end))
    return Span(position_of(node.start), _last_end(node, text))


def _nothing(place: Position, text: str) -> Span:
    """The place of an empty value: right behind its key, where parsers differ by the blanks that follow."""
    offset = place.offset
    while offset and text[offset - 1] in " \t\r\n":
        offset -= 1
    breaks = text.count("\n", offset, place.offset)
    column = (
        offset - max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
        if breaks
        else place.column - (place.offset - offset)
    )
    found = Position(place.line - breaks, column, offset)
    return Span(found, found)


def _last_end(node: Collection, text: str) -> Position:
    """The end of a block collection is that of its last entry; the parser's own mark runs on to the next token."""
    while node.entries:
        last = next(reversed(node.entries.values()))[1] if node.is_mapping else node.entries[-1]
        if not isinstance(last, Collection) or (last.flow and last.end is not None):
            return span_of(last, text).end
        node = last
    return position_of(node.start)


def _scalar_end(event: Any, text: str) -> Position:
    """The end of a scalar; a block scalar's mark includes the blank lines behind it, which are cut off."""
    if event.style not in ("|", ">"):
        return position_of(event.end_mark)
    begin, end = event.start_mark.index, event.end_mark.index
    body = text[begin:end].rstrip()
    line = event.start_mark.line + 1 + body.count("\n")
    column = len(body) - body.rfind("\n") if "\n" in body else event.start_mark.column + 1 + len(body)
    return Position(line, column, begin + len(body))


def scalar_of(event: Any, text: str) -> Scalar:
    """A scalar event as a scalar."""
    return Scalar(event.value, _STYLES.get(event.style or "", "plain"), span_of(event, text))
