"""New entries of a mapping, and new scalars in it, in the layout that stands there: block or flow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from okrlint.source.document import Document, Path
from okrlint.source.edit import Edit, scalar_edits
from okrlint.source.insertion import Insertion
from okrlint.source.quoting import quote

_STEP = 2
"""Blanks by which a mapping stands inside its field, where the file does not show it."""


class Bare(str):
    """A number, or true or false, that is written without quotes."""

    __slots__ = ()


Entries = Mapping[str, Any]
"""What to write: text, `Bare`, or a mapping of these."""


def insert_entries(document: Document, owner: Path, entries: Entries, after: str | None) -> Insertion:
    """Write new entries behind the entry `after` of a mapping that has some; None puts them in front of the first.

    In a block they stand on lines of their own, comments stay with the lines that they belong to.
    """
    if is_flow(document, owner):
        return Insertion((_in_flow(document, owner, entries, after),), changes_of(owner, entries))
    first = next(iter(_value(document, owner)))
    column = document.key_span((*owner, first)).start.column - 1
    if after is None:
        # Right below the key of the mapping, so that a comment above its first entry stays above that.
        offset = _line_end(document, document.key_span(owner).end.offset)
    else:
        offset = _line_end(document, document.span((*owner, after)).end.offset)
    lines = _lines(entries, column, _step(document, owner))
    return Insertion((_insertion(document, offset, _below(lines)),), changes_of(owner, entries))


def fill_mapping(document: Document, place: Path, entries: Entries) -> Insertion:
    """Write entries into a field that is there and empty, null or a scalar; what stands there goes."""
    changes: dict[Path, str | None] = {place: None, **changes_of(place, entries)}
    if document.in_flow(place):
        return Insertion(_replaced(document, place, f"{{{_inline(entries)}}}"), changes)
    key, value = document.key_span(place), document.span(place)
    start = document.text.text.find(":", key.end.offset) + 1
    end = max(start, value.end.offset)
    step = _step(document, place[:-1])
    block = _below(_lines(entries, key.start.column - 1 + step, step))
    return Insertion(
        (Edit(document.text.span(start, end), ""), _insertion(document, _line_end(document, end), block)), changes
    )


def replace_scalar(document: Document, path: Path, text: str) -> Insertion:
    """Write another scalar in the place of one."""
    return Insertion(scalar_edits(document, path, written(text, in_flow=document.in_flow(path))), {path: str(text)})


def _replaced(document: Document, place: Path, text: str) -> tuple[Edit, ...]:
    """Braces in the place of a scalar or of empty braces."""
    if _value(document, place) == {}:
        return (Edit(document.span(place), text),)
    return scalar_edits(document, place, text)


def is_flow(document: Document, path: Path) -> bool:
    """Whether a mapping is written inside braces."""
    start = document.span(path).start.offset
    return document.in_flow(path) or document.text.text[start : start + 1] == "{"


def _in_flow(document: Document, owner: Path, entries: Entries, after: str | None) -> Edit:
    if after is None:
        first = next(iter(_value(document, owner)))
        offset = document.key_span((*owner, first)).start.offset
        return _insertion(document, offset, f"{_inline(entries)}, ")
    return _insertion(document, document.span((*owner, after)).end.offset, f", {_inline(entries)}")


def _inline(entries: Entries) -> str:
    parts = (
        f"{quote(key, in_flow=True)}: "
        + (f"{{{_inline(value)}}}" if isinstance(value, Mapping) else written(value, in_flow=True))
        for key, value in entries.items()
    )
    return ", ".join(parts)


def _lines(entries: Entries, column: int, step: int) -> list[str]:
    """The lines of entries in a block whose keys stand behind so many blanks."""
    lines: list[str] = []
    for key, value in entries.items():
        start = f"{' ' * column}{quote(key)}:"
        if isinstance(value, Mapping):
            lines += (start, *_lines(value, column + step, step))
        else:
            lines.append(f"{start} {written(value)}")
    return lines


def _below(lines: list[str]) -> str:
    return "".join(f"\n{line}" for line in lines)


def written(text: str, *, in_flow: bool = False) -> str:
    """A scalar on one line."""
    return str(text) if isinstance(text, Bare) else quote(text, in_flow=in_flow)


def bare(text: str) -> str:
    """A text as `Bare` where it is a plain number that every parser reads alike."""
    return Bare(text) if re.fullmatch(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", text) else text


def changes_of(owner: Path, entries: Entries) -> dict[Path, str | None]:
    """The text of every new scalar by its path, as `edit.apply` wants it."""
    changes: dict[Path, str | None] = {}
    for key, value in entries.items():
        changes |= changes_of((*owner, key), value) if isinstance(value, Mapping) else {(*owner, key): str(value)}
    return changes


def _value(document: Document, path: Path) -> Any:
    value = document.data
    for step in path:
        value = value[step]
    return value


def _step(document: Document, owner: Path) -> int:
    """The blanks by which the mapping's own block mappings stand inside their fields."""
    fields = _value(document, owner)
    for key, value in fields.items() if isinstance(fields, dict) else ():
        place = (*owner, key)
        if isinstance(value, dict) and value and not is_flow(document, place):
            outer = document.key_span(place).start.column
            return document.key_span((*place, next(iter(value)))).start.column - outer
    return _STEP


def _insertion(document: Document, offset: int, text: str) -> Edit:
    return Edit(document.text.span(offset, offset), text)


def _line_end(document: Document, offset: int) -> int:
    """The end of the line on which what stands before an offset ends; a comment behind it stays with it."""
    before = len(document.text.text[:offset].rstrip())
    line = document.text.position(before).line
    return document.text.line_start(line) + len(document.text.line(line))
