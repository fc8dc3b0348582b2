from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from okrlint.source.text import SourceText

LINES = st.lists(st.sampled_from(["", "a", "é🎯", " x "]), min_size=1)


def _text(text: str) -> SourceText:
    return SourceText(path="x", text=text)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_lines_are_those_of_an_editor(lines: list[str], newline: str) -> None:
    """All three line breaks end a line, and no other character does."""
    text = _text(newline.join(lines))

    assert [text.line(number) for number in range(1, len(lines) + 1)] == lines
    assert text.newline == (newline if len(lines) > 1 else "\n")
    assert text.line_count == len(lines) - (len(lines) > 1 and not lines[-1])


@given(st.text(st.sampled_from("ab\n\r é🎯\u2028\x85")))
def test_positions_and_offsets_agree(text: str) -> None:
    """The line and column of every offset lead back to it."""
    source = _text(text)

    for offset in range(len(text) + 1):
        position = source.position(offset)
        assert position.offset == offset
        assert source.line_start(position.line) + position.column - 1 == offset


def test_lines_outside_the_text_are_empty() -> None:
    """Nobody has to ask first how many lines there are."""
    text = _text("a\nb\n")

    assert [text.line(number) for number in (0, 1, 2, 3, 4)] == ["", "a", "b", "", ""]
    assert text.line_start(9) == 4
    assert text.line_count == 2


def test_a_slice_is_the_text_of_a_span() -> None:
    """Spans are half-open."""
    text = _text("ab\ncd")

    assert text.slice(text.span(1, 4)) == "b\nc"
    assert text.slice(text.span(2, 2)) == ""
