"""Findings by the number, and one whose every word comes from somebody else."""

from __future__ import annotations

from okrlint.linting.finding import Finding, Related, Severity
from okrlint.linting.format import FormatInput
from okrlint.linting.run import Outcome
from okrlint.source.span import Location
from okrlint.source.text import SourceText

PATH = "okrs/2026-Q4/marketing.yaml"


def many(errors: int = 0, warnings: int = 0, infos: int = 0, path: str = PATH) -> FormatInput:
    """That many findings of a file, the least severe first, each on a line and about a key result of its own."""
    counts = ((Severity.INFO, infos), (Severity.WARNING, warnings), (Severity.ERROR, errors))
    severities = [severity for severity, count in counts for _ in range(count)]
    source = SourceText(path=path, text="".join(f"owner: {number}\n" for number in range(len(severities))))
    found = tuple(_finding(number, severity, source) for number, severity in enumerate(severities))
    return FormatInput(Outcome(found, 0, 0, 1), {path: source}, {})


def _finding(number: int, severity: Severity, source: SourceText) -> Finding:
    start = source.line_start(number + 1)
    place = Location(source.path, source.span(start, start + 5))
    return Finding("owner-missing", severity, f"finding {number}", "", place, (), f"marketing/2026-Q4#o.k{number}")


def foreign(text: str, path: str = PATH) -> FormatInput:
    """One finding in which a plan's author chose the message, the hint, the address, the line and a related place."""
    first_line = text.splitlines()[0] if text.splitlines() else ""
    source = SourceText(path=path, text=f"title: {first_line}\nx: 1\n")
    place = Location(path, source.span(0, 5))
    related = (Related(Location(path, source.span(0, 1)), text),)
    finding = Finding("placeholder", Severity.ERROR, text, text, place, related, text)
    return FormatInput(Outcome((finding,), 0, 0, 1), {path: source}, {})
