"""The text of one file with its lines."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from okrlint.records import Record
from okrlint.source.span import Position, Span

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class SourceText(Record):
    """Decoded text and the path under which people know it."""

    path: str
    text: str
    """Without a byte order mark; line breaks as they are in the file."""
    has_bom: bool = False

    @cached_property
    def _starts(self) -> array[int]:
        """Where each line begins; an array, because a run keeps one for every file with a finding."""
        if "\r" in self.text:
            return array("I", (0, *(found.end() for found in _LINE_BREAK.finditer(self.text))))
        lengths = (len(line) + 1 for line in self.text.split("\n")[:-1])
        return array("I", accumulate(lengths, initial=0))

    @property
    def line_count(self) -> int:
        """Lines, the empty one after a final line break not counted."""
        return len(self._starts) - (self._starts[-1] == len(self.text) and len(self._starts) > 1)

    @property
    def newline(self) -> str:
        """The file's own line break: that of its first line."""
        found = _LINE_BREAK.search(self.text)
        return found.group() if found else "\n"

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its break; empty past the end."""
        starts = self._starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def line_start(self, number: int) -> int:
        """The offset at which a line (from 1) begins; the end of the text past the last one."""
        return self._starts[number - 1] if number <= len(self._starts) else len(self.text)

    def position(self, offset: int) -> Position:
        """The position of an offset in code points."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1, offset)

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets."""
        return Span(self.position(start), self.position(end))

    def slice(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start.offset : span.end.offset]
