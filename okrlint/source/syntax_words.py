"""What a parser's complaint means to somebody who edits a file in a browser."""

from __future__ import annotations

import re
from typing import Any

from okrlint.source.text import SourceText
from okrlint.source.text_words import Words, never_closed, open_quote, text_in_the_way
from okrlint.tuples import NamedTuple


class _Complaint(NamedTuple):
    """What a parser said, and the two places that it named, as offsets."""

    problem: str
    at: int
    began: int
    """Where the thing begins that it was reading; often the better place."""
    text: SourceText

    @property
    def line(self) -> int:
        return self.text.position(self.at).line

    def on_line(self, number: int, message: str, hint: str) -> Words:
        """Words about the text of a line."""
        line = self.text.line(number)
        start = self.text.line_start(number) + len(line) - len(line.lstrip())
        return Words(message, hint, start, self.text.line_start(number) + len(line))


def parser_words(error: Any, text: SourceText) -> Words:
    """An error of a parser in words, with its place."""
    at = _offset(getattr(error, "problem_mark", None), text)
    began = _offset(getattr(error, "context_mark", None), text, at)
    complaint = _Complaint(str(getattr(error, "problem", None) or ""), at, began, text)
    for explain in (_directive, _unclosed, _escape, _tab, _ordinary_text, _closed_too_late, _no_colon, _indentation):
        found = explain(complaint)
        if found is not None:
            return found
    message = f"this is not valid YAML: {complaint.problem or 'it cannot be read'}"
    return complaint.on_line(complaint.line, message, "look at this line and the one before it")


def _offset(mark: Any, text: SourceText, otherwise: int = 0) -> int:
    return otherwise if mark is None else min(mark.index, len(text.text))


def _directive(complaint: _Complaint) -> Words | None:
    if not complaint.text.line(complaint.line).startswith("%"):
        return None
    return complaint.on_line(complaint.line, "the line is a YAML directive that plans do not use", "delete the line")


def _unclosed(complaint: _Complaint) -> Words | None:
    """A quote or a bracket that is never closed."""
    problem, at, began, text = complaint
    opening, line = text.text[began : began + 1], text.position(began).line
    if opening in ('"', "'") and re.search("end of stream|document (indicator|separator)", problem):
        return _open_quote(opening, began, text)
    if opening in ("[", "{") and "expected ','" in problem and line != text.position(at).line:
        return never_closed(opening, line, began)
    return None


def _open_quote(quote: str, start: int, text: SourceText) -> Words:
    line = text.position(start).line
    inside = '\\"' if quote == '"' else "''"
    hint = f"close it; a quote inside the text is written {inside}"
    return Words(f"the quote that opens on line {line} is never closed", hint, start, start + 1)


def _closed_too_late(complaint: _Complaint) -> Words | None:
    """A quote that was never closed, so that the next quoted text of the file closed it."""
    quote = complaint.text.text[: complaint.at].rstrip(" ")[-1:]
    if quote not in ("'", '"'):
        return None
    for number in range(complaint.line - 1, 0, -1):
        start = open_quote(quote, number, complaint.text)
        if start is not None:
            return _open_quote(quote, start, complaint.text)
    return None


def _escape(complaint: _Complaint) -> Words | None:
    """A backslash in double quotes that begins no escape."""
    problem, at, _, text = complaint
    if "escape" not in problem and "hexadecimal" not in problem:
        return None
    start = text.text.rfind("\\", 0, at + 1)
    shown = text.text[start : start + 2].strip()
    hint = "put the text in single quotes, where a backslash is a backslash"
    return Words(f"`{shown}` is no escape that YAML knows", hint, start, start + len(shown))


def _tab(complaint: _Complaint) -> Words | None:
    line = complaint.text.line(complaint.line)
    tab = line[: len(line) - len(line.lstrip())].find("\t")
    if tab < 0:
        return None
    start = complaint.text.line_start(complaint.line) + tab
    return Words("a tab is used for indentation", "use spaces", start, start + 1)


def _ordinary_text(complaint: _Complaint) -> Words | None:
    """Text that YAML takes for structure, on the line of the error, of its beginning, or the one before."""
    here = complaint.line
    for number in (here, complaint.text.position(complaint.began).line, here - 1):
        found = text_in_the_way(number, complaint.text)
        if found is not None:
            return found
    return None


def _no_colon(complaint: _Complaint) -> Words | None:
    """A line that should be a field and has no colon, or no blank behind it."""
    if "could not find expected ':'" not in complaint.problem:
        return None
    number = complaint.text.position(complaint.began).line
    field = re.match(r"\s*(?:- +)*(?P<field>[^\s:]+):(?P<value>\S.*)$", complaint.text.line(number))
    if field is not None:
        message = f"`{field.group('field')}:` has no blank behind its colon"
        return complaint.on_line(number, message, f"write `{field.group('field')}: …`")
    if re.search(r"[|>][-+0-9]*\s*$", complaint.text.line(number - 1)):
        message = "this line is not indented, so it is no part of the text above"
        return complaint.on_line(number, message, "indent it deeper than the field that it belongs to")
    message = "this line has no `: ` between a field and its value"
    return complaint.on_line(number, message, "write `field: value`; indent the text if it belongs to the line above")


def _indentation(complaint: _Complaint) -> Words | None:
    if not re.search("expected key|block end|expected '-'|mapping values|sequence entries", complaint.problem):
        return None
    message = "the indentation of this line fits no line above it"
    return complaint.on_line(complaint.line, message, "line it up with the fields that it belongs to")
