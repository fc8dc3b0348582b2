"""Findings for people: the place, the line with carets, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.escaping import terminal
from okrlint.linting.excerpt import excerpt
from okrlint.linting.finding import Finding, Severity
from okrlint.linting.format import Format, FormatInput

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def render(given: FormatInput) -> str:
    """One block a finding, and a summary."""
    blocks = ["\n".join(_block(finding, given)) for finding in given.outcome.findings]
    return "\n\n".join([*blocks, summary(given)]) + "\n"


def _block(finding: Finding, given: FormatInput) -> Iterator[str]:
    start = finding.location.span.start
    word = _painted(str(finding.severity), finding.severity, given)
    yield f"{terminal(finding.location.path)}:{start.line}:{start.column}: {word} {finding.rule}: {terminal(finding.message)}"
    source = given.sources.get(finding.location.path)
    if source is not None and source.line(start.line).strip():
        line, carets = excerpt(source, finding.location.span)
        gutter = str(start.line)
        yield f"  {gutter} | {line}"
        yield f"  {' ' * len(gutter)} | {_painted(carets, finding.severity, given)}"
    for related in finding.related:
        place = related.location.span.start
        yield f"  see: {terminal(related.location.path)}:{place.line}:{place.column}: {terminal(related.message)}"
    if finding.hint:
        yield f"  hint: {terminal(finding.hint)}"


def _painted(text: str, severity: Severity, given: FormatInput) -> str:
    return f"\x1b[{_COLORS[severity]}m{text}\x1b[0m" if given.color else text


def summary(given: FormatInput) -> str:
    """How much was found, in one line."""
    outcome = given.outcome
    files = _plural(outcome.files, "file")
    silenced = f"; {outcome.suppressed} suppressed with a reason" if outcome.suppressed else ""
    if not outcome.findings:
        return f"No findings in {files}{silenced}."
    counts = [_plural(outcome.count(severity), str(severity)) for severity in reversed(Severity)]
    counts[-1] = f"{outcome.count(Severity.INFO)} info"
    return f"{', '.join(counts)} in {files}{silenced}."


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


FORMAT = Format(id="text", render=render)
