"""Rules over a portfolio: stamp, filter, sort."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from okrlint.errors import OkrlintError, RuleFailure
from okrlint.linting.finding import Finding, Problem, Severity
from okrlint.linting.precedence import without_echoes
from okrlint.linting.rule import HISTORY, Context, Rule
from okrlint.linting.settings import Settings
from okrlint.linting.silencing import Judge, silence
from okrlint.linting.suppressions import Suppressions
from okrlint.model.portfolio import Portfolio

if TYPE_CHECKING:
    from okrlint.history.history import History
    from okrlint.linting.finding_keys import FindingKey


_SUBJECT_OF_KIND = {"plan": "Plan", "company": "Company", "pipeline": "Pipeline"}


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


class _Active(NamedTuple):
    rule: Rule
    severity: Severity
    own_severity: Severity | None
    """Chosen by the user."""
    context: Context

    def severity_of(self, problem: Problem) -> Severity:
        """The problem's own, which no preset changes; a user may make more or less of a warning.

        What is an error under every preset stays one, and what is only worth a question never fails a run.
        """
        if problem.severity is None:
            return self.severity
        if self.own_severity is None or problem.severity is not Severity.WARNING:
            return problem.severity
        return self.own_severity


def run(  # noqa: PLR0913  what a run looks at, and how; each is a value of its own
    portfolio: Portfolio,
    rules: Sequence[Rule],
    settings: Settings,
    focus: frozenset[str] | None = None,
    as_of: datetime.date | None = None,
    *,
    history: History | None = None,
) -> Outcome:
    """The findings of some rules over a portfolio.

    Every file is looked at; `focus` are the paths that the report is about, None for all. Without `as_of` rules that
    need the day are silent and no suppression expires; without `history` rules that need it are not asked. Raises
    RuleFailure when a rule breaks.
    """
    active = _activate(portfolio, rules, settings, as_of)
    unasked = tuple(entry.rule.id for entry in active if history is None and entry.rule.subject == HISTORY)
    active = tuple(entry for entry in active if entry.rule.id not in unasked)
    found = _asked_of_file(_apply(active, portfolio, history), rules, settings)
    found = without_echoes(found, portfolio.files, rules)
    usual = frozenset(entry.rule.id for entry in active if settings.is_usual(entry.rule))
    judge = Judge(rules, usual, as_of, focus)
    heard, verdicts = silence(found, portfolio.files, judge)
    about = [finding for verdict in verdicts for finding in _about(active, verdict)]
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
        compares = rule is not None and rule.subject == "Portfolio"
        return path not in self.broken and not (self.broken and compares)


def _broken(portfolio: Portfolio) -> frozenset[str]:
    """The files with text that cannot be read, or a value of the wrong shape, which hides other findings."""
    return frozenset(
        file.path
        for file in portfolio.files
        if file.document.problems or any(problem.rule == "schema" for problem in file.shape)
    )


def _activate(
    portfolio: Portfolio, rules: Sequence[Rule], settings: Settings, as_of: datetime.date | None
) -> tuple[_Active, ...]:
    language = settings.language(rules)
    active = []
    for rule in rules:
        severity = settings.severity(rule)
        if severity is not None and not (rule.clock and as_of is None):
            context = Context(settings.options(rule), portfolio, settings.preset, as_of, language)
            active.append(_Active(rule, severity, settings.own_severity(rule), context))
    return tuple(active)


def _apply(active: Sequence[_Active], portfolio: Portfolio, history: History | None) -> Iterator[Finding]:
    """File by file, so that what rules remember of a file's words is still there for the next rule."""
    asked: dict[str, list[_Active]] = {}
    for entry in active:
        asked.setdefault(entry.rule.subject, []).append(entry)
    for file in portfolio.files:
        yield from _findings(asked.get("OkrFile", ()), file, file.path)
        if file.item is not None:
            yield from _findings(asked.get(_SUBJECT_OF_KIND.get(file.kind or "", ""), ()), file.item, file.path)
    yield from _findings(asked.get("Portfolio", ()), portfolio, "the whole portfolio")
    yield from _findings(asked.get(HISTORY, ()), history, "the history")


def _about(active: Sequence[_Active], verdict: Suppressions) -> Iterator[Finding]:
    asked = [entry for entry in active if entry.rule.subject == "Suppressions"]
    yield from _findings(asked, verdict, verdict.document.path)


def _findings(asked: Iterable[_Active], subject: Any, path: str) -> Iterator[Finding]:
    for entry in asked:
        try:
            problems = list(entry.rule.check(subject, entry.context))
        except OkrlintError:
            raise
        except Exception as error:
            raise RuleFailure(entry.rule.id, path) from error
        for problem in problems:
            yield _stamp(entry, problem)


def _stamp(active: _Active, problem: Problem) -> Finding:
    return Finding(
        active.rule.id,
        active.severity_of(problem),
        problem.message,
        problem.hint,
        problem.location,
        problem.related,
        problem.address,
        problem.fix,
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
