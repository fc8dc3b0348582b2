"""Findings for people: the place, the line with carets, and what to do."""

from __future__ import annotations

from okrlint.linting.finding import Severity
from okrlint.linting.format import Format, FormatInput
from okrlint.linting.printed import plain, printed
from okrlint.linting.summary import summary

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def render(given: FormatInput) -> str:
    """One block a finding, and a summary."""
    paint = _painted if given.color else plain
    blocks = [
        "\n".join(printed(finding, given.sources.get(finding.location.path), paint))
        for finding in given.outcome.findings
    ]
    return "\n\n".join([*blocks, summary(given.outcome)]) + "\n" + _fixable(given)


def _fixable(given: FormatInput) -> str:
    """How many findings okrlint can mend by itself, and with which flag."""
    safe = [finding.fix.safe for finding in given.outcome.findings if finding.fix is not None]
    if not safe:
        return ""
    parts = ((safe.count(True), "--fix"), (safe.count(False), "--unsafe-fixes"))
    return f"Can be mended: {', '.join(f'{count} with {flag}' for count, flag in parts if count)}.\n"


def _painted(text: str, severity: Severity) -> str:
    return f"\x1b[{_COLORS[severity]}m{text}\x1b[0m"


FORMAT = Format(id="text", render=render)
