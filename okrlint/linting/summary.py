"""A run in one line."""

from __future__ import annotations

from okrlint.linting.finding import Severity
from okrlint.linting.run import Outcome


def summary(outcome: Outcome) -> str:
    """How much was found."""
    files = _plural(outcome.files, "file")
    silenced = f"; {outcome.suppressed} suppressed with a reason" if outcome.suppressed else ""
    if not outcome.findings:
        return f"No findings in {files}{silenced}."
    counts = [_plural(outcome.count(severity), str(severity)) for severity in reversed(Severity)]
    counts[-1] = f"{outcome.count(Severity.INFO)} info"
    return f"{', '.join(counts)} in {files}{silenced}."


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
