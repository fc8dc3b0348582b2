"""Findings as SARIF 2.1.0, the interchange format of static analysis tools (OASIS standard, March 2020).

With it goes what code scanning on GitHub asks for beyond the standard: every rule with its help, all four numbers of a
region, no more results than it keeps. What a comment with a reason keeps silent is not a result.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from okrlint import __version__
from okrlint.escaping import json_document, sarif
from okrlint.linting.finding import Finding, Related, Severity
from okrlint.linting.fingerprints import fingerprints
from okrlint.linting.format import Format, FormatInput
from okrlint.linting.rule import Rule, page_of
from okrlint.source.span import Location

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_RANKS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_RESULTS = 5000
"""Results of a run that GitHub keeps."""
_PLACES = 100
"""Places of a result that GitHub keeps."""
_DESCRIPTION = 1024
"""Characters of a rule's description that GitHub keeps."""
_FINGERPRINT = "okrlintFinding/v1"


def render(given: FormatInput) -> str:
    """One run as a JSON object, ASCII only."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(given)]}
    return json_document(log, indent=2)


def _run(given: FormatInput) -> dict[str, Any]:
    findings = given.outcome.findings
    marked = list(zip(findings, fingerprints(findings, given.sources), strict=True))
    ranked = sorted(marked, key=lambda pair: -pair[0].severity)[:_RESULTS]
    rules = [_rule(rule) for rule in given.rules.values()]
    return {
        "tool": {"driver": {"name": "okrlint", "semanticVersion": __version__, "rules": rules}},
        "automationDetails": {"id": "okrlint/"},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository"}}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(len(marked) - len(ranked))],
        "results": [_result(finding, mark) for finding, mark in ranked],
    }


def _invocation(left_out: int) -> dict[str, Any]:
    words = f"{left_out} more findings are left out, the least severe ones; okrlint check shows them all"
    notes = [{"level": "note", "message": {"text": words}}] if left_out else []
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _rule(rule: Rule) -> dict[str, Any]:
    explanation = rule.explanation
    page = f"See {page_of(rule.id)} in the documentation of okrlint."
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary[:_DESCRIPTION]},
        "fullDescription": {"text": explanation[:_DESCRIPTION]},
        "help": {"text": f"{explanation}\n\n{page}", "markdown": f"{explanation}\n\n{page}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.group], "problem.severity": _RANKS[rule.severity]},
    }


def _result(finding: Finding, fingerprint: str) -> dict[str, Any]:
    hint = f". {sarif(finding.hint)}" if finding.hint else ""
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{sarif(finding.message)}{hint}{''.join(_links(finding.related))}"},
        "locations": [_location(finding.location)],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if finding.address:
        result["properties"] = {"address": finding.address}
    if finding.related:
        result["relatedLocations"] = [_related(number, r) for number, r in _numbered(finding.related)]
    return result


def _numbered(related: tuple[Related, ...]) -> Iterator[tuple[int, Related]]:
    return enumerate(related[:_PLACES], 1)


def _links(related: tuple[Related, ...]) -> Iterator[str]:
    """A link in the message to each related place, as the standard's section on embedded links has it."""
    return (f". See [{sarif(other.message) or 'this place'}]({number})" for number, other in _numbered(related))


def _related(number: int, related: Related) -> dict[str, Any]:
    return {"id": number, "message": {"text": sarif(related.message)}, **_location(related.location)}


def _location(location: Location) -> dict[str, Any]:
    start, end = location.span
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(location.path), "uriBaseId": _ROOT},
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        }
    }


def _uri(path: str) -> str:
    """A path as a relative reference: its bytes as they are on the disk, percent-encoded, the colon too."""
    return quote(path.encode("utf-8", "surrogateescape"))


FORMAT = Format(id="sarif", render=render)
