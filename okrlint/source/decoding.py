"""Bytes to text, or the one problem that stands in the way: size, encoding, characters that parsers disagree about."""

from __future__ import annotations

import re
from functools import cache

from okrlint.source.document import SourceProblem
from okrlint.source.limits import Limits
from okrlint.source.text import SourceText

_PLAIN = bytes([0x09, 0x0A, 0x0D, *range(0x20, 0x7F)])
_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_NAMES = {"\x85": "a next-line character", "\u2028": "a line separator", "\u2029": "a paragraph separator"}
_SAVE = "save the file as UTF-8"


@cache
def _unwanted() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def decode(data: bytes, path: str, limits: Limits) -> tuple[SourceText, SourceProblem | None]:
    """The text of a file, and what forbids reading it as YAML, if anything."""
    has_bom = data.startswith(b"\xef\xbb\xbf")
    body = data[3:] if has_bom else data
    if len(data) > limits.file_bytes:
        message = f"the file is larger than {limits.file_bytes:,} bytes"
        return _refused(path, message, "split it: one team and one quarter a file")
    try:
        text = SourceText(path=path, text=body.decode("utf-8"), has_bom=has_bom)
    except UnicodeDecodeError as error:
        return _refused_encoding(path, body, error)
    return text, _character_problem(text, body) or _line_problem(text, body, limits)


def _refused(path: str, message: str, hint: str) -> tuple[SourceText, SourceProblem]:
    text = SourceText(path=path, text="")
    return text, SourceProblem(message, hint, text.span(0, 0))


def _refused_encoding(path: str, body: bytes, error: UnicodeDecodeError) -> tuple[SourceText, SourceProblem]:
    for mark, name in _BOMS:
        if body.startswith(mark):
            return _refused(path, f"the file is encoded as {name}, not UTF-8", _SAVE)
    readable = body[: error.start].decode("utf-8")
    text = SourceText(path=path, text=readable + "\ufffd" + body[error.start + 1 :].decode("utf-8", "replace"))
    span = text.span(len(readable), len(readable) + 1)
    byte = f"byte {error.start + 1} (0x{body[error.start]:02x})"
    return text, SourceProblem(f"{byte} is not UTF-8; the file is probably Windows-1252 or Latin-1", _SAVE, span)


def _character_problem(text: SourceText, body: bytes) -> SourceProblem | None:
    """The first character that is invisible or that YAML parsers read in different ways."""
    if body.isascii() and not body.translate(None, _PLAIN):
        return None
    found = _unwanted().search(text.text)
    if found is None:
        return None
    character = found.group()
    if character == "\x00" and b"\x00" in (body[:1], body[1:2]):
        return SourceProblem("the file is encoded as UTF-16, not UTF-8", _SAVE, text.span(0, 0))
    name = _NAMES.get(character, "an invisible control character")
    message = f"{name} (U+{ord(character):04X}) stands in the text"
    return SourceProblem(message, "delete it; it often comes along when text is pasted", text.span(*found.span()))


def _line_problem(text: SourceText, body: bytes, limits: Limits) -> SourceProblem | None:
    if len(body) <= limits.line_bytes:
        return None
    for number, line in enumerate(body.splitlines(), 1):
        if len(line) > limits.line_bytes:
            message = f"line {number} is longer than {limits.line_bytes:,} bytes"
            start = text.line_start(number)
            return SourceProblem(message, "break the text over several lines", text.span(start, start))
    return None
