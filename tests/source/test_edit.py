from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.source.document import Path
from okrlint.source.edit import Edit, EditRefused, apply, bytes_of, edited, scalar_edits
from okrlint.source.quoting import quote
from okrlint.source.reader import read
from okrlint.source.second_reader import first_opinion
from tests.source.tricky_documents import TRICKY, Tricky

# What a file may be made to say: texts that look like structure, numbers, words of older versions, or hide.
# fmt: off
HOSTILE = (
    "", " lead", "trail ", "a\tb", "a\r\nb", "- a\nb", "yes", "null", "~", "=", "<<", "...", "---", "%YAML 1.1", "1: 2 # x",
    "*a &b !c", "[x]: {y}", "[a, b]", "{}", "# no", "a #b", "a# b", "a:b", "a: ", "::", ": a", "? a", "- ", "|", ">-", "'", '"',
    "''", '🎯 "it\'s"', "C:\\new", "\\ \\n", "@a `b`", "x\u202ey", "\u00a0x", "é", "x" * 3000, "1_000", "1e5", "0x1F", "010",
    "12:30:45", "2026-11-22", "2026-11-22 10:00", "-1", "-", "-4%", "+20% growth", "$1.2M", "25%", "1,000",
)
# fmt: on


def _edited(tricky: Tricky, new: str) -> tuple[bytes, str]:
    document = read(tricky.before, "plan.yaml")
    written = quote(new, in_flow=document.in_flow(tricky.path))
    return apply(document, scalar_edits(document, tricky.path, written), {tricky.path: new}), written


@pytest.mark.parametrize("tricky", TRICKY, ids=lambda tricky: tricky.id)
def test_an_edit_of_one_scalar_leaves_every_other_byte(tricky: Tricky) -> None:
    """Comments, columns, quotes, line breaks and marks round an edited scalar stay as they were."""
    assert _edited(tricky, tricky.new)[0] == tricky.after


@pytest.mark.parametrize("tricky", TRICKY, ids=lambda tricky: tricky.id)
def test_no_edit_changes_no_byte(tricky: Tricky) -> None:
    """Nothing to edit is the file as it was."""
    assert apply(read(tricky.before, "plan.yaml"), (), {}) == tricky.before


@pytest.mark.parametrize("new", HOSTILE, ids=ascii)
def test_hostile_text_can_be_written_into_every_document(new: str) -> None:
    """Text that looks like anything but text is written so that both readers find that text, and nothing else changed."""
    for tricky in TRICKY:
        data, written = _edited(tricky, new)
        blank = " " if tricky.written.startswith(" ") else ""
        assert data == tricky._replace(written=blank + written).after, tricky.id


@given(tricky=st.sampled_from(TRICKY), new=st.text())
@settings(max_examples=150)
def test_any_text_is_written_as_it_is_or_not_at_all(tricky: Tricky, new: str) -> None:
    """Any text is written right and the second time changes nothing; what no YAML file can hold is refused."""
    try:
        data, written = _edited(tricky, new)
    except EditRefused as refusal:
        assert "invisible" in str(refusal)  # noqa: PT017  most texts are not refused, so `raises` does not fit
        return
    again = read(data, "plan.yaml")
    assert again.scalar(tricky.path).raw == new
    assert apply(again, scalar_edits(again, tricky.path, written), {tricky.path: new}) == data


def test_edits_of_one_call_do_not_move_each_other() -> None:
    """Several edits are made from the last to the first, in whatever order they are given."""
    document = read(b"a: one\nb: two\nc: three\n", "plan.yaml")
    edits = [
        edit for name, text in (("c", "C"), ("a", "longer")) for edit in scalar_edits(document, (name,), quote(text))
    ]

    assert apply(document, edits, {("a",): "longer", ("c",): "C"}) == b"a: longer\nb: two\nc: C\n"


def test_a_line_is_added_with_the_line_break_of_the_file() -> None:
    """An insertion is an edit without width, and its line breaks become the file's own."""
    document = read(b"a: one\r\nb: two\r\n", "plan.yaml")
    end = len(document.text.text)

    data = apply(document, [Edit(document.text.span(end, end), "c:\n  - x\n")], {("c", 0): "x"})

    assert data == b"a: one\r\nb: two\r\nc:\r\n  - x\r\n"


def test_a_value_goes_with_all_that_is_in_it() -> None:
    """One announcement is enough for a mapping that is removed as a whole."""
    document = read(b"a:\n  b: 1\n  c: [2]\nd: 3\n", "plan.yaml")

    data = apply(document, [Edit(document.text.span(0, 19), "")], {("a",): None})

    assert data == b"d: 3\n"


def test_a_list_whose_items_move_up_is_announced_anew() -> None:
    """An item goes, and the list is told as it is afterwards, empty collections by their type."""
    document = read(b"a:\n  - b\n  - [x, {}]\n  - []\nc: 1\n", "plan.yaml")
    item = [Edit(document.text.span(3, 9), "")]
    after: dict[Path, str | type | None] = {("a",): None, ("a", 0, 0): "x", ("a", 0, 1): dict, ("a", 1): list}

    assert apply(document, item, after) == b"a:\n  - [x, {}]\n  - []\nc: 1\n"
    with pytest.raises(EditRefused, match=r"a\[1\] would not become what it should|it would change a\[1\] too"):
        apply(document, item, after | {("a", 1): dict})
    with pytest.raises(EditRefused, match=r"it would change a\[1\] too"):
        apply(document, item, {path: text for path, text in after.items() if path != ("a", 1)})


