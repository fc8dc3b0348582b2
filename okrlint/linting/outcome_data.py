"""The outcome of a run as plain data and back, whole: for whoever keeps it for the next run."""

from __future__ import annotations

from typing import Any

from okrlint.linting.finding import Finding, Fix, Related, Severity
from okrlint.linting.run import Outcome
from okrlint.source.edit import Edit
from okrlint.source.span import Location, Position, Span

_TYPES: dict[str, type] = {"list": list, "dict": dict}
"""What a fix may announce in the place of a text: an empty list or mapping."""


def outcome_data(outcome: Outcome) -> list[Any]:
    """An outcome without a baseline as lists, texts and numbers."""
    findings = [finding_as_data(finding) for finding in outcome.findings]
    return [findings, outcome.suppressed, outcome.outside_focus, outcome.files, outcome.unasked]


def outcome_of(data: list[Any]) -> Outcome:
    """The outcome of such data. Raises some exception where it is none."""
    findings, suppressed, outside_focus, files, unasked = data
    outcome = Outcome(tuple(map(finding_of, findings)), suppressed, outside_focus, files)
    return outcome._replace(unasked=tuple(unasked))


def finding_as_data(finding: Finding) -> list[Any]:
    """A finding as lists, texts and numbers, with its fix."""
    fix = None if finding.fix is None else _fix_data(finding.fix)
    return [*finding[:-1], fix]


def finding_of(data: list[Any]) -> Finding:
    """The finding of such data. Raises some exception where it is none."""
    rule, severity, message, hint, location, related, address, fix = data
    others = tuple(Related(_location(place), words) for place, words in related)
    mending = None if fix is None else _fix_of(fix)
    return Finding(rule, Severity(severity), message, hint, _location(location), others, address, mending)


def _location(data: list[Any]) -> Location:
    path, span = data
    return Location(path, _span(span))


def _span(data: list[list[int]]) -> Span:
    start, end = data
    return Span(Position(*start), Position(*end))


def _fix_data(fix: Fix) -> list[Any]:
    changes = [(path, [new.__name__] if isinstance(new, type) else new) for path, new in fix.changes]
    return [fix.words, fix.edits, changes, fix.safe]


def _fix_of(data: list[Any]) -> Fix:
    words, edits, changes, safe = data
    return Fix(
        words,
        tuple(Edit(_span(span), replacement) for span, replacement in edits),
        tuple((tuple(path), _TYPES[new[0]] if isinstance(new, list) else new) for path, new in changes),
        safe,
    )
