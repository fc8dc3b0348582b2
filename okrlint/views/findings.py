"""Findings beside what they are about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from okrlint.views.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from okrlint.linting.finding import Finding
    from okrlint.views.report import Row

SEVERITIES = (
    Status("error", "poor", "cross", "the plan cannot be read or counted as it is"),
    Status("warning", "fair", "triangle", "worth a talk before the plan is agreed"),
    Status("info", "none", "ring", "good to know"),
)
"""The worst first."""
_TONES = {status.word: (status.tone, status.shape) for status in SEVERITIES}


def finding_row(finding: Finding) -> Row:
    """One finding in words."""
    severity = str(finding.severity)
    tone, shape = _TONES.get(severity, ("none", "ring"))
    return {
        "severity": severity,
        "tone": tone,
        "shape": shape,
        "rule": finding.rule,
        "message": finding.message,
        "hint": finding.hint,
        "place": f"{finding.location.path}:{finding.location.span.start.line}",
    }


def severity_counts(findings: Iterable[Finding]) -> list[Row]:
    """How many of each severity, the worst first; severities that do not occur are left out."""
    counted = Counter(str(finding.severity) for finding in findings)
    return [
        {"severity": severity, "count": counted[severity], "tone": tone, "shape": shape}
        for severity, (tone, shape) in _TONES.items()
        if counted[severity]
    ]
