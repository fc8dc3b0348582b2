"""What a file is by its own words."""

from __future__ import annotations

import pytest

from okrlint.model.okr_file import build_file
from okrlint.source.reader import read


@pytest.mark.parametrize("kind", ["plan", "company", "pipeline"])
def test_a_kind_that_there_is(kind: str) -> None:
    """It decides what the file is read as."""
    file = build_file(read(f"kind: {kind}\nversion: 1\n".encode(), "okrs/a.yaml"), None)

    assert file.kind == kind
    assert type(file.item).__name__.lower() == kind


@pytest.mark.parametrize("text", ["kind: roadmap\n", "kind: [plan]\n", "kind:\n", "team: a\n", "- plan\n", "plan\n"])
def test_anything_else_is_nothing_that_okrlint_knows(text: str) -> None:
    """And the shape says so."""
    file = build_file(read(text.encode(), "okrs/a.yaml"), None)

    assert (file.kind, file.item) == (None, None)
    assert file.shape
