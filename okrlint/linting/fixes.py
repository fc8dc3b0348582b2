"""Fixes for rules to offer: each knows its edits and what they mean, for the readers that verify it.

Whatever makes edits is imported only when there is something to mend: most runs have nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from okrlint.linting.finding import Fix

if TYPE_CHECKING:
    from okrlint.model.located import Located
    from okrlint.source.document import Document, Path
    from okrlint.source.edit import Edit


def replace_value(owner: Located, field: str, text: str, words: str = "", *, safe: bool = True) -> Fix:
    """Write another scalar in the place of a field's value; the field is there and holds a scalar or nothing."""
    from okrlint.source.edit import scalar_edits
    from okrlint.source.quoting import quote

    path = (*owner.path, field)
    edits = scalar_edits(owner.document, path, quote(text, in_flow=_in_flow(owner)))
    return Fix(words or f"write `{field}: {text}`", edits, ((path, text),), safe)


def write_number(owner: Located, field: str, number: str, words: str = "", *, safe: bool = True) -> Fix:
    """Write a number or quantity, which stands without quotes, in the place of a field's scalar."""
    from okrlint.source.edit import scalar_edits

    path = (*owner.path, field)
    edits = scalar_edits(owner.document, path, written(number, in_flow=_in_flow(owner)))
    return Fix(words or f"write `{field}: {number}`", edits, ((path, number),), safe)


def replace_words(owner: Located, field: str, where: tuple[int, int], new: str, *, safe: bool = True) -> Fix:
    """Write other words in the place of some characters of a field's text, which keeps its quotes where it can."""
    start, end = where
    from okrlint.linting.wording.place import place_of
    from okrlint.source.edit import Edit

    document, path = owner.document, (*owner.path, field)
    scalar = document.scalar(path)
    text = scalar.raw[:start] + new + scalar.raw[end:]
    span = place_of(owner, field, start, end).span
    if span == scalar.span:
        return replace_value(owner, field, text, safe=safe)
    return Fix(f"write `{field}: {text}`", (Edit(span, new),), ((path, text),), safe)


def quote_text(document: Document, path: Path) -> Fix:
    """Put a plain scalar into quotes, so that every program reads the text that stands there."""
    return rewrite(document, path, document.scalar(path).raw, "put it in quotes")


def rewrite(document: Document, path: Path, text: str, words: str, *, safe: bool = True) -> Fix:
    """Write another text or number in the place of a scalar anywhere in a file."""
    from okrlint.source.edit import scalar_edits

    new = written(text, in_flow=document.in_flow(path))
    return Fix(words, scalar_edits(document, path, new), ((path, text),), safe)


def exchange_field(owner: Located, field: str, new: str, number: str, *, safe: bool = True) -> Fix:
    """Write another field with a quantity in the place of one that holds a scalar: `target: 700` to `growth: 40%`."""
    from okrlint.source.edit import Edit, scalar_edits

    path, after = (*owner.path, field), (*owner.path, new)
    key = Edit(owner.document.key_span(path), new)
    edits = (key, *scalar_edits(owner.document, path, written(number, in_flow=_in_flow(owner))))
    return Fix(f"write `{new}: {number}` in place of `{field}`", edits, ((path, None), (after, number)), safe)


def rename_field(document: Document, path: Path, new: str, *, safe: bool = True) -> Fix:
    """Give a field of a mapping another name; its value stays, whatever that is."""
    from okrlint.source.edit import Edit

    after = (*path[:-1], new)
    moved = tuple(((*after, *rest), text) for rest, text in texts_below(document, path))
    return Fix(f"write `{new}`", (Edit(document.key_span(path), new),), ((path, None), *moved), safe)


