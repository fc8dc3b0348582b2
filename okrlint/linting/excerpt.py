"""A place in a file as a person sees it: the line, with carets under the words."""

from __future__ import annotations

import unicodedata

from okrlint.escaping import terminal
from okrlint.source.span import Span
from okrlint.source.text import SourceText

_WIDTH = 100
"""Columns of a line that are shown; longer ones are cut round the place."""
_WIDE = frozenset("WF")


def excerpt(source: SourceText, span: Span) -> tuple[str, str]:
    """The shown part of the span's first line, and the carets below it; both may be empty.

    Carets count terminal cells, so that they stand right under wide characters too.
    """
    line = source.line(span.start.line)
    start = span.start.column - 1
    end = span.end.column - 1 if span.end.line == span.start.line else len(line.rstrip())
    cut = _cut(len(line), start)
    left = terminal(line[cut:start])
    marked = terminal(line[start : max(start, min(end, cut + _WIDTH))])
    right = terminal(line[max(start, end) : cut + _WIDTH]) if end < cut + _WIDTH else ""
    lead = "…" if cut else ""
    tail = "…" if len(line) > cut + _WIDTH else ""
    return f"{lead}{left}{marked}{right}{tail}", " " * _cells(lead + left) + "^" * max(1, _cells(marked))


def _cut(length: int, start: int) -> int:
    if length <= _WIDTH:
        return 0
    return max(0, min(start - _WIDTH // 3, length - _WIDTH))


def _cells(text: str) -> int:
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200b\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
