"""Findings as JUnit XML, for the test reports of build servers.

There is no specification; this is the part that GitLab, Jenkins and others agree on: a suite for each file, a case with
a name of its own for each finding. What fails the run is a failure, other findings are output of a case that passes.
A run without findings has one case, because some readers refuse an empty file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from okrlint.escaping import one_line, xml, xml_attribute
from okrlint.linting.finding import Finding
from okrlint.linting.format import Format, FormatInput
from okrlint.linting.printed import printed


def render(given: FormatInput) -> str:
    """An XML document of test suites."""
    return "".join(f"{line}\n" for line in _lines(given))


def _lines(given: FormatInput) -> Iterator[str]:
    findings = given.outcome.findings
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="okrlint" {_counts(findings or (None,), given)}>'
    if not findings:
        yield from _clean()
    for path, group in groupby(findings, lambda finding: finding.location.path):
        yield from _suite(path, tuple(group), given)
    yield "</testsuites>"


def _clean() -> Iterator[str]:
    yield '  <testsuite name="okrlint" tests="1" failures="0" errors="0">'
    yield '    <testcase classname="okrlint" name="no findings" time="0"/>'
    yield "  </testsuite>"


def _suite(path: str, findings: tuple[Finding, ...], given: FormatInput) -> Iterator[str]:
    yield f'  <testsuite name="{xml_attribute(path)}" {_counts(findings, given)}>'
    names: Counter[str] = Counter()
    for finding in findings:
        name = f"{finding.rule}: {finding.address}" if finding.address else finding.rule
        names[name] += 1
        numbered = f"{name} ({names[name]})" if names[name] > 1 else name
        yield from _case(finding, one_line(numbered), given)
    yield "  </testsuite>"


def _case(finding: Finding, name: str, given: FormatInput) -> Iterator[str]:
    path = finding.location.path
    names = f'classname="{xml_attribute(path.rpartition(".")[0] or path)}" name="{xml_attribute(name)}"'
    yield f'    <testcase {names} file="{xml_attribute(path)}" line="{finding.location.span.start.line}" time="0">'
    text = xml("\n".join(printed(finding, given.sources.get(path))))
    if _fails(finding, given):
        message = xml_attribute(one_line(finding.message))
        yield f'      <failure message="{message}" type="{finding.severity}">{text}</failure>'
    else:
        yield f"      <system-out>{text}</system-out>"
    yield "    </testcase>"


def _counts(findings: tuple[Finding | None, ...], given: FormatInput) -> str:
    failures = sum(finding is not None and _fails(finding, given) for finding in findings)
    return f'tests="{len(findings)}" failures="{failures}" errors="0"'


def _fails(finding: Finding, given: FormatInput) -> bool:
    return given.fail_on is not None and finding.severity >= given.fail_on


FORMAT = Format(id="junit", render=render)
