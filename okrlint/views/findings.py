"""Findings beside what they are about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from okrlint.linting.finding import Finding
    from okrlint.views.report import Row

_TONES = {"error": ("poor", "cross"), "warning": ("fair", "triangle"), "info": ("none", "ring")}


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
