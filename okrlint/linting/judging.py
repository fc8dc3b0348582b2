"""The first half of a run: files one after the other, with the notes that rules on several plans take meanwhile.

What it gives are plain values without a plan in them. So it can be done a batch at a time, in another process, or not
at all where the same batch was judged before.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from okrlint.errors import Misread, OkrlintError, RuleFailure
from okrlint.linting.finding import Finding, Problem, Severity
from okrlint.linting.notes import NOTES, Noted, Notes
from okrlint.linting.rule import Context, Rule
from okrlint.linting.settings import Settings
from okrlint.linting.suppressions import may_suppress
from okrlint.model.okr_file import OkrFile
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio, plan_order
from okrlint.tuples import NamedTuple

_SUBJECT_OF_KIND = {"plan": "Plan", "company": "Company", "pipeline": "Pipeline"}


if TYPE_CHECKING:
    from okrlint.history.history import History


BATCH = 48
"""Files that are judged before those that can be had again are forgotten."""


class Active(NamedTuple):
    """A rule that is asked in a run."""

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


class Judged(NamedTuple):
    """What was found and noted in some files."""

    findings: tuple[Finding, ...] = ()
    notes: tuple[tuple[str, Noted], ...] = ()
    """What each rule noted, by its id."""
    broken: tuple[str, ...] = ()
    """The paths of files with a value of the wrong shape."""
    commented: tuple[str, ...] = ()
    """The paths of files with comments that may silence a rule."""
    is_alone: bool = False
    """Whether nothing in it depends on other plans."""


def activate(
    portfolio: Portfolio,
    rules: Sequence[Rule],
    settings: Settings,
    as_of: datetime.date | None,
    history: History | None = None,
) -> tuple[Active, ...]:
    """The rules that the settings ask for, with what each may know."""
    language = settings.language(rules)
    active = []
    for rule in rules:
        severity = settings.severity(rule)
        if severity is not None and not (rule.clock and as_of is None):
            context = Context(settings.options(rule), portfolio, settings.preset, as_of, language, history)
            active.append(Active(rule, severity, settings.own_severity(rule), context))
    return tuple(active)


def judge(portfolio: Portfolio, paths: Iterable[str], active: Sequence[Active]) -> Judged:
    """File by file, so that what rules remember of a file's words is still there for the next rule.

    Raises RuleFailure when a rule breaks.
    """
    asked = _by_subject(active)
    findings: list[Finding] = []
    notes: list[tuple[str, Noted]] = []
    broken, commented = [], []
    for file in portfolio.look_at(paths):  # all are read first: the processor likes one thing at a time
        findings += _of_file(file, asked)
        if isinstance(file.item, Plan):
            notes += _notes(file.item, asked.get(NOTES, ()))
        if any(problem.rule == "schema" for problem in file.shape):
            broken.append(file.path)
        if may_suppress(file.document):
            commented.append(file.path)
    return Judged(tuple(findings), tuple(notes), tuple(broken), tuple(commented), portfolio.stayed_inside)


def batches(units: Iterable[tuple[str, ...]]) -> Iterator[list[tuple[str, ...]]]:
    """Units that are judged before anything is forgotten: a few dozen files, or one unit with more."""
    batch: list[tuple[str, ...]] = []
    for unit in units:
        if batch and sum(map(len, batch)) + len(unit) > BATCH:
            yield batch
            batch = []
        batch.append(unit)
    if batch:
        yield batch


def judge_units(portfolio: Portfolio, units: Iterable[tuple[str, ...]], active: Sequence[Active]) -> Iterator[Judged]:
    """Some units one after the other, with no more in memory than needed."""
    for batch in batches(units):
        yield from [judge(portfolio, unit, active) for unit in batch]
        portfolio.let_go()


def _by_subject(active: Iterable[Active]) -> dict[str, list[Active]]:
    asked: dict[str, list[Active]] = {}
    for entry in active:
        asked.setdefault(entry.rule.subject, []).append(entry)
    return asked


def _of_file(file: OkrFile, asked: dict[str, list[Active]]) -> Iterator[Finding]:
    yield from findings_of(asked.get("OkrFile", ()), file, file.path)
    if file.item is not None:
        yield from findings_of(asked.get(_SUBJECT_OF_KIND.get(file.kind or "", ""), ()), file.item, file.path)


def _notes(plan: Plan, asked: Iterable[Active]) -> Iterator[tuple[str, Noted]]:
    order = plan_order(plan)
    for entry in asked:
        if entry.rule.note is None:
            raise TypeError(f"{entry.rule.id} compares notes and takes none")
        try:
            value = entry.rule.note(plan, entry.context)
        except (OkrlintError, Misread):
            raise
        except Exception as error:
            raise RuleFailure(entry.rule.id, plan.document.path) from error
        if value is not None:
            yield entry.rule.id, Noted(order, value)


def compare(portfolio: Portfolio, taken: Iterable[Judged], active: Iterable[Active]) -> Iterator[Finding]:
    """What rules find in the notes on all plans."""
    noted: dict[str, list[Noted]] = {}
    for judged in taken:
        for rule, note in judged.notes:
            noted.setdefault(rule, []).append(note)
    for entry in active:
        if entry.rule.subject == NOTES:
            entries = sorted(noted.get(entry.rule.id, ()), key=lambda note: note.order)
            yield from findings_of((entry,), Notes(portfolio=portfolio, entries=tuple(entries)), "the whole portfolio")


def findings_of(asked: Iterable[Active], subject: Any, path: str) -> Iterator[Finding]:
    """What some rules find in one subject. Raises RuleFailure when a rule breaks, with the path of the subject."""
    for entry in asked:
        try:
            problems = list(entry.rule.check(subject, entry.context))
        except (OkrlintError, Misread):
            raise
        except Exception as error:
            raise RuleFailure(entry.rule.id, path) from error
        for problem in problems:
            yield _stamp(entry, problem)


def _stamp(active: Active, problem: Problem) -> Finding:
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
