"""Rules over a portfolio: stamp, filter, sort."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from okrlint.linting.finding import Finding, Severity
from okrlint.linting.judging import Active, Judged, activate, compare, findings_of, judge_units
from okrlint.linting.notes import NOTES
from okrlint.linting.precedence import without_echoes
from okrlint.linting.rule import HISTORY, Rule
from okrlint.linting.settings import Settings
from okrlint.linting.silencing import Judge, silence
from okrlint.linting.suppressions import Suppressions
from okrlint.model.okr_file import OkrFile
from okrlint.model.portfolio import Portfolio
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from okrlint.history.history import History
    from okrlint.linting.finding_keys import FindingKey

FirstHalf = Callable[[Portfolio, Sequence[Active]], Iterable[Judged]]
"""How the files of a portfolio are judged one by one."""


class Outcome(NamedTuple):
    """What a run found."""

    findings: tuple[Finding, ...]
    """In focus, in the order in which they are shown."""
    suppressed: int
    outside_focus: int
    """How many findings lie in files that nobody asked about."""
    files: int
    known: int = 0
    """How many findings in focus the baseline knows; they are not among the others."""
    unasked: tuple[str, ...] = ()
    """The rules that would have run if there had been a history to look at."""
    gone: Mapping[FindingKey, int] = {}
    """Entries of the baseline that nothing matches any more, where that can be told, and how many findings fewer."""

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)


def run(  # noqa: PLR0913  what a run looks at, and how; each is a value of its own
    portfolio: Portfolio,
    rules: Sequence[Rule],
    settings: Settings,
    focus: frozenset[str] | None = None,
    as_of: datetime.date | None = None,
    *,
    history: History | None = None,
    first_half: FirstHalf | None = None,
) -> Outcome:
    """The findings of some rules over a portfolio.

    Every file is looked at; `focus` are the paths that the report is about, None for all. Without `as_of` rules that
    need the day are silent and no suppression expires; without `history` rules that need it are not asked.
    `first_half` judges the units of files in another way than one after the other. Raises RuleFailure when a rule
    breaks.
    """
    active = activate(portfolio, rules, settings, as_of, history)
    unasked = tuple(entry.rule.id for entry in active if history is None and entry.rule.needs_history)
    active = tuple(entry for entry in active if entry.rule.id not in unasked)
    taken = tuple(first_half(portfolio, active) if first_half else judge_units(portfolio, portfolio.units(), active))
    found = _asked_of_file(_found(portfolio, taken, active, history), rules, settings)
    found = without_echoes(found, _files(portfolio, (path for part in taken for path in part.broken)), rules)
    usual = frozenset(entry.rule.id for entry in active if settings.is_usual(entry.rule))
    commented = _files(portfolio, (path for part in taken for path in part.commented))
    heard, about = _heard(silence(found, commented, Judge(rules, usual, as_of, focus)), active)
    findings = sorted({*heard, *about}, key=lambda finding: finding.order)
    outcome = _outcome(findings, focus, len(found) - len(heard), portfolio)._replace(unasked=unasked)
    if settings.baseline is None:
        return outcome
    from okrlint.linting.finding_keys import FindingKeys

    matched = settings.baseline.match(findings, FindingKeys(portfolio=portfolio))
    sight = Sight({rule.id: rule for rule in rules}, usual, focus, _broken(portfolio))
    gone = {key: times for key, times in matched.gone.items() if sight.tells(key, settings.baseline.entries[key].path)}
    known = sum(_in_focus(finding, focus) for finding in matched.known)
    shown = _outcome(matched.new, focus, outcome.suppressed, portfolio)
    return shown._replace(known=known, unasked=unasked, gone=gone)


def _files(portfolio: Portfolio, paths: Iterable[str]) -> Iterator[OkrFile]:
    """Some files by path, read only while they are looked at."""
    return map(portfolio.file, sorted(paths))


def _found(
    portfolio: Portfolio, taken: Sequence[Judged], active: Sequence[Active], history: History | None
) -> Iterator[Finding]:
    """What was found in single files, and what is found where they are compared."""
    for part in taken:
        yield from part.findings
    yield from compare(portfolio, taken, active)
    for subject, whole, words in (("Portfolio", portfolio, "the whole portfolio"), (HISTORY, history, "the history")):
        yield from findings_of([entry for entry in active if entry.rule.subject == subject], whole, words)


def _heard(
    silenced: Iterable[tuple[list[Finding], Suppressions | None]], active: Sequence[Active]
) -> tuple[list[Finding], list[Finding]]:
    """The findings that are left, and those about the suppressions themselves."""
    asked = [entry for entry in active if entry.rule.subject == "Suppressions"]
    heard: list[Finding] = []
    about: list[Finding] = []
    for left, verdict in silenced:
        heard += left
        if verdict is not None:
            about += findings_of(asked, verdict, verdict.document.path)
    return heard, about


def _outcome(
    findings: Sequence[Finding], focus: frozenset[str] | None, suppressed: int, portfolio: Portfolio
) -> Outcome:
    shown = tuple(finding for finding in findings if _in_focus(finding, focus))
    return Outcome(shown, suppressed, len(findings) - len(shown), len(portfolio.files))


class Sight(NamedTuple):
    """How much of a portfolio a run has seen, so that it can tell what is not there any more."""

    rules: Mapping[str, Rule]
    usual: frozenset[str]
    """The ids of the rules that ran as they do without the flags of this call."""
    focus: frozenset[str] | None
    broken: frozenset[str]
    """The files that cannot be read as a whole."""

    def tells(self, key: FindingKey, path: str) -> bool:
        """Whether a known finding that was not found is really gone.

        Its rule ran as usual, or there is no such rule any more; its file is in focus, and can be read as a whole; a
        rule that compares files could read all of them.
        """
        rule = self.rules.get(key.rule)
        if (rule is not None and key.rule not in self.usual) or not (self.focus is None or path in self.focus):
            return False
        compares = rule is not None and rule.subject in (NOTES, "Portfolio")
        return path not in self.broken and not (self.broken and compares)


def _broken(portfolio: Portfolio) -> frozenset[str]:
    """The files with text that cannot be read, or a value of the wrong shape, which hides other findings."""
    return frozenset(
        file.path
        for file in portfolio.files
        if file.document.problems or any(problem.rule == "schema" for problem in file.shape)
    )


def _asked_of_file(findings: Iterable[Finding], rules: Sequence[Rule], settings: Settings) -> list[Finding]:
    if not settings.per_file:
        return list(findings)
    by_id = {rule.id: rule for rule in rules}
    return [f for f in findings if settings.asks(by_id[f.rule], f.location.path)]


def _in_focus(finding: Finding, focus: frozenset[str] | None) -> bool:
    if focus is None:
        return True
    return finding.location.path in focus or any(related.location.path in focus for related in finding.related)
