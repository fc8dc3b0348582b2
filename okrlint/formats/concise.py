"""One line a finding, for editors and for searching."""

from __future__ import annotations

from okrlint.escaping import one_line, terminal
from okrlint.linting.finding import Finding
from okrlint.linting.format import Format, FormatInput
from okrlint.linting.printed import place_of


def render(given: FormatInput) -> str:
    """`path:line:column: severity rule: message` for each finding."""
    return "".join(_line(finding) for finding in given.outcome.findings)


def _line(finding: Finding) -> str:
    place = place_of(finding.location.path, finding.location.span.start)
    return f"{place}: {finding.severity} {finding.rule}: {terminal(one_line(finding.message))}\n"


FORMAT = Format(id="concise", render=render)
