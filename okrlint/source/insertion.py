"""New items at the end of a list, as one insertion in the layout of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from okrlint.source.document import Document, Path
from okrlint.source.edit import Edit, EditRefused
from okrlint.source.new_yaml import dump
from okrlint.source.reader import read
from okrlint.tuples import NamedTuple

_STEP = 2
"""Blanks by which a list stands inside its field, as in files that okrlint writes."""


class Insertion(NamedTuple):
    """What to hand to `edit.apply`."""

    edits: tuple[Edit, ...]
    changes: Mapping[Path, str | None]


def append_items(document: Document, owner: Path, field: str, items: Sequence[Mapping[str, Any]]) -> Insertion:
    """Add mappings to the list under a field of a mapping; the field may be missing or empty.

    The list's own indentation is kept. Raises EditRefused where it is written inside brackets or braces.
    """
    place = (*owner, field)
    if document.in_flow(owner) or _is_braced(document, owner):
        raise EditRefused("the place is written inside { }; write it as a block first")
    count = _count(document, place)
    if count:
        return _after_last(document, place, items, count)
    return _new_list(document, owner, field, items)


def _is_braced(document: Document, owner: Path) -> bool:
    start = document.span(owner).start.offset
    return document.text.text[start : start + 1] == "{"


def _count(document: Document, place: Path) -> int:
    """How many items a list has; 0 for one that is missing, empty or null."""
    count = 0
    while document.has((*place, count)):
        count += 1
    if count and document.in_flow((*place, 0)):
        raise EditRefused("the list is written inside [ ]; write it as a block first")
    return count


def _after_last(document: Document, place: Path, items: Sequence[Mapping[str, Any]], count: int) -> Insertion:
    first = document.span((*place, 0)).start
    dash = document.text.text.rfind("-", 0, first.offset)
    indent = document.text.position(dash).column - 1
    offset = _line_end(document, document.span((*place, count - 1)).end.offset)
    return Insertion((_insert(document, offset, _block(items, indent)),), _changes(items, place, count))


def _new_list(document: Document, owner: Path, field: str, items: Sequence[Mapping[str, Any]]) -> Insertion:
    """Below the field's key where there is one, else as a new field at the end of the mapping."""
    place = (*owner, field)
    column = document.span(owner).start.column - 1
    block = _block(items, column + _STEP)
    changes = _changes(items, place, 0)
    if not document.has(place):
        offset = _line_end(document, document.span(owner).end.offset)
        return Insertion((_insert(document, offset, f"\n{' ' * column}{field}:{block}"),), changes)
    value, key = document.span(place), document.key_span(place)
    start = document.text.text.find(":", key.end.offset) + 1
    emptied = Edit(document.text.span(start, max(start, value.end.offset)), "")
    offset = _line_end(document, max(start, value.end.offset))
    return Insertion((emptied, _insert(document, offset, block)), {place: None, **changes})


def _insert(document: Document, offset: int, text: str) -> Edit:
    return Edit(document.text.span(offset, offset), text)


def _line_end(document: Document, offset: int) -> int:
    """The end of the line on which what stands before an offset ends; a comment behind it stays with it."""
    before = len(document.text.text[:offset].rstrip())
    line = document.text.position(before).line
    return document.text.line_start(line) + len(document.text.line(line))


def _block(items: Sequence[Mapping[str, Any]], indent: int) -> str:
    lines = dump([dict(item) for item in items]).splitlines()
    return "".join(f"\n{' ' * indent}{line}" if line else "\n" for line in lines)


def _changes(items: Sequence[Mapping[str, Any]], place: Path, count: int) -> dict[Path, str | None]:
    """The text of every scalar of the items by its path in the edited file."""
    written = read(dump([dict(item) for item in items]).encode(), "")
    changes: dict[Path, str | None] = {}
    for path, scalar in written.scalars():
        number, *inner = path
        if isinstance(number, int):
            changes[*place, number + count, *inner] = scalar.raw
    return changes
