"""A finding as lines of text: the place, the line with carets, related places, the hint."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from okrlint.escaping import terminal
from okrlint.linting.excerpt import excerpt
from okrlint.linting.finding import Finding, Severity
from okrlint.source.span import Position
from okrlint.source.text import SourceText

Paint = Callable[[str, Severity], str]


def plain(text: str, severity: Severity) -> str:
    """No colour."""
    del severity
    return text


def printed(finding: Finding, source: SourceText | None, paint: Paint = plain) -> Iterator[str]:
    """The lines of a finding; without its source there is no excerpt."""
    start = finding.location.span.start
    word = paint(str(finding.severity), finding.severity)
    yield f"{place_of(finding.location.path, start)}: {word} {finding.rule}: {terminal(finding.message)}"
    if source is not None and source.line(start.line).strip():
        line, carets = excerpt(source, finding.location.span)
        gutter = str(start.line)
        yield f"  {gutter} | {line}"
        yield f"  {' ' * len(gutter)} | {paint(carets, finding.severity)}"
    for related in finding.related:
        place = place_of(related.location.path, related.location.span.start)
        yield f"  see: {place}: {terminal(related.message)}"
    if finding.hint:
        yield f"  hint: {terminal(finding.hint)}"


def place_of(path: str, position: Position) -> str:
    """`path:line:column`, as editors and terminals understand it.

    A path that begins with a colon or a blank is written from the folder on, because a build log would take a line
    that begins so for a command.
    """
    lead = "./" if path[:1] == ":" or path[:1].isspace() else ""
    return f"{lead}{terminal(path)}:{position.line}:{position.column}"
