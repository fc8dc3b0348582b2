"""Findings as Checkstyle XML, for build servers that know nothing else: no ends of places, no related places, no fixes.

The format is that of Checkstyle's own XML output, version 4.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from okrlint.escaping import one_line, xml_attribute
from okrlint.linting.finding import Finding
from okrlint.linting.format import Format, FormatInput


def render(given: FormatInput) -> str:
    """An XML document with one `file` for each file that has findings."""
    return "".join(f"{line}\n" for line in _lines(given))


def _lines(given: FormatInput) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<checkstyle version="4.3">'
    for path, findings in groupby(given.outcome.findings, lambda finding: finding.location.path):
        yield f'  <file name="{xml_attribute(path)}">'
        yield from map(_error, findings)
        yield "  </file>"
    yield "</checkstyle>"


def _error(finding: Finding) -> str:
    line, column, _ = finding.location.span.start
    words = one_line(f"{finding.message}; {finding.hint}" if finding.hint else finding.message)
    place = f'line="{line}" column="{column}" severity="{finding.severity}"'
    return f'    <error {place} message="{xml_attribute(words)}" source="okrlint.{xml_attribute(finding.rule)}"/>'


FORMAT = Format(id="checkstyle", render=render)
