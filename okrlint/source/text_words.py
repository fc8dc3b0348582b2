"""Ordinary text that YAML takes for structure: which line it is on, and what to do about it."""

from __future__ import annotations

import re
from functools import cache

from okrlint.source.text import SourceText
from okrlint.tuples import NamedTuple

QUOTE = "put the text in quotes"
_STARTS = {
    "[": "takes for a list",
    "{": "takes for a mapping",
    "*": "takes for an alias",
    "&": "takes for an anchor",
    "!": "takes for a tag",
    "|": "takes for a block of text",
    ">": "takes for a block of text",
    "-": "takes for a list item",
    "?": "takes for a key",
    "%": "keeps for itself",
    "@": "keeps for itself",
    "`": "keeps for itself",
}


_CLOSING = {"[": "]", "{": "}"}


class Words(NamedTuple):
    """A problem in words, and the offsets of its place."""

    message: str
    hint: str
    start: int
    end: int


class _Value(NamedTuple):
    """What stands behind a field or a list item on one line."""

    name: str
    """How a person would call it."""
    text: str
    start: int

    def words(self, message: str, hint: str) -> Words:
        return Words(f"{self.name} {message}", hint, self.start, self.start + len(self.text))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A field with its value, a list item; possessive, so that no line takes time that grows with its square."""
    lead = r"^\s*+(?:- ++)*+"
    entry = re.compile(rf"{lead}(?P<key>[^\s:#\-][^:#]*+):\s++(?P<value>\S.*)$")
    item = re.compile(r"^\s*+(?:- ++)++(?P<value>\S.*)$")
    return entry, item


def text_in_the_way(number: int, text: SourceText) -> Words | None:
    """What is wrong with the value on a line, if it is text that begins, ends or goes on like structure."""
    value = _value(number, text)
    if value is None:
        return None
    return _quotes(value) or _open_bracket(value, number, text) or _sign(value) or _second_colon(value)


def _value(number: int, text: SourceText) -> _Value | None:
    line = text.line(number)
    entry, item = _patterns()
    found = entry.match(line)
    name = f"the value of `{found.group('key')}`" if found else "this text"
    found = found or item.match(line)
    if found is None:
        return None
    return _Value(name, found.group("value"), text.line_start(number) + found.start("value"))


def _quotes(value: _Value) -> Words | None:
    """Text that goes on behind its closing quote."""
    quote = value.text[0]
    closed = _quoted(value.text)
    if closed is None or not _without_comment(value.text[closed.end() :]):
        return None
    return value.words("goes on behind its closing quote", f"put other quotes round the whole text: {_other(quote)}")


def _quoted(text: str) -> re.Match[str] | None:
    """A text in quotes up to the quote that closes it on the same line."""
    return re.match(r"""'(?:[^']|'')*+'|"(?:[^"\\]|\\.)*+\"""", text)


def open_quote(quote: str, number: int, text: SourceText) -> int | None:
    """Where a quote opens the value of a line that does not close it, as an offset."""
    value = _value(number, text)
    return value.start if value and value.text[0] == quote and _quoted(value.text) is None else None


def _other(quote: str) -> str:
    return "'…\"…'" if quote == '"' else '"…\'…"'


def _open_bracket(value: _Value, number: int, text: SourceText) -> Words | None:
    """A bracket or brace that nothing closes."""
    sign = value.text[0]
    if sign not in _CLOSING or text.text.find(_CLOSING[sign], value.start) >= 0:
        return None
    return never_closed(sign, number, value.start)


def never_closed(sign: str, number: int, start: int) -> Words:
    """A bracket or brace that is open to the end, from the line that it is on."""
    return Words(f"the `{sign}` on line {number} is never closed", f"close it, or {QUOTE}", start, start + 1)


def _sign(value: _Value) -> Words | None:
    """Text that begins with a sign."""
    sign = value.text[0]
    goes_on = sign in _CLOSING and _CLOSING[sign] not in value.text
    if sign not in _STARTS or goes_on or _is_structure(value.text):
        return None
    shown = "a backtick" if sign == "`" else f"`{sign}`"
    return value.words(f"begins with {shown}, which YAML {_STARTS[sign]}", QUOTE)


def _is_structure(text: str) -> bool:
    """Whether a value that begins like structure is structure: a block header, a closed list or mapping."""
    if text[0] in "|>":
        return re.match(r"[|>][-+0-9]*\s*(#.*)?$", text) is not None
    return (text[0], _without_comment(text)[-1:]) in (("[", "]"), ("{", "}"))


def _without_comment(text: str) -> str:
    return re.sub(r"(^|\s)#.*$", "", text).strip()


def _second_colon(value: _Value) -> Words | None:
    colon = re.search(r":(?:\s|$)", value.text)
    if colon is None or value.text[0] in "\"'[{":
        return None
    at = value.start + colon.start()
    return Words(f"{value.name} has a second `: `, which YAML takes for a new field", QUOTE, at, at + 1)
