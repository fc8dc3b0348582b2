"""R6: an edit of any scalar of any readable YAML touches its own span and nothing else; a second parser agrees."""

from __future__ import annotations

from pathlib import Path

from okrlint.source.document import Document
from okrlint.source.edit import EditRefused, apply, bytes_of, scalar_edits
from okrlint.source.quoting import quote
from okrlint.source.reader import read
from tests.bars.conftest import Figure, Size
from tests.source.yaml_test_suite import suite_cases

_NEW = (
    *("12", "25%", "$1.2M", "yes", "null", "2026-10-01", "plain words", "a: b", "a #b", "# no", "- x", "'", '"', "\\"),
    *("é", "\U0001f3af it's", "[x]", "x" * 200),
)


def test_an_edit_leaves_every_byte_outside_its_span(size: Size, figure: Figure, shared_data: Path) -> None:
    """Each scalar of each case of the suite that okrlint reads, with each of eighteen texts."""
    edits = refused = 0
    for case in size.some(list(suite_cases(shared_data)), 8):
        document = read(case.text.encode(), case.id)
        if not document.readable or document.problems:
            continue
        for path, scalar in document.scalars():
            for new in size.some(list(_NEW), 6):
                try:
                    _edit(document, path, new)
                    edits += 1
                except EditRefused:
                    refused += 1
                assert scalar.span.start.offset <= scalar.span.end.offset
    figure(f"{edits:,} edits, no byte outside a span changed; {refused:,} refused in words")
    assert edits > (2_000 if size.full else 50)


def _edit(document: Document, path: tuple[str | int, ...], new: str) -> None:
    span = document.scalar(path).span
    written = quote(new, in_flow=document.in_flow(path))
    changed = apply(document, scalar_edits(document, path, written), {path: new}).decode()
    before, after = document.text.text[: span.start.offset], document.text.text[span.end.offset :]
    text = bytes_of(document).decode()
    assert text[: len(before)] == changed[: len(before)]
    assert changed.endswith(after) or after.strip() == ""
    assert read(changed.encode(), "again").scalar(path).raw == new
