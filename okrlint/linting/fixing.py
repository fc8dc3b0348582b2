"""Fixes made: every one that can be, each verified by two readers, none that gets in another's way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from okrlint.linting.finding import Finding, Fix
from okrlint.source.document import Document
from okrlint.source.edit import EditRefused, apply


class Fixed(NamedTuple):
    """What became of one file."""

    data: bytes
    """Its new bytes."""
    done: tuple[Finding, ...]
    """The findings that were mended."""


def fix_files(findings: Iterable[Finding], documents: Mapping[str, Document], *, unsafe: bool) -> dict[str, Fixed]:
    """The new bytes of every file that a fix changes, by path; a fix that cannot be verified is left out.

    Two fixes that touch the same text are not made in one go: the second waits for the next run, which sees the first.
    """
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.fix is not None and (finding.fix.safe or unsafe):
            by_path.setdefault(finding.location.path, []).append(finding)
    results = {path: _fix_file(documents[path], found) for path, found in by_path.items()}
    return {path: fixed for path, fixed in results.items() if fixed is not None}


def _fix_file(document: Document, findings: list[Finding]) -> Fixed | None:
    """All fixes at once where they go together, which is one reading; else as many as do, one after another."""
    together = _apart(findings)
    data = _applied(document, together)
    if data is not None:
        return Fixed(data, tuple(together))
    for finding in together:
        data = _applied(document, [finding])
        if data is not None:
            return Fixed(data, (finding,))
    return None


def _apart(findings: list[Finding]) -> list[Finding]:
    """The findings, in order, whose fixes touch neither the text nor the values of one before."""
    chosen: list[Finding] = []
    for finding in findings:
        if all(not _collide(_fix(finding), _fix(other)) for other in chosen):
            chosen.append(finding)
    return chosen


def _fix(finding: Finding) -> Fix:
    if finding.fix is None:
        raise ValueError(f"{finding.rule} offers no fix")
    return finding.fix


def _collide(one: Fix, other: Fix) -> bool:
    spans = ((a.span, b.span) for a in one.edits for b in other.edits)
    touching = any(a.start.offset <= b.end.offset and b.start.offset <= a.end.offset for a, b in spans)
    return touching or bool({path for path, _ in one.changes} & {path for path, _ in other.changes})


def _applied(document: Document, findings: list[Finding]) -> bytes | None:
    edits = [edit for finding in findings for edit in _fix(finding).edits]
    changes = {path: text for finding in findings for path, text in _fix(finding).changes}
    try:
        return apply(document, edits, changes)
    except EditRefused:
        return None
