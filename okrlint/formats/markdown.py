"""Findings as a Markdown table, for comments on pull requests and summaries of jobs.

The most severe come first, because forges limit the length: a comment on GitHub has at most 65,536 characters. What
does not fit is counted. Words of plans and file names are never markup, mentions or links.
"""

from __future__ import annotations

from itertools import accumulate

from okrlint.escaping import markdown, markdown_code
from okrlint.linting.finding import Finding, Severity
from okrlint.linting.format import Format, FormatInput
from okrlint.linting.summary import summary

_LIMIT = 60_000
"""Characters of the rows; with the head it stays below what a comment may hold."""


def render(given: FormatInput) -> str:
    """A heading, a table of the findings if there are any, and what was left out."""
    heading = f"### okrlint\n\n{summary(given.outcome)}\n"
    ranked = sorted(given.outcome.findings, key=lambda finding: -finding.severity)
    if not ranked:
        return heading
    rows = [_row(finding) for finding in ranked]
    fitting = [row for row, length in zip(rows, accumulate(map(len, rows)), strict=True) if length <= _LIMIT]
    table = "\n| | Where | What |\n|---|---|---|\n" + "".join(fitting)
    return heading + table + _left_out(len(rows) - len(fitting))


def _row(finding: Finding) -> str:
    line, column, _ = finding.location.span.start
    place = f"{markdown_code(finding.location.path)}:{line}:{column}"
    about = f"<br>{markdown_code(finding.address)}" if finding.address else ""
    hint = f"<br>→ {markdown(finding.hint)}" if finding.hint else ""
    related = "".join(_related(r.location.path, r.location.span.start.line, r.message) for r in finding.related)
    words = f"**{markdown(finding.rule)}** {markdown(finding.message)}{hint}{related}"
    return f"| {_word(finding.severity)} | {place}{about} | {words} |\n"


def _related(path: str, line: int, message: str) -> str:
    return f"<br>see {markdown_code(path)}:{line}: {markdown(message)}"


def _word(severity: Severity) -> str:
    return f"**{severity}**" if severity is Severity.ERROR else str(severity)


def _left_out(count: int) -> str:
    return f"\n{count} more did not fit; `okrlint check` shows them all.\n" if count else ""


FORMAT = Format(id="markdown", render=render)
