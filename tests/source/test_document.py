from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.source.document import Document
from okrlint.source.new_yaml import dump
from okrlint.source.reader import read
from tests.source.tricky_documents import TRICKY

TEXT = """\
# head
kind: plan # what it is
objectives:
  - id: demand
    note: |
      # text, no comment
      more

    by: [ana, "b#c"] #last
    empty:
  # between
check_ins: {2026-10-12: 1950}
"""


@pytest.fixture
def document() -> Document:
    """A small document with comments where they are easily mistaken."""
    return read(TEXT.encode(), "plan.yaml")


def test_a_value_has_its_place(document: Document) -> None:
    """From its first character to behind its last, whatever its style."""
    slices = {
        ("kind",): "plan",
        ("objectives", 0, "note"): "|\n      # text, no comment\n      more",
        ("objectives", 0, "by"): '[ana, "b#c"]',
        ("objectives", 0, "by", 1): '"b#c"',
        ("objectives", 0, "empty"): "",
        ("check_ins",): "{2026-10-12: 1950}",
        ("check_ins", "2026-10-12"): "1950",
    }

    assert {path: document.text.slice(document.span(path)) for path in slices} == slices
    assert document.text.slice(document.span(("objectives", 0))).startswith("id: demand\n")
    assert document.text.slice(document.span(())).startswith("kind: plan")


def test_an_empty_value_stands_behind_its_key(document: Document) -> None:
    """The place of nothing is right behind the colon."""
    key = document.key_span(("objectives", 0, "empty"))

    assert document.span(("objectives", 0, "empty")).start.offset == key.end.offset + 1


def test_a_key_has_its_place(document: Document) -> None:
    """Items of a list have no key: there it is the item."""
    assert document.text.slice(document.key_span(("objectives", 0, "by"))) == "by"
    assert document.text.slice(document.key_span(("check_ins", "2026-10-12"))) == "2026-10-12"
    assert document.key_span(("objectives", 0, "by", 0)) == document.span(("objectives", 0, "by", 0))


def test_a_path_that_leads_nowhere_has_no_place(document: Document) -> None:
    """Asking is allowed; taking is an error."""
    for path in [("x",), ("kind", "x"), ("objectives", 1), ("objectives", "x"), ("objectives", 0, "by", 9)]:
        assert not document.has(path)
        with pytest.raises(KeyError) as raised:
            document.span(path)
        assert raised.value.args == (path,)
    with pytest.raises(KeyError):
        document.scalar(("objectives",))
    assert document.has(("objectives", 0, "empty"))


def test_a_location_names_the_file(document: Document) -> None:
    """A place in a report is a path and a span."""
    location = document.location(("kind",))

    assert (location.path, location.span) == ("plan.yaml", document.span(("kind",)))


def test_scalars_come_in_file_order_with_their_style(document: Document) -> None:
    """Values only; keys are not among them."""
    assert [(path[-1], scalar.raw, scalar.style) for path, scalar in document.scalars()] == [
        ("kind", "plan", "plain"),
        ("id", "demand", "plain"),
        ("note", "# text, no comment\nmore\n", "literal"),
        (0, "ana", "plain"),
        (1, "b#c", "double"),
        ("empty", "", "plain"),
        ("2026-10-12", "1950", "plain"),
    ]


def test_comments_are_outside_every_text(document: Document) -> None:
    """A number sign in a text or a block is no comment."""
    assert [(comment.text, comment.span.start.line, comment.own_line) for comment in document.comments()] == [
        (" head", 1, True),
        (" what it is", 2, False),
        ("last", 9, False),
        (" between", 11, True),
    ]


def test_brackets_are_seen_from_inside(document: Document) -> None:
    """A value in brackets, or deeper, is in flow; the brackets themselves are not."""
    assert document.in_flow(("objectives", 0, "by", 0))
    assert not document.in_flow(("objectives", 0, "by"))
    assert not document.in_flow(("objectives", 0, "id"))


