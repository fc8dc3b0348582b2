"""A run in one line."""

from __future__ import annotations

from collections import Counter

from okrlint.linting.finding import Finding, Severity
from okrlint.linting.run import Outcome


def summary(outcome: Outcome) -> str:
    """How much was found."""
    files = _plural(outcome.files, "file")
    silenced = f"; {outcome.suppressed} suppressed with a reason" if outcome.suppressed else ""
    silenced += f"; {outcome.known} known from the baseline" if outcome.known else ""
    if not outcome.findings:
        return f"No findings in {files}{silenced}."
    counts = [_plural(outcome.count(severity), str(severity)) for severity in reversed(Severity)]
    counts[-1] = f"{outcome.count(Severity.INFO)} info"
    return f"{', '.join(counts)} in {files}{silenced}."


def statistics(outcome: Outcome) -> str:
    """How many findings each rule has, most first, and how many of them can be mended by which flag."""
    counts = Counter((finding.rule, finding.severity) for finding in outcome.findings)
    rows = [("findings", "severity", "rule", "can be mended")] if counts else []
    for (rule, severity), count in sorted(counts.items(), key=lambda entry: (-entry[1], -entry[0][1], entry[0][0])):
        found = [one for one in outcome.findings if one.rule == rule and one.severity is severity]
        rows.append((str(count), str(severity), rule, _mended(found)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        f"{number.rjust(widths[0])}  {severity.ljust(widths[1])}  {rule.ljust(widths[2])}  {mended}".rstrip()
        for number, severity, rule, mended in rows
    ]
    return "".join(f"{line}\n" for line in [*lines, *([""] if lines else []), summary(outcome)])


def _mended(findings: list[Finding]) -> str:
    safe = [finding.fix.safe for finding in findings if finding.fix is not None]
    parts = ((safe.count(True), "--fix"), (safe.count(False), "--unsafe-fixes"))
    return ", ".join(f"{count} with {flag}" for count, flag in parts if count)


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
