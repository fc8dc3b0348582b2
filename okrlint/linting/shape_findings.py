"""What the shape check found in a file, as problems: two rules share the list, each under its own name."""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Fix, Problem
from okrlint.linting.fixes import rename_field
from okrlint.linting.wording.place import address_at
from okrlint.model.okr_file import OkrFile
from okrlint.model.shape import ShapeProblem
from okrlint.source.span import Location


def shape_problems(file: OkrFile, rule: str) -> Iterator[Problem]:
    """The shape problems of a file that carry the name of one rule."""
    for found in file.shape:
        if found.rule == rule:
            document = file.document
            span = document.key_span(found.path) if found.on_key else document.span(found.path)
            place, address = Location(file.path, span), address_at(file, found.path)
            yield Problem(place, found.message, found.hint, address=address, fix=_fix(file, found))


def _fix(file: OkrFile, found: ShapeProblem) -> Fix | None:
    """The field that was meant, where it is free and takes the value: safe where nothing else can have been meant."""
    if found.instead is None:
        return None
    return rename_field(file.document, found.path, found.instead, safe=found.is_slip)
