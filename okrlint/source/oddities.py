"""Everything that is YAML but not plain YAML, collected as problems while a document is read."""

from __future__ import annotations

import re
from typing import Any, NoReturn

from okrlint.source.document import SourceProblem
from okrlint.source.libyaml import DocumentStartEvent, StreamEndEvent
from okrlint.source.limits import Limits
from okrlint.source.scalars import BadNumber
from okrlint.source.span import Span
from okrlint.source.syntax_words import parser_words
from okrlint.source.text import SourceText

_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_WRITE_OUT = "write the value out where it is used"
_QUOTE_OR_DELETE = "delete it; if it is text, put it in quotes"
_CORE_TAGS = "tag:yaml.org,2002:"
_LONG = 40
_MOST = 100
"""Problems of one file that are kept; a file with more is not a plan with mistakes but something else."""


class Stop(Exception):
    """The rest of the file is not worth reading."""


class Oddities:
    """Collects problems; the reading loop calls it for what is rare."""

    def __init__(self, text: SourceText, limits: Limits) -> None:
        """Collect for one text."""
        self.text = text
        self.limits = limits
        self.problems: list[SourceProblem] = []
        self.has_odd_numbers = False
        """Whether a number is written in another way than its shortest, or with an exponent: 0.70, 1e3."""
        self._documents = 0

    def _add(self, message: str, hint: str, span: Span, first: Span | None = None) -> None:
        self.problems.append(SourceProblem(message, hint, span, first))
        if len(self.problems) >= _MOST:
            raise Stop

    def _of(self, event: Any) -> Span:
        return self.text.span(event.start_mark.index, event.end_mark.index)

    def _stop(self, message: str, hint: str, event: Any) -> NoReturn:
        self._add(message, hint, self._of(event))
        raise Stop

    def scalar(self, event: Any) -> None:
        """A scalar with an anchor, a tag, escapes or great length."""
        self._properties(event)
        if len(event.value) > self.limits.scalar_characters:
            message = f"a text of {len(event.value):,} characters; {self.limits.scalar_characters:,} are allowed"
            self._stop(message, "link to the long text instead", event)
        if event.style == '"' and _INVISIBLE.search(event.value):
            self._add("an escape in this text makes an invisible character", "delete the escape", self._of(event))
            event.value = _INVISIBLE.sub("\ufffd", event.value)

    def _properties(self, event: Any) -> None:
        if event.anchor:
            message = f"`&{_shown(event.anchor)}` is a YAML anchor; plans are plain YAML"
            self._add(message, f"{_QUOTE_OR_DELETE}; {_WRITE_OUT}", self._of(event))
        if event.tag:
            tag = event.tag.replace(_CORE_TAGS, "!!")
            self._add(f"`{_shown(tag)}` is a YAML tag; plans are plain YAML", _QUOTE_OR_DELETE, self._of(event))

    def opens(self, event: Any, depth: int, *, as_key: bool) -> None:
        """A mapping or a list begins."""
        if as_key:
            self._key_is_no_word(event)
        if depth >= self.limits.depth:
            self._stop(f"nested more than {self.limits.depth} levels deep", "a plan needs no more than ten", event)
        if event.anchor or event.tag:
            self._properties(event)

    def _key_is_no_word(self, event: Any) -> NoReturn:
        at = event.start_mark.index
        if self.text.text[max(0, at - 1) : at + 2].find("{{") >= 0:
            self._stop("`{{` is read as a mapping; a placeholder is text", "fill it in, or put it in quotes", event)
        self._stop("a key must be a word, not a list or mapping", "write `key: value`", event)

    def alias(self, event: Any) -> None:
        """An alias stands where a value should."""
        message = f"`*{_shown(event.anchor)}` is a YAML alias; plans are plain YAML"
        self._add(message, f"{_WRITE_OUT}; if it is text, put it in quotes", self._of(event))

    def ends(self, event: Any) -> bool:
        """Whether reading ends at this boundary of a stream or document."""
        if isinstance(event, StreamEndEvent):
            return True
        if not isinstance(event, DocumentStartEvent):
            return False
        self._documents += 1
        if self._documents > 1:
            message = "a second document begins here; one file is one plan"
            self._add(message, "move it to a file of its own", self._of(event))
            return True
        if event.version not in (None, (1, 1), (1, 2)) or event.tags:
            self._add("the line is a YAML directive that plans do not use", "delete the line", self._of(event))
        return False

    def key(self, key: str, event: Any, first_offsets: tuple[int, int] | None) -> None:
        """A merge key, or a key that the mapping has already, with the place of the first."""
        here = self._of(event)
        if first_offsets is None:
            message = "`<<` is a YAML merge key; plans are plain YAML"
            self._add(message, "write the fields out where they are used", here)
            return
        first = self.text.span(*first_offsets)
        message = f"`{_shown(key)}` stands here twice; first on line {first.start.line}"
        self._add(message, "keep one of the two", here, first)

    def number(self, event: Any, error: BadNumber) -> None:
        """A number that no plan can mean."""
        message = f"`{_shown(event.value)}` is {error}"
        self._add(message, "write a number of a size that people can read, or put the text in quotes", self._of(event))

    def empty_in_flow(self, key: str, event: Any) -> None:
        """An entry without a value inside braces: nearly always the rest of a text that a comma cut in two."""
        message = f"`{_shown(key)}` has no value"
        self._add(message, "a comma inside { } starts a new field; put quotes round the text", self._of(event))

    def too_many(self, event: Any) -> None:
        """More values than any plan has."""
        message = f"more than {self.limits.nodes:,} values in one file"
        self._stop(message, "split it: one team and one quarter a file", event)

    def nothing_read(self) -> None:
        """The file has no value at all; said only where nothing else was."""
        if not self.problems:
            hint = "begin with `kind: plan`, or delete the file"
            self._add("the file is empty", hint, self.text.span(0, 0))

    def parser_error(self, error: Any) -> None:
        """The parser gave up at a place, which explains what was seen behind it."""
        words = parser_words(error, self.text)
        self.problems = [found for found in self.problems if found.span.start.offset < words.start]
        self._add(words.message, words.hint, self.text.span(words.start, words.end))

    def parser_failure(self, error: Exception) -> None:
        """The parser broke on odd text without saying where."""
        message = f"this is not YAML that can be read ({type(error).__name__})"
        self._add(message, "compare the file with an example", self.text.span(0, 0))


def _shown(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 3]}…"
