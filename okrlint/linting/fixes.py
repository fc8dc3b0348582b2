"""Fixes for rules to offer: each knows its edits and what they mean, for the readers that verify it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.linting.finding import Fix

if TYPE_CHECKING:
    from okrlint.model.located import Located
    from okrlint.source.edit import Edit


def replace_value(owner: Located, field: str, text: str, words: str = "", *, safe: bool = True) -> Fix:
    """Write another scalar in the place of a field's value; the field is there and holds a scalar."""
    from okrlint.source.edit import scalar_edits
    from okrlint.source.quoting import quote

    path = (*owner.path, field)
    edits = scalar_edits(owner.document, path, quote(text, in_flow=_in_flow(owner)))
    return Fix(words or f"write `{field}: {text}`", edits, ((path, text),), safe)


def write_number(owner: Located, field: str, number: str, words: str = "", *, safe: bool = True) -> Fix:
    """Write a number or quantity, which stands without quotes, in the place of a field's scalar."""
    from okrlint.source.edit import scalar_edits

    path = (*owner.path, field)
    edits = scalar_edits(owner.document, path, number)
    return Fix(words or f"write `{field}: {number}`", edits, ((path, number),), safe)


def exchange_field(owner: Located, field: str, new: str, written: str, *, safe: bool = True) -> Fix:
    """Write another field with a quantity in the place of one that holds a scalar: `target: 700` to `growth: 40%`."""
    from okrlint.source.edit import Edit, scalar_edits

    path, after = (*owner.path, field), (*owner.path, new)
    key = Edit(owner.document.key_span(path), new)
    edits = (key, *scalar_edits(owner.document, path, written))
    return Fix(f"write `{new}: {written}` in place of `{field}`", edits, ((path, None), (after, written)), safe)


def insert_first(owner: Located, field: str, text: str, words: str = "", *, safe: bool = True) -> Fix:
    """Write a new field in front of an object's first one, in its layout."""
    from okrlint.source.quoting import quote

    in_flow = _in_flow(owner)
    written = f"{field}: {quote(text, in_flow=in_flow)}"
    first = next(iter(owner.raw))
    start = owner.document.key_span((*owner.path, first)).start
    between = ", " if in_flow else f"\n{' ' * (start.column - 1)}"
    return Fix(
        words or f"add `{written}`",
        (_insertion(owner, start.offset, written + between),),
        (((*owner.path, field), text),),
        safe,
    )


def _insertion(owner: Located, offset: int, text: str) -> Edit:
    from okrlint.source.edit import Edit

    return Edit(owner.document.text.span(offset, offset), text)


def _in_flow(owner: Located) -> bool:
    """Whether an object is written inside braces."""
    span = owner.document.span(owner.path)
    return owner.document.text.text[span.start.offset : span.start.offset + 1] == "{"


def delete_comment(location_start: int, location_end: int, owner_text: str) -> tuple[int, int]:
    """The offsets to delete with a comment: the blanks in front of it, and its whole line where it stands alone."""
    line_start = owner_text.rfind("\n", 0, location_start) + 1
    before = owner_text[line_start:location_start]
    if before.strip():
        return location_start - (len(before) - len(before.rstrip())), location_end
    end = owner_text.find("\n", location_end)
    return line_start, len(owner_text) if end < 0 else end + 1
