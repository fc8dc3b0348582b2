"""The answers in a retrospective that people have filled in: boxes that are checked, and what stands behind Learned.

The text was edited by people, so the order of lines, other marks of a list, their own notes and white space mean
nothing. What can be read in two ways is refused with its line.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from functools import cache

from okrlint.errors import OkrlintError
from okrlint.model.close import CAUSES
from okrlint.rendering.text import REPLACEMENT, clean
from okrlint.tuples import NamedTuple

DECISIONS = ("continue", "change", "stop", "retry")
_CHECKED = frozenset("xX✓✔☑")
_ZERO_WIDTH = "\u200b"


class Answer(NamedTuple):
    """A text with the line that it stands on."""

    text: str
    line: int


Answers = dict[str, dict[str, Answer]]
"""By the name of a key result, then by field: cause, learned, decision."""


class _Lines(NamedTuple):
    """The patterns of the lines that mean something."""

    key_result: re.Pattern[str]
    plan: re.Pattern[str]
    box: re.Pattern[str]
    learned: re.Pattern[str]
    heading: re.Pattern[str]
    fence: re.Pattern[str]


@cache
def _lines() -> _Lines:
    return _Lines(
        re.compile(r"[\s*_>+-]*Key result (?P<name>.+)"),
        re.compile(r"\W*Plan (?P<address>\S+?/\S+?)\.(?:\s|$)"),
        re.compile(r"\s*(?:[-*+]|\d+[.)])\s*\[\s*(?P<mark>[^\]\s]{0,3})\s*\]\s*(?P<rest>.*)"),
        re.compile(r"[\s*_>-]*Learned[*_]*:[*_]*\s*(?P<rest>.*)"),
        re.compile(r"\s{0,3}#{1,6}(\s|$)"),
        re.compile(r"\s{0,3}(```+|~~~+)"),
    )


def plain(text: str) -> str:
    """A text as a person means it: entities and zero-width spaces of our Markdown undone, white space evened out.

    Characters that nobody can see and that a plan must not hold are left out.
    """
    visible = clean(html.unescape(text)).replace(REPLACEMENT, "").replace(_ZERO_WIDTH, "")
    return " ".join(visible.split())


def read_answers(text: str, address: str, names: Mapping[str, str]) -> Answers:
    """The answers of a document for the plan of an address.

    `names` are the names that key results have in the document, by the one that they have in the plan. Raises
    OkrlintError with the line for what is ambiguous, or about another plan.
    """
    reading = _Reading(address, {plain(shown): name for name, shown in names.items()})
    for number, line in _outside_code(text):
        reading.take(number, line)
    return reading.finished()


def _outside_code(text: str) -> Iterator[tuple[int, str]]:
    fence = ""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        found = _lines().fence.match(line)
        if found and (not fence or found[1].startswith(fence)):
            fence = "" if fence else found[1]
        elif not fence:
            yield number, line


class _Reading:
    """A document while it is read line by line."""

    def __init__(self, address: str, names: Mapping[str, str]) -> None:
        """Nothing is known yet."""
        self.address = address
        self.names = names
        self.answers: Answers = {}
        self.current: str | None = None
        self.learned: list[str] | None = None
        self.learned_at = 0

    def take(self, number: int, line: str) -> None:
        """Read the next line."""
        forms = _lines()
        if forms.heading.match(line):
            self._end_of_text()
            self.current = None
        elif found := forms.key_result.match(line):
            self._end_of_text()
            self.current = self._name(number, plain(found["name"]))
        elif found := forms.box.match(line):
            self._end_of_text()
            self._box(number, found["mark"], plain(found["rest"]))
        elif found := forms.learned.match(line):
            self._end_of_text()
            self.learned, self.learned_at = [found["rest"]], number
        elif self.learned is not None:
            self.learned.append(line)
        elif found := forms.plan.match(line):
            self._plan(number, plain(found["address"]))

    def finished(self) -> Answers:
        """The answers, once there are no more lines. Raises OkrlintError where it is no retrospective."""
        self._end_of_text()
        if not self.answers:
            raise OkrlintError(f"no key result of {self.address} is named in it; okrlint retro prints the form")
        return {name: answers for name, answers in self.answers.items() if answers}

    def _plan(self, number: int, address: str) -> None:
        if address != self.address:
            raise OkrlintError(f"line {number}: these are the answers of {address}, not of {self.address}")

    def _name(self, number: int, words: str) -> str:
        """The key result that a line names: the longest name that stands in front of a colon."""
        fitting = [shown for shown in self.names if words == shown or words.startswith(f"{shown}:")]
        if not fitting:
            raise OkrlintError(f"line {number}: {self.address} has no key result {words.partition(':')[0]}")
        name = self.names[max(fitting, key=len)]
        self.answers.setdefault(name, {})
        return name

    def _box(self, number: int, mark: str, words: str) -> None:
        first = re.match(r"[*_`]*+([\w-]+)", words)
        word = first[1].strip("_").casefold() if first else ""
        field = "cause" if word in CAUSES else "decision" if word in DECISIONS else ""
        if not field or not mark:
            return
        if mark not in _CHECKED:
            raise OkrlintError(f"line {number}: [{mark}] is neither checked [x] nor open [ ]")
        self._keep(number, field, word)

    def _end_of_text(self) -> None:
        """Keep what stood behind Learned."""
        if self.learned is not None:
            text = plain(" ".join(self.learned))
            if text:
                self._keep(self.learned_at, "learned", text)
            self.learned = None

    def _keep(self, number: int, field: str, text: str) -> None:
        if self.current is None:
            raise OkrlintError(f"line {number}: this answer stands below no key result")
        known = self.answers[self.current].get(field)
        if known is not None and known.text != text:
            other = "lesson is written" if field == "learned" else f"{field} is checked"
            raise OkrlintError(
                f"line {number}: another {other} for {self.current} on line {known.line}; leave one of them"
            )
        self.answers[self.current].setdefault(field, Answer(text, number))