def test_the_edited_document_is_the_one_that_the_new_bytes_are_read_as() -> None:
    """So the next edit can start from it without another reading."""
    document = read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "plan.yaml")

    new = edited(document, scalar_edits(document, ("a",), "3"), {("a",): "3"})

    assert (new.data, new.path) == ({"a": 3, "b": 2}, "plan.yaml")
    assert bytes_of(new) == b"\xef\xbb\xbfa: 3\r\nb: 2\r\n"
    assert bytes_of(document) == b"\xef\xbb\xbfa: 1\r\nb: 2\r\n"


def test_a_comment_can_go_alone() -> None:
    """Removing a comment announces nothing, because it means nothing."""
    document = read(b"a: 1 # okrlint: ignore[x]\nb: 2\n", "plan.yaml")

    assert apply(document, [Edit(document.text.span(4, 25), "")], {}) == b"a: 1\nb: 2\n"


REFUSED: tuple[tuple[str, str, tuple[int, int], str, dict[Path, str | None], str], ...] = (
    ("more than announced", "a: 1\nb: 2\n", (3, 8), "3\nb: 4", {("a",): "3"}, "it would change b too"),
    ("less than announced", "a: 1\nb: 2\n", (3, 4), "3", {("a",): "3", ("b",): "4"}, "b would not become"),
    ("another text than announced", "a: 1\n", (3, 4), "x # y", {("a",): "x # y"}, "a would not become"),
    ("nothing where something was announced", "a: 1\n", (3, 4), "3", {("a",): None}, "a would not become"),
    ("a comment that swallows the next field", "a: 1 # c\nb: 2\n", (4, 9), " ", {("a",): "1"}, "not plain YAML"),
    ("a quote that is never closed", "a: 1\n", (3, 4), '"x', {("a",): "x"}, "not plain YAML: the quote"),
    ("an anchor", "a: 1\n", (3, 4), "&x 1", {("a",): "1"}, "not plain YAML: `&x`"),
    ("a key for the second time", "a: 1\nb: 2\n", (5, 6), "a", {("b",): None}, "not plain YAML: `a` stands here twice"),
    ("quotes round a neighbour", "a: 1\nb: 2\n", (3, 9), '1\nb: "2"', {("a",): "1"}, "it would change b too"),
    ("a character that YAML cannot hold", "a: 1\n", (3, 4), "\ud800", {("a",): "\ud800"}, "half a character"),
    ("a control character", "a: 1\n", (3, 4), "\x1b", {("a",): "\x1b"}, "not plain YAML: an invisible"),
    ("an item that moves the others", "- a\n- b\n", (0, 4), "", {(0,): None}, "it would change [1] too"),
    ("a second document", "a: 1\n", (5, 5), "---\nb: 1\n", {("b",): "1"}, "not plain YAML: a second document"),
    ("a place outside the text", "a: 1\n", (3, 99), "x", {("a",): "x"}, "outside the text"),
    ("text that nobody can read", "a: [\n", (0, 1), "b", {}, "cannot be read"),
)


@pytest.mark.parametrize(
    ("text", "span", "new", "changes", "words"), [row[1:] for row in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_an_edit_that_means_something_else_is_refused(
    text: str, span: tuple[int, int], new: str, changes: dict[Path, str | None], words: str
) -> None:
    """What the edit does must be what the caller says, no more and no less, in plain YAML."""
    document = read(text.encode(), "plan.yaml")

    with pytest.raises(EditRefused) as refusal:
        apply(document, [Edit(document.text.span(*span), new)], changes)

    assert words in str(refusal.value)


def test_edits_that_overlap_are_refused() -> None:
    """Two edits of one place cannot both be right."""
    document = read(b"a: one two\n", "plan.yaml")
    edits = [Edit(document.text.span(3, 8), "x"), Edit(document.text.span(7, 10), "y")]

    with pytest.raises(EditRefused, match="two edits overlap, or one lies outside the text, on line 1"):
        apply(document, edits, {("a",): "xy"})


def test_a_change_that_only_the_second_reader_sees_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own reader may be wrong: where the second one finds another text, nothing is written."""
    from okrlint.source import edit

    def short_sighted(document: Any, text: str) -> dict[Any, Any]:
        found = dict(first_opinion(document))
        return {**found, (0, "b"): "seen differently"} if "new" in text else found

    monkeypatch.setattr(edit, "second_opinion", short_sighted)
    document = read(b"a: old\nb: 1\n", "plan.yaml")

    with pytest.raises(EditRefused, match="it would change b too"):
        apply(document, scalar_edits(document, ("a",), "new"), {("a",): "new"})


def test_readers_that_never_agreed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second reader saw another file from the start, an edit of it is not safe."""
    from okrlint.source import edit

    monkeypatch.setattr(edit, "second_opinion", lambda document, text: {(0, "a"): "new", (0, "b"): "2"})
    document = read(b"a: old\nb: 1\n", "plan.yaml")

    with pytest.raises(EditRefused, match="two readers of YAML do not agree on b"):
        apply(document, scalar_edits(document, ("a",), "new"), {("a",): "new"})


def test_a_file_that_the_second_reader_cannot_read_is_refused() -> None:
    """Blank lines of different lengths at the head of a block stop the second reader, and with it the edit."""
    document = read(b"a: old\nb: |\n \n  \n  text\n\n# end\n", "plan.yaml")

    with pytest.raises(EditRefused, match="the second reader stops at it"):
        apply(document, scalar_edits(document, ("a",), "new"), {("a",): "new"})


def test_only_scalars_have_scalar_edits() -> None:
    """A collection, or a path that leads nowhere, is a mistake of the caller."""
    document = read(b"a: [1]\n", "plan.yaml")

    for path in (("a",), ("b",)):
        with pytest.raises(KeyError):
            scalar_edits(document, path, "x")