def _paths(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from _paths(value, (*path, step))


def _at(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def _places_hold(document: Document) -> int:
    """Check every place of a document; how many there were."""
    paths = list(_paths(document.data))
    for path in paths:
        span, whole = document.span(path), document.text
        if path:
            parent, key = document.span(path[:-1]), document.key_span(path)
            assert parent.start.offset <= key.start.offset <= key.end.offset
            assert parent.start.offset <= span.start.offset <= span.end.offset <= parent.end.offset
        for position in span:
            assert whole.position(position.offset) == position
        value = _at(document.data, path)
        indented = "\n" + " " * (span.start.column - 1) + whole.slice(span) + "\n" * (span.end.offset < len(whole.text))
        if not isinstance(value, str) or document.scalar(path).style not in ("literal", "folded"):
            assert read(indented.encode(), "x").data == value, path
    return len(paths)


def test_every_place_of_the_example_company_holds_its_value(checkout: Path) -> None:
    """Read alone, the text of each span is the value again, and children lie inside their parents."""
    counts = [_places_hold(read(path.read_bytes(), path.name)) for path in sorted((checkout / "okrs").rglob("*.yaml"))]

    assert sum(counts) > 1000


@pytest.mark.parametrize(
    "tricky",
    [tricky for tricky in TRICKY if "&" not in tricky.marked and "---" not in tricky.marked],
    ids=lambda tricky: tricky.id,
)
def test_every_place_of_a_tricky_document_holds_its_value(tricky: Any) -> None:
    """The same in every style that people write."""
    assert _places_hold(read(tricky.before, "x")) > 0


_DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-999, 999) | st.text("abé🎯: #'\"-,[]{}\n ", max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abé 🎯", max_size=4), inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(st.text("abé🎯", min_size=1), _DATA, min_size=1, max_size=4))
def test_every_place_of_any_document_holds_its_value(data: dict[str, Any]) -> None:
    """The same for anything that can be written."""
    assert _places_hold(read(dump(data).encode(), "x")) > 0


def test_a_comment_at_the_head_of_a_block_is_one() -> None:
    """Behind the sign that begins a block of text a comment may stand; inside the block it is text."""
    document = read(b"a: | # why\n  # text\n  more # text\n# end\nb: >-\n  x\n", "x")

    assert [(comment.text, comment.own_line) for comment in document.comments()] == [(" why", False), (" end", True)]


@pytest.mark.parametrize("asked_before", [0, 1000])
def test_places_are_the_same_however_many_are_asked_for(document: Document, asked_before: int) -> None:
    """The first few places are counted from the beginning, further ones looked up; raw texts go with them."""
    for _ in range(asked_before):
        document.span(("kind",))

    for path, scalar in document.scalars():
        assert document.span(path) == scalar.span
        assert document.raw(path) == scalar.raw
    with pytest.raises(KeyError):
        document.raw(("objectives",))


@pytest.mark.parametrize("written", ["0.7", "0.70", "1e3", "12.5", "+0.7", ".5", "0.1000", "7", "true", "1.0", "text"])
def test_a_raw_value_is_as_written(written: str) -> None:
    """Zeros behind a number and other ways to write it stay, alone and beside numbers in the usual form."""
    for text in (f"a: {written}\n", f"a: {written}\nb: 0.25\n", f"b: 3.50\na: {written}\n"):
        document = read(text.encode(), "plan.yaml")

        assert document.raw(("a",)) == document.scalar(("a",)).raw == written


@pytest.mark.parametrize("head", ["|", ">", "|-", ">+", ">2"])
def test_the_head_of_a_text_may_have_a_comment(head: str) -> None:
    """What stands below it is text, signs and all."""
    document = read(f"a: {head} # said\n    # text\n    more # text\nb: 1 # end\n".encode(), "plan.yaml")

    assert [comment.text for comment in document.comments()] == [" said", " end"]
