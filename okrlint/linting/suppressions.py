"""Comments that silence a finding: with a reason, for a named rule, until a day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import cache

from okrlint.linting.finding import Finding
from okrlint.linting.nearest import near
from okrlint.model.dates import parse_date
from okrlint.records import Record
from okrlint.source.document import Comment, Document
from okrlint.source.span import Location

_FORM = r"ignore\[(?P<rules>[^\]\n]*)\]\s*(?P<reason>.*)"
_UNTIL = r"until\s+(?P<day>\S+?)[.)]?"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_FORM), re.compile(_UNTIL)


class Suppression(Record):
    """One comment that silences rules on a line."""

    location: Location
    """The comment's own place."""
    line: int
    """The line whose findings it silences."""
    rules: tuple[str, ...]
    """Their ids, also where the comment has a former name."""
    reason: str
    until: datetime.date | None
    """Its last day, that day included."""
    fault: str
    """What is wrong with it, in words; empty where it holds."""

    def expired(self, as_of: datetime.date | None) -> bool:
        """Whether its last day lies before the day of the run; never without a clock."""
        return self.until is not None and as_of is not None and self.until < as_of

    def silences(self, finding: Finding) -> bool:
        """Whether it is meant for a finding."""
        return finding.rule in self.rules and finding.location.span.start.line == self.line


class Suppressions(Record):
    """What the run found out about the suppressions of one file; the subject of three rules."""

    document: Document
    unused: tuple[tuple[Suppression, str], ...] = ()
    """A suppression and the rule that it silences nothing of."""
    expired: tuple[Suppression, ...] = ()
    invalid: tuple[Suppression, ...] = ()


def may_suppress(document: Document) -> bool:
    """Whether a file has words by which a suppression begins; they may stand in a text."""
    return "okrlint:" in document.text.text and document.readable


def read_suppressions(document: Document, known: Mapping[str, str]) -> tuple[Suppression, ...]:
    """The suppressions of a file; `known` are the rules that there are, by id and by former name."""
    if not may_suppress(document):
        return ()
    comments = document.comments()
    own_lines = frozenset(comment.span.start.line for comment in comments if comment.own_line)
    return tuple(
        _suppression(comment, document, known, own_lines)
        for comment in comments
        if comment.text.strip().startswith("okrlint:")
    )


def _suppression(
    comment: Comment, document: Document, known: Mapping[str, str], own_lines: frozenset[int]
) -> Suppression:
    form, _ = _patterns()
    found = form.fullmatch(comment.text.strip().removeprefix("okrlint:").strip())
    names = tuple(filter(None, (name.strip() for name in found.group("rules").split(",")))) if found else ()
    reason, day = _reason(found.group("reason") if found else "")
    faults = (
        "" if found else "is not written `# okrlint: ignore[rule-id] reason`",
        "" if names else "names no rule",
        next((f"names `{name}`, which is no rule{near(name, known)}" for name in names if name not in known), ""),
        f"ends with `{day}`, which is not a date" if day and parse_date(day) is None else "",
        "" if reason else "gives no reason",
    )
    return Suppression(
        location=Location(document.path, comment.span),
        line=_target_line(comment, own_lines),
        rules=tuple(known.get(name, name) for name in names),
        reason=reason,
        until=parse_date(day),
        fault=next(filter(None, faults), ""),
    )


def _target_line(comment: Comment, own_lines: frozenset[int]) -> int:
    """The comment's own line; for a comment that stands alone the next line that is no comment."""
    line = comment.span.start.line
    if comment.own_line:
        while line in own_lines:
            line += 1
    return line


def _reason(text: str) -> tuple[str, str | None]:
    """The words and the text of the last day, if there is one; "until" before anything without a digit is a word."""
    words = text.strip()
    before, _, _ = words.rpartition("until")
    # Matched from that word on: a search would try each of a thousand blanks, and all behind it each time.
    found = _patterns()[1].fullmatch(words, len(before))
    if found is None or not re.search(r"\d", found.group("day")) or (before.strip() and before[-1] not in " \t,;("):
        return words, None
    return before.strip(" ,;("), found.group("day")
