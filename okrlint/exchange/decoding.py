"""Bytes of any program as text: byte order marks, UTF-16, Windows code pages; what is no text is refused by name."""

from __future__ import annotations

import re

from okrlint.errors import OkrlintError
from okrlint.tuples import NamedTuple

MOST_BYTES = 1024 * 1024
"""The largest file that is read."""
MOST_LINES = 5_000
"""Lines that are not empty; more than a company writes in a year."""
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_PROGRAMS = (
    (b"PK\x03\x04", "a workbook or another zipped file", "save the sheet as CSV"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "save the sheet as CSV"),
    (b"%PDF", "a PDF", "copy its text into a Markdown file"),
    (b"{\\rtf", "a rich text file", "save it as plain text"),
)
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff\ufffe\uffff"
_SHARE = 0.3
"""Of the bytes of UTF-16 in a Latin language about half are zero, and none of other texts."""


class Decoded(NamedTuple):
    """The text of a file, its lines ended as everywhere in okrlint, without characters that YAML cannot hold."""

    text: str
    encoding: str


def decode(data: bytes, path: str) -> Decoded:
    """The text of a file. Raises OkrlintError for what is no text, or too much of it."""
    if len(data) > MOST_BYTES:
        raise OkrlintError(f"{path} is larger than {MOST_BYTES:,} bytes; split it by quarter or team")
    for start, name, remedy in _PROGRAMS:
        if data.startswith(start):
            raise OkrlintError(f"{path} is {name}, and no text; {remedy}")
    text, encoding = _text(data, path)
    text = without_controls(text)
    if sum(1 for line in text.split("\n") if line.strip()) > MOST_LINES:
        raise OkrlintError(f"{path} has more than {MOST_LINES:,} lines; split it by quarter or team")
    return Decoded(text, encoding)


def without_controls(text: str) -> str:
    """A text with one kind of line break, and blanks for characters that nobody sees and YAML cannot hold."""
    return re.sub(f"[{_CONTROLS}]", " ", re.sub("\r\n?|[\x85\u2028\u2029]", "\n", text))


def _text(data: bytes, path: str) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    if b"\x00" in data:
        return _without_mark(data, path)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "windows-1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def _without_mark(data: bytes, path: str) -> tuple[str, str]:
    """UTF-16 whose byte order mark was lost: every other byte of Latin text is zero. Raises OkrlintError."""
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = data[offset::2]
        if half.count(0) > _SHARE * len(half) and data[1 - offset :: 2].count(0) == 0 and len(data) % 2 == 0:
            return data.decode(encoding, "replace"), encoding
    raise OkrlintError(f"{path} is no text: it holds zero bytes")
