"""Fixes made: every one that can be, each verified by two readers, none that gets in another's way."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping

from okrlint.linting.finding import Finding, Fix
from okrlint.linting.run import Outcome
from okrlint.model.portfolio import Portfolio
from okrlint.source.document import Document, Path
from okrlint.source.edit import EditRefused, bytes_of, edited
from okrlint.source.limits import DEFAULT_LIMITS, Limits
from okrlint.tuples import NamedTuple

ROUNDS = 10
"""So many rounds are made at most; a fix may make room for another one, but not for ever."""
_ATTEMPTS = 40
"""So many readings of a file a round are spent on finding out which of its fixes are refused."""


class Fixed(NamedTuple):
    """What became of one file."""

    document: Document
    """As it reads now."""
    done: tuple[Finding, ...]
    """The findings that were mended."""

    @property
    def data(self) -> bytes:
        """The file's new bytes."""
        return bytes_of(self.document)


class Mended(NamedTuple):
    """What became of a portfolio."""

    portfolio: Portfolio
    outcome: Outcome
    """What there is still to say of it."""
    done: tuple[Finding, ...]
    """The findings that were mended, round by round."""


class Course(NamedTuple):
    """How portfolios are put together and judged, again after every round."""

    build: Callable[[Iterable[Document]], Portfolio]
    judge: Callable[[Portfolio], Outcome]
    focus: frozenset[str] | None = None
    """The paths of the files that may be touched; None for all."""
    limits: Limits = DEFAULT_LIMITS
    """Those that the files were read with."""


def mend(portfolio: Portfolio, outcome: Outcome, course: Course, *, unsafe: bool) -> Mended:
    """Fix a judged portfolio and judge it again until nothing more can be mended."""
    done: list[Finding] = []
    documents = {file.path: file.document for file in portfolio.files}
    for _ in range(ROUNDS):
        asked = [f for f in outcome.findings if course.focus is None or f.location.path in course.focus]
        fixed = fix_files(asked, documents, unsafe=unsafe, limits=course.limits)
        if not fixed:
            break
        documents |= {path: file.document for path, file in fixed.items()}
        done += [finding for file in fixed.values() for finding in file.done]
        portfolio = course.build(documents.values())
        outcome = course.judge(portfolio)
    return Mended(portfolio, outcome, tuple(done))


def fix_files(
    findings: Iterable[Finding], documents: Mapping[str, Document], *, unsafe: bool, limits: Limits = DEFAULT_LIMITS
) -> dict[str, Fixed]:
    """Every file that a fix changes, by path; a fix that cannot be verified, or changes nothing, is left out.

    Two fixes that touch the same text are not made in one go: the second waits for the next round, which sees the
    first.
    """
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.fix is not None and (finding.fix.safe or unsafe):
            by_path.setdefault(finding.location.path, []).append(finding)
    results = {path: _Attempts(documents[path], limits).most_of(found) for path, found in by_path.items()}
    return {path: fixed for path, fixed in results.items() if fixed is not None}


class _Attempts:
    """Tries to edit one file: all fixes at once, which is one reading, and where that is refused in halves."""

    def __init__(self, document: Document, limits: Limits) -> None:
        self.document = document
        self.limits = limits
        self.left = _ATTEMPTS
        self.best: Fixed | None = None

    def most_of(self, findings: list[Finding]) -> Fixed | None:
        """The file with as many of the fixes as go together, None where none does.

        What is refused stands in nobody's way: the fixes that waited for it are tried without it.
        """
        kept: list[Finding] = []
        waiting = findings
        while waiting and self.left:
            chosen = _apart([*kept, *waiting])
            more = chosen[len(kept) :]
            tried = set(map(id, more))
            waiting = [finding for finding in waiting if id(finding) not in tried]
            if not more or self._try(chosen) or not (kept or len(more) == 1 or self._try([])):
                break
            kept = self._grow(kept, more)
        return self.best if self.best is not None and self.best.done else None

    def _grow(self, kept: list[Finding], more: list[Finding]) -> list[Finding]:
        """Those kept with as many more as go with them; all of them do not."""
        half = len(more) // 2
        for part in (more[:half], more[half:]) if half else ():
            fits = self._try([*kept, *part])
            kept = [*kept, *part] if fits else self._grow(kept, part)
        return kept

    def _try(self, findings: list[Finding]) -> bool:
        """Whether the fixes can be made together; those that change no byte count as refused."""
        if not self.left:
            return False
        self.left -= 1
        fixes = [_fix(finding) for finding in findings]
        edits = [edit for fix in fixes for edit in fix.edits]
        try:
            new = edited(self.document, edits, dict(change for fix in fixes for change in fix.changes), self.limits)
        except EditRefused:
            return False
        if findings and new.text.text == self.document.text.text:
            return False
        self.best = Fixed(new, tuple(findings))
        return True


def _fix(finding: Finding) -> Fix:
    if finding.fix is None:
        raise ValueError(f"{finding.rule} offers no fix")
    return finding.fix


def _apart(findings: list[Finding]) -> list[Finding]:
    """The findings, in order, whose fixes touch neither the text nor the values of one before."""
    taken = _Taken()
    return [finding for finding in findings if taken.takes(_fix(finding))]


class _Taken:
    """What the fixes chosen so far touch; asking takes time that hardly grows with their number."""

    def __init__(self) -> None:
        self.spans: list[tuple[int, int]] = []
        self.paths: set[Path] = set()
        self.above: set[Path] = set()
        """All that holds one of the paths."""

    def takes(self, fix: Fix) -> bool:
        """Take what a fix touches, unless a part of it is taken."""
        spans = [(edit.span.start.offset, edit.span.end.offset) for edit in fix.edits]
        paths = [path for path, _ in fix.changes]
        if any(map(self._touches, spans)) or any(map(self._holds, paths)):
            return False
        for span in spans:
            insort(self.spans, span)
        self.paths.update(paths)
        self.above.update(path[:length] for path in paths for length in range(len(path)))
        return True

    def _touches(self, span: tuple[int, int]) -> bool:
        """Whether a span meets a neighbour, at an edge too; those taken never meet, so two neighbours are enough."""
        at = bisect_left(self.spans, span)
        before, after = self.spans[max(0, at - 1) : at], self.spans[at : at + 1]
        return any(start <= span[1] and span[0] <= end for start, end in (*before, *after))

    def _holds(self, path: Path) -> bool:
        """Whether a value is taken, a part of it, or something that it is a part of."""
        return path in self.above or any(path[:length] in self.paths for length in range(len(path) + 1))
