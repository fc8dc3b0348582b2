"""What the shape check found in a file, as problems: two rules share the list, each under its own name."""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem
from okrlint.linting.wording.place import address_at
from okrlint.model.okr_file import OkrFile
from okrlint.source.span import Location


def shape_problems(file: OkrFile, rule: str) -> Iterator[Problem]:
    """The shape problems of a file that carry the name of one rule."""
    for found in file.shape:
        if found.rule == rule:
            document = file.document
            span = document.key_span(found.path) if found.on_key else document.span(found.path)
            yield Problem(Location(file.path, span), found.message, found.hint, address=address_at(file, found.path))
