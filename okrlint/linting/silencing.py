"""Which findings suppressions silence, and what there is to say about the suppressions themselves."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from okrlint.linting.finding import Finding
from okrlint.linting.rule import Rule
from okrlint.linting.suppressions import Suppression, Suppressions, read_suppressions
from okrlint.model.okr_file import OkrFile
from okrlint.tuples import NamedTuple


class Judge(NamedTuple):
    """What a run needs to know to judge a suppression."""

    rules: Sequence[Rule]
    ran: frozenset[str]
    """The ids of the rules that ran as they do without the flags of this call.

    A suppression of another rule may well be used elsewhere, or where nobody tries out another preset.
    """
    as_of: datetime.date | None
    focus: frozenset[str] | None

    def rules_judged_in(self, path: str) -> frozenset[str]:
        """The rules whose suppressions may be called unused in a file."""
        return self.ran if self.focus is None or path in self.focus else frozenset()


def silence(
    findings: list[Finding], files: Iterable[OkrFile], judge: Judge
) -> Iterator[tuple[list[Finding], Suppressions | None]]:
    """The findings that suppressions leave and a verdict on them, file by file; then the findings elsewhere.

    `files` are those that may have suppressions.
    """
    known = {name: rule.id for rule in judge.rules for name in (rule.id, *rule.aliases)}
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.location.path, []).append(finding)
    for file in files:
        suppressions = read_suppressions(file.document, known)
        if suppressions:
            yield _one_file(by_path.pop(file.path, []), suppressions, file, judge)
    yield [finding for found in by_path.values() for finding in found], None


def _one_file(
    findings: list[Finding], suppressions: tuple[Suppression, ...], file: OkrFile, judge: Judge
) -> tuple[list[Finding], Suppressions]:
    valid = [found for found in suppressions if not found.fault]
    holding = [found for found in valid if not found.expired(judge.as_of)]
    on_line: dict[int, list[Suppression]] = {}
    for suppression in holding:
        on_line.setdefault(suppression.line, []).append(suppression)
    heard = []
    used: set[tuple[Suppression, str]] = set()
    for finding in findings:
        there = on_line.get(finding.location.span.start.line, ())
        matches = [found for found in there if found.silences(finding)]
        used.update((found, finding.rule) for found in matches)
        if not matches:
            heard.append(finding)
    judged = judge.rules_judged_in(file.path)
    verdict = Suppressions(
        document=file.document,
        unused=tuple((s, rule) for s in holding for rule in s.rules if rule in judged and (s, rule) not in used),
        expired=tuple(found for found in valid if found.expired(judge.as_of)),
        invalid=tuple(found for found in suppressions if found.fault),
    )
    return heard, verdict
