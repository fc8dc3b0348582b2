"""Findings as a Code Quality report of GitLab, for the widget of a merge request.

GitLab's documentation of Code Quality names the fields. The widget shows what has come and gone between two branches by
the fingerprints, so run okrlint on the default branch too.
"""

from __future__ import annotations

from typing import Any

from okrlint.escaping import json_document, one_line, terminal
from okrlint.linting.finding import Finding, Severity
from okrlint.linting.fingerprints import fingerprints
from okrlint.linting.format import Format, FormatInput

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(given: FormatInput) -> str:
    """A JSON array, empty when there is nothing to say."""
    findings = given.outcome.findings
    marked = zip(findings, fingerprints(findings, given.sources), strict=True)
    return json_document([_issue(finding, mark) for finding, mark in marked], indent=2)


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    words = f"{finding.message}; {finding.hint}" if finding.hint else finding.message
    return {
        "description": f"{finding.rule}: {terminal(one_line(words))}",
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.location.path, "lines": {"begin": finding.location.span.start.line}},
    }


FORMAT = Format(id="gitlab", render=render)
