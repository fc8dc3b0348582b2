from __future__ import annotations

import pytest

from okrlint.source.decoding import decode
from okrlint.source.limits import DEFAULT_LIMITS

CASES: tuple[tuple[str, bytes, str, tuple[int, int]], ...] = (
    (
        "Latin-1",
        b"a: 1\nb: caf\xe9\n",
        "byte 12 (0xe9) is not UTF-8; the file is probably Windows-1252 or Latin-1",
        (2, 7),
    ),
    (
        "behind other signs",
        "a: é\nb: ".encode() + b"\x80",
        "byte 10 (0x80) is not UTF-8; the file is probably Windows-1252 or Latin-1",
        (2, 4),
    ),
    ("UTF-16", "a".encode("utf-16"), "the file is encoded as UTF-16, not UTF-8", (1, 1)),
    ("UTF-16 without a mark", "a: 1".encode("utf-16-be"), "the file is encoded as UTF-16, not UTF-8", (1, 1)),
    ("UTF-32", "a".encode("utf-32"), "the file is encoded as UTF-32, not UTF-8", (1, 1)),
    ("NUL in the middle", b"a: 1\nb: \0\n", "an invisible control character (U+0000) stands in the text", (2, 4)),
    ("a next line", "a: x\x85y".encode(), "a next-line character (U+0085) stands in the text", (1, 5)),
    ("a line separator", "a: x\u2028y".encode(), "a line separator (U+2028) stands in the text", (1, 5)),
    ("a paragraph separator", "a: x\u2029y".encode(), "a paragraph separator (U+2029) stands in the text", (1, 5)),
    ("a long line", b"a: 1\r\nb: " + b"x" * 10_000, "line 2 is longer than 10,000 bytes", (2, 1)),
)


@pytest.mark.parametrize(("data", "message", "place"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_what_cannot_be_read_says_where(data: bytes, message: str, place: tuple[int, int]) -> None:
    """The first thing in the way is told, with its line and column in code points."""
    _, problem = decode(data, "x", DEFAULT_LIMITS)

    assert problem is not None
    assert problem.message == message
    assert problem.span.start[:2] == place


@pytest.mark.parametrize(
    "data", [b"", "é 鍵 🎯 \t".encode(), b"\xef\xbb\xbfa: 1", b"a\r\nb\rc\n", "a\u200bb\u202e".encode()], ids=ascii
)
def test_text_is_text(data: bytes) -> None:
    """Every script, emoji, tabs and all line breaks are read; a mark at the beginning is remembered and not part of the text."""
    text, problem = decode(data, "x", DEFAULT_LIMITS)

    assert problem is None
    assert text.has_bom == data.startswith(b"\xef\xbb\xbf")
    assert text.text.encode() == data.removeprefix(b"\xef\xbb\xbf")


def test_a_broken_file_still_shows_its_lines() -> None:
    """The line with the byte that is wrong can be printed, with a sign in its place."""
    text, _ = decode(b"a: 1\nb: caf\xe9 \xff\n", "x", DEFAULT_LIMITS)

    assert text.line(2) == "b: caf\ufffd \ufffd"
