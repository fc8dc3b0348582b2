"""Findings for reviewdog, which turns fixes into suggestions that a reviewer accepts with one click.

The shape is reviewdog's Diagnostic Format, `DiagnosticResult` as JSON. Columns count bytes of UTF-8 from 1, ends are
exclusive. A fix becomes one suggestion of whole lines, because forges replace whole lines and a fix is done as a whole
or not at all.
"""

from __future__ import annotations

from typing import Any

from okrlint.escaping import inert, json_document
from okrlint.linting.finding import Finding, Fix, Related, Severity
from okrlint.linting.format import Format, FormatInput
from okrlint.linting.rule import page_of
from okrlint.source.span import Location, Position
from okrlint.source.text import SourceText

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(given: FormatInput) -> str:
    """A JSON object with one diagnostic for each finding, ASCII only."""
    diagnostics = [_diagnostic(finding, given) for finding in given.outcome.findings]
    data = {"source": {"name": "okrlint"}, "diagnostics": diagnostics}
    return json_document(data, indent=2)


def _diagnostic(finding: Finding, given: FormatInput) -> dict[str, Any]:
    words = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    diagnostic: dict[str, Any] = {
        "message": "\n".join(inert(line) for line in words.split("\n")),
        "location": _location(finding.location, given),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": f"{finding.rule} ({page_of(finding.rule)})"},
    }
    source = given.sources.get(finding.location.path)
    if finding.fix is not None and finding.fix.edits and source is not None:
        diagnostic["suggestions"] = [_suggestion(finding.fix, source)]
    if finding.related:
        diagnostic["related_locations"] = [_related(related, given) for related in finding.related]
    return diagnostic


def _related(related: Related, given: FormatInput) -> dict[str, Any]:
    return {"message": inert(related.message), "location": _location(related.location, given)}


def _location(location: Location, given: FormatInput) -> dict[str, Any]:
    source = given.sources.get(location.path)
    start, end = (_position(position, source) for position in location.span)
    return {"path": location.path, "range": {"start": start, "end": end}}


def _position(position: Position, source: SourceText | None) -> dict[str, int]:
    """A place in bytes; without the text only its line is known."""
    if source is None:
        return {"line": position.line}
    return {"line": position.line, "column": _byte_column(source.line(position.line), position.column)}


def _byte_column(line: str, column: int) -> int:
    return len(line[: column - 1].encode("utf-8", "surrogatepass")) + 1


def _suggestion(fix: Fix, source: SourceText) -> dict[str, Any]:
    first = min(edit.span.start.line for edit in fix.edits)
    last = max(edit.span.end.line for edit in fix.edits)
    line = source.line(last)
    end = {"line": last, "column": _byte_column(line, len(line) + 1)}
    return {
        "range": {"start": {"line": first, "column": 1}, "end": end},
        "text": _lines_after(fix, source, first, last),
    }


def _lines_after(fix: Fix, source: SourceText, first: int, last: int) -> str:
    """The lines from first to last as the fix leaves them, the file's line breaks as plain ones."""
    at = source.line_start(first)
    parts: list[str] = []
    for edit in sorted(fix.edits, key=lambda edit: (edit.span.start.offset, edit.span.end.offset)):
        parts += (source.text[at : edit.span.start.offset], edit.replacement)
        at = edit.span.end.offset
    parts.append(source.text[at : source.line_start(last) + len(source.line(last))])
    return "".join(parts).replace("\r\n", "\n")


FORMAT = Format(id="rdjson", render=render)
