"""What a parser's complaint means to somebody who edits a file in a browser."""

from __future__ import annotations

import re
from typing import Any

from okrlint.source.text import SourceText

QUOTE = "put the text in quotes"
_ENTRY = re.compile(r"^(?P<lead>\s*(?:- +)*)(?P<key>[^\s:#][^:#]*?):\s+(?P<value>\S.*)$")
_ITEM = re.compile(r"^(?P<lead>\s*(?:- +)+)(?P<value>\S.*)$")
_STARTS = {
    "[": "a list",
    "{": "a mapping",
    "*": "an alias",
    "&": "an anchor",
    "!": "a tag",
    "|": "a block of text",
    ">": "a block of text",
    "%": "a directive",
    "@": "a reserved sign",
    "`": "a reserved sign",
    "-": "a list item",
    '"': "quoted text",
    "'": "quoted text",
    "?": "a key",
}


def parser_words(error: Any, text: SourceText) -> tuple[str, str, int, int]:
    """Message, hint and the offsets of the place."""
    problem = str(getattr(error, "problem", None) or "")
    offset = _offset(getattr(error, "problem_mark", None), text)
    began = _offset(getattr(error, "context_mark", None), text, offset)
    for explain in (_unclosed, _tab, _text_in_the_way, _indentation):
        found = explain(problem, offset, began, text)
        if found is not None:
            return found
    message = f"this is not valid YAML: {problem or 'it cannot be read'}"
    return message, "look at this line and the one before it", offset, _line_end(offset, text)


def _offset(mark: Any, text: SourceText, otherwise: int = 0) -> int:
    return otherwise if mark is None else min(mark.index, len(text.text))


def _line_end(offset: int, text: SourceText) -> int:
    place = text.position(offset)
    return offset + max(0, len(text.line(place.line)) - place.column + 1)


def _unclosed(problem: str, offset: int, began: int, text: SourceText) -> tuple[str, str, int, int] | None:
    opening = text.text[began : began + 1]
    if opening in ('"', "'") and ("end of stream" in problem or "document indicator" in problem):
        line = text.position(began).line
        return f"the quote that opens on line {line} is never closed", "close it, and double a quote inside the text", began, began + 1
    if opening in ("[", "{") and "expected ','" in problem and text.position(began).line != text.position(offset).line:
        line = text.position(began).line
        return f"the `{opening}` on line {line} is never closed", f"close it, or {QUOTE} if it is text", began, began + 1
    return None


def _tab(problem: str, offset: int, began: int, text: SourceText) -> tuple[str, str, int, int] | None:
    del problem, began
    place = text.position(offset)
    lead = re.match(r"\s*", text.line(place.line))
    tab = (lead.group() if lead else "").find("\t")
    if tab < 0:
        return None
    start = offset - place.column + 1 + tab
    return "a tab is used for indentation", "use spaces", start, start + 1


def _text_in_the_way(problem: str, offset: int, began: int, text: SourceText) -> tuple[str, str, int, int] | None:
    """Ordinary text that YAML takes for structure, on the line of the error, of its beginning, or the one before."""
    del problem
    here = text.position(offset).line
    for number in (here, text.position(began).line, here - 1):
        found = _in_line(number, text)
        if found is not None:
            return found
    return None


def _in_line(number: int, text: SourceText) -> tuple[str, str, int, int] | None:
    line = text.line(number)
    entry = _ENTRY.match(line) or _ITEM.match(line)
    if entry is None:
        return None
    value, column = entry.group("value"), entry.start("value")
    start = text.line_start(number) + column
    end = start + len(value)
    name = f"the value of `{entry.group('key')}`" if "key" in entry.groupdict() else "this text"
    if value[0] in "\"'" and not _closed(value):
        return f"{name} goes on behind its closing quote", "put one pair of quotes round the whole text", start, end
    if value[0] in _STARTS and value[0] not in "\"'" and not _is_structure(value):
        sign = "a backtick" if value[0] == "`" else f"`{value[0]}`"
        return f"{name} begins with {sign}, which YAML takes for {_STARTS[value[0]]}", QUOTE, start, end
    colon = re.search(r":(?:\s|$)", value)
    if colon is not None and value[0] not in "\"'[{":
        at = start + colon.start()
        return f"{name} has a second `: `, which YAML takes for a new field", QUOTE, at, at + 1
    return None


def _closed(value: str) -> bool:
    """Whether quoted text ends with its quote, but for a comment."""
    body = re.sub(r"\s#.*$", "", value).rstrip()
    return len(body) > 1 and body[-1] == value[0]


def _is_structure(value: str) -> bool:
    """Whether a value that begins like structure is structure: a block header, a closed list or mapping."""
    if value[0] in "|>":
        return re.match(r"[|>][-+0-9]*\s*(#.*)?$", value) is not None
    body = re.sub(r"\s#.*$", "", value).rstrip()
    return (value[0], body[-1]) in (("[", "]"), ("{", "}"))


def _indentation(problem: str, offset: int, began: int, text: SourceText) -> tuple[str, str, int, int] | None:
    del began
    if not re.search("expected key|block end|expected '-' indicator|could not find expected ':'|simple key", problem):
        return None
    if "':'" in problem or "simple key" in problem:
        line = max(1, text.position(offset).line - (text.position(offset).column == 1))
        start = text.line_start(line)
        return "this line has no `: ` between a field and its value", "write `field: value`", start, _line_end(start, text)
    end = _line_end(offset, text)
    return "the indentation of this line fits no line above it", "line it up with the fields that it belongs to", offset, end
