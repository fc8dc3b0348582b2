"""A finding as plain data, in the shape of schemas/findings.schema.json."""

from __future__ import annotations

from typing import Any

from okrlint.linting.finding import Finding, Fix, Severity
from okrlint.linting.rule import page_of
from okrlint.linting.run import Outcome
from okrlint.source.edit import Edit
from okrlint.source.span import Location, Span

VERSION = 1
"""Of the shape; raised when a program that reads it would have to change."""


def finding_data(finding: Finding) -> dict[str, Any]:
    """Every field is there, null where there is nothing to say; the order of the fields never changes."""
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.hint or None,
        **_place(finding.location),
        "address": finding.address or None,
        "fix": None if finding.fix is None else _fix(finding.fix),
        "docs": page_of(finding.rule),
        "related": [_related(related.location, related.message) for related in finding.related],
    }


def summary_data(outcome: Outcome) -> dict[str, int]:
    """A run in numbers."""
    return {
        "files": outcome.files,
        **{str(severity): outcome.count(severity) for severity in reversed(Severity)},
        "suppressed": outcome.suppressed,
        "known": outcome.known,
        "outside_focus": outcome.outside_focus,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {"words": fix.words, "safe": fix.safe, "edits": [_edit(edit) for edit in fix.edits]}


def _edit(edit: Edit) -> dict[str, Any]:
    return {**_span(edit.span), "replacement": edit.replacement}


def _place(location: Location) -> dict[str, Any]:
    return {"path": location.path, **_span(location.span)}


def _span(span: Span) -> dict[str, Any]:
    start, end = span
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }


def _related(location: Location, message: str) -> dict[str, Any]:
    start = location.span.start
    return {"path": location.path, "line": start.line, "column": start.column, "message": message}
