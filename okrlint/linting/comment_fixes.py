"""Fixes of the comments that silence findings: taken away, or with another list of rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from okrlint.linting.finding import Fix
from okrlint.source.edit import Edit
from okrlint.source.text import SourceText

if TYPE_CHECKING:
    from okrlint.linting.suppressions import Suppression
    from okrlint.source.document import Document

_NEXT_COMMENT = re.compile(r"(?<=\s)#(?=\s*[^\W\d])")
"""Where another comment begins inside of one, as for another tool; `#12` is a number of something."""


def delete_comment(document: Document, suppression: Suppression, words: str = "", *, safe: bool = True) -> Fix:
    """Take a comment away with the blanks in front of it, and with its line where it stands alone.

    What follows it as a comment of its own, for another tool perhaps, stays.
    """
    span = suppression.location.span
    start, end = _deleted(document.text, span.start.offset, span.end.offset)
    return Fix(words or "delete the comment", (Edit(document.text.span(start, end), ""),), (), safe)


def end_of_comment(text: SourceText, start: int, end: int) -> int:
    """Where the comment that begins at an offset ends: with its line, or where another comment begins."""
    other = _NEXT_COMMENT.search(text.text, start + 1, end)
    return other.start() if other else end


def _deleted(text: SourceText, start: int, end: int) -> tuple[int, int]:
    own_end = end_of_comment(text, start, end)
    if own_end < end:
        return start, own_end
    line = text.position(start).line
    begin = text.line_start(line)
    before = text.text[begin:start].rstrip()
    return (begin + len(before), end) if before else (begin, text.line_start(line + 1))


def rewrite_rules(
    document: Document, suppression: Suppression, rules: tuple[str, ...], words: str, *, safe: bool = True
) -> Fix:
    """Write another list of rules into a comment; the rest of it stays."""
    span = suppression.location.span
    start = document.text.text.index("[", span.start.offset) + 1
    end = document.text.text.index("]", start)
    return Fix(words, (Edit(document.text.span(start, end), ", ".join(rules)),), (), safe)
