"""Rules over a portfolio: stamp, filter, sort."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from okrlint.errors import OkrlintError, RuleFailure
from okrlint.linting.finding import Finding, Problem, Severity
from okrlint.linting.precedence import without_echoes
from okrlint.linting.rule import Context, Rule
from okrlint.linting.settings import Settings
from okrlint.linting.suppressions import Suppression, Suppressions, read_suppressions
from okrlint.model.okr_file import OkrFile
from okrlint.model.portfolio import Portfolio


class Outcome(NamedTuple):
    """What a run found."""

    findings: tuple[Finding, ...]
    """In focus, in the order in which they are shown."""
    suppressed: int
    outside_focus: int
    """How many findings lie in files that nobody asked about."""
    files: int

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)


class _Active(NamedTuple):
    rule: Rule
    severity: Severity
    context: Context


def run(
    portfolio: Portfolio,
    rules: Sequence[Rule],
    settings: Settings,
    focus: frozenset[str] | None = None,
    as_of: datetime.date | None = None,
) -> Outcome:
    """The findings of some rules over a portfolio.

    Every file is looked at; `focus` are the paths that the report is about, None for all. Without `as_of` rules that
    need the day are silent and no suppression expires. Raises RuleFailure when a rule breaks.
    """
    active = _activate(portfolio, rules, settings, as_of)
    found = [finding for entry in active if entry.rule.subject != "Suppressions" for finding in _apply(entry, portfolio)]
    found = without_echoes(_asked_of_file(found, rules, settings), portfolio.files, rules)
    heard, about_suppressions, suppressed = _silence(found, active, portfolio, rules, as_of, focus)
    findings = sorted({*heard, *about_suppressions}, key=lambda finding: finding.order)
    shown = tuple(finding for finding in findings if _in_focus(finding, focus))
    return Outcome(shown, suppressed, len(findings) - len(shown), len(portfolio.files))


def _activate(
    portfolio: Portfolio, rules: Sequence[Rule], settings: Settings, as_of: datetime.date | None
) -> tuple[_Active, ...]:
    active = []
    for rule in rules:
        severity = settings.severity(rule)
        if severity is not None and not (rule.clock and as_of is None):
            context = Context(settings.options(rule), portfolio, settings.preset, as_of)
            active.append(_Active(rule, severity, context))
    return tuple(active)


def _apply(active: _Active, portfolio: Portfolio) -> Iterator[Finding]:
    for subject, path in _subjects(active.rule.subject, portfolio):
        yield from _findings(active, subject, path)


def _findings(active: _Active, subject: Any, path: str) -> Iterator[Finding]:
    try:
        problems = list(active.rule.check(subject, active.context))
    except OkrlintError:
        raise
    except Exception as error:
        raise RuleFailure(active.rule.id, path) from error
    for problem in problems:
        yield _stamp(active, problem)


def _stamp(active: _Active, problem: Problem) -> Finding:
    return Finding(
        active.rule.id,
        problem.severity or active.severity,
        problem.message,
        problem.hint,
        problem.location,
        problem.related,
        problem.address,
    )


def _subjects(name: str, portfolio: Portfolio) -> Iterator[tuple[Any, str]]:
    if name == "Portfolio":
        yield portfolio, "the whole portfolio"
    elif name == "OkrFile":
        yield from ((file, file.path) for file in portfolio.files)
    else:
        kind = name.lower()
        yield from ((file.item, file.path) for file in portfolio.files if file.kind == kind and file.item is not None)


def _asked_of_file(findings: Iterable[Finding], rules: Sequence[Rule], settings: Settings) -> list[Finding]:
    if not settings.per_file:
        return list(findings)
    groups = {rule.id: rule.group for rule in rules}
    return [f for f in findings if not {f.rule, groups[f.rule], "all"} & set(settings.ignored_in(f.location.path))]


def _silence(
    findings: list[Finding],
    active: tuple[_Active, ...],
    portfolio: Portfolio,
    rules: Sequence[Rule],
    as_of: datetime.date | None,
    focus: frozenset[str] | None,
) -> tuple[list[Finding], list[Finding], int]:
    """What suppressions leave, what there is to say about them, and how many findings they silenced."""
    known = {name for rule in rules for name in (rule.id, *rule.aliases)}
    judged = {entry.rule.id for entry in active}
    heard, about, silenced = findings, [], 0
    for file in portfolio.files:
        suppressions = read_suppressions(file.document, known)
        if not suppressions:
            continue
        heard, used = _heard(heard, suppressions, file, as_of)
        silenced += len(used)
        judge = judged if focus is None or file.path in focus else set()
        about += _about(_verdict(suppressions, used, file, as_of, judge), active, file)
    return heard, about, silenced


def _heard(
    findings: list[Finding], suppressions: tuple[Suppression, ...], file: OkrFile, as_of: datetime.date | None
) -> tuple[list[Finding], list[tuple[Suppression, Finding]]]:
    holding = [found for found in suppressions if not found.fault and not found.expired(as_of)]
    heard, used = [], []
    for finding in findings:
        matches = [s for s in holding if finding.location.path == file.path and s.silences(finding)]
        used += [(suppression, finding) for suppression in matches[:1]]
        heard += [] if matches else [finding]
    return heard, used


def _verdict(
    suppressions: tuple[Suppression, ...],
    used: list[tuple[Suppression, Finding]],
    file: OkrFile,
    as_of: datetime.date | None,
    judged: set[str],
) -> Suppressions:
    spent = {(suppression, finding.rule) for suppression, finding in used}
    valid = [found for found in suppressions if not found.fault]
    holding = [found for found in valid if not found.expired(as_of)]
    return Suppressions(
        document=file.document,
        unused=tuple((s, rule) for s in holding for rule in s.rules if rule in judged and (s, rule) not in spent),
        expired=tuple(found for found in valid if found.expired(as_of)),
        invalid=tuple(found for found in suppressions if found.fault),
    )


def _about(suppressions: Suppressions, active: tuple[_Active, ...], file: OkrFile) -> list[Finding]:
    judges = (entry for entry in active if entry.rule.subject == "Suppressions")
    return [finding for entry in judges for finding in _findings(entry, suppressions, file.path)]


def _in_focus(finding: Finding, focus: frozenset[str] | None) -> bool:
    if focus is None:
        return True
    return finding.location.path in focus or any(related.location.path in focus for related in finding.related)
