"""Findings as annotations on GitHub, in the workflow commands of its runner.

A step shows ten annotations of each level and drops the rest without a word, so the most severe come first and what is
left out is listed below them and counted. The runner drops columns on places of several lines; they are left out there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from okrlint.escaping import one_line, terminal, workflow_data, workflow_property
from okrlint.linting.finding import Finding, Severity
from okrlint.linting.format import Format, FormatInput
from okrlint.linting.printed import place_of

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10
"""Annotations of one level that a step shows."""


def render(given: FormatInput) -> str:
    """One workflow command for each finding that can be shown, and a line for each that cannot."""
    ranked = sorted(given.outcome.findings, key=lambda finding: -finding.severity)
    groups = [list(group) for _, group in groupby(ranked, lambda finding: finding.severity)]
    shown = [finding for group in groups for finding in group[:_SHOWN]]
    left_out = [finding for group in groups for finding in group[_SHOWN:]]
    return "".join(f"{line}\n" for line in (*map(_command, shown), *_rest(left_out)))


def _command(finding: Finding) -> str:
    start, end = finding.location.span
    words = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    properties = {"file": finding.location.path, "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    properties["title"] = f"okrlint {finding.rule}"
    stated = ",".join(f"{name}={workflow_property(value)}" for name, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {stated}::{workflow_data(words)}"


def _rest(findings: Sequence[Finding]) -> Iterator[str]:
    """What is not annotated, each behind a dash, so that no line of the log begins with words of a plan."""
    if not findings:
        return
    yield f"{len(findings)} more not annotated, because GitHub shows {_SHOWN} of a level in a step:"
    for finding in findings:
        place = place_of(finding.location.path, finding.location.span.start)
        yield f"- {place}: {finding.severity} {finding.rule}: {terminal(one_line(finding.message))}"


FORMAT = Format(id="github", render=render)