def insert_first(owner: Located, field: str, text: str, words: str = "", *, safe: bool = True) -> Fix:
    """Write a new field in front of an object's first one, in its layout; the object has a field.

    Where the field is there without a value it gets one. A comment that silences a finding of the first field's line
    must stay right above it; then the new field comes second.
    """
    if field in owner.raw:
        return replace_value(owner, field, text, words, safe=safe)
    document, first = owner.document, next(iter(owner.raw))
    start = document.key_span((*owner.path, first)).start
    if _is_suppression(document.text.line(start.line - 1)):
        return add_fields(owner, {field: text}, (first,), words, safe=safe)
    entry = f"{field}: {written(text, in_flow=_in_flow(owner))}"
    between = ", " if _in_flow(owner) else f"\n{' ' * (start.column - 1)}"
    edits = (_insertion(document, start.offset, entry + between),)
    return Fix(words or f"add `{field}: {text}`", edits, (((*owner.path, field), text),), safe)


def add_fields(
    owner: Located, fields: Mapping[str, str], after: Sequence[str], words: str = "", *, safe: bool = True
) -> Fix:
    """Write new fields behind the first of `after` that an object has, each on a line of its own in a block."""
    document = owner.document
    anchor = (*owner.path, next(name for name in after if name in owner.raw))
    entries = [f"{name}: {written(text, in_flow=_in_flow(owner))}" for name, text in fields.items()]
    end = document.span(anchor).end
    if _in_flow(owner):
        edit = _insertion(document, end.offset, "".join(f", {entry}" for entry in entries))
    else:
        lead = " " * (document.key_span(anchor).start.column - 1)
        edit = _insertion(document, end_of_line(document, end.line), "".join(f"\n{lead}{entry}" for entry in entries))
    told = " and ".join(f"`{name}: {text}`" for name, text in fields.items())
    return Fix(words or f"add {told}", (edit,), tuple(((*owner.path, n), text) for n, text in fields.items()), safe)


def write_fields(
    owner: Located, fields: Mapping[str, str], after: Sequence[str], words: str = "", *, safe: bool = True
) -> Fix:
    """Write scalars into fields, in the place of what they hold, or as new ones as `add_fields` does."""
    new = {name: text for name, text in fields.items() if name not in owner.raw}
    parts = [write_number(owner, name, text, safe=safe) for name, text in fields.items() if name not in new]
    parts += [add_fields(owner, new, after, safe=safe)] if new else []
    told = " and ".join(f"`{name}: {text}`" for name, text in fields.items())
    return together(words or f"{'add' if len(new) == len(fields) else 'write'} {told}", *parts)


def together(words: str, *fixes: Fix) -> Fix:
    """Several fixes that are made as one, or not at all; safe where each of them is."""
    edits = tuple(edit for fix in fixes for edit in fix.edits)
    changes = tuple(change for fix in fixes for change in fix.changes)
    return Fix(words, edits, changes, all(fix.safe for fix in fixes))


def written(text: str, *, in_flow: bool = False) -> str:
    """A text as a scalar; a plain number stays one, and what could be taken for something else gets quotes."""
    from okrlint.source.quoting import quote

    return text if re.fullmatch(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", text) else quote(text, in_flow=in_flow)


def texts_below(document: Document, path: Path) -> Iterator[tuple[Path, str | type]]:
    """The scalars and empty collections of a value, as fixes announce them, each by the rest of its path."""
    from okrlint.source.second_reader import first_opinion

    for found, text in first_opinion(document).items():
        if found[1 : len(path) + 1] == path:
            yield found[len(path) + 1 :], text


def end_of_line(document: Document, line: int) -> int:
    """The offset behind the last character of a line, its comment included."""
    return document.text.line_start(line) + len(document.text.line(line))


def _insertion(document: Document, offset: int, text: str) -> Edit:
    from okrlint.source.edit import Edit

    return Edit(document.text.span(offset, offset), text)


def _in_flow(owner: Located) -> bool:
    """Whether an object is written inside braces."""
    span = owner.document.span(owner.path)
    return owner.document.text.text[span.start.offset : span.start.offset + 1] == "{"


def _is_suppression(line: str) -> bool:
    return line.strip().startswith("#") and "okrlint:" in line
