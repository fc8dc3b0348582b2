"""The ledger: every change of what was agreed, when it was made, by whom, and why."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from okrlint.history.change import GOALPOST, PEOPLE, SCOPE, STATUS, WORDING, Change
from okrlint.history.compare import compare_plans
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.scoring import score
from okrlint.records import bind


class Moment(NamedTuple):
    """A commit, as far as the ledger speaks of it."""

    commit: str
    """A short hash; empty for what is not committed yet."""
    author: str
    date: str
    reason: str
    """From the commit's trailer."""


class Step(NamedTuple):
    """The plans that a commit touched, before and after it."""

    moment: Moment
    before: tuple[Plan, ...]
    after: tuple[Plan, ...]


class Entry(NamedTuple):
    """One row of the ledger."""

    moment: Moment
    change: Change

    @property
    def reason(self) -> str:
        """From the plan's own revision, else from the commit."""
        return self.change.reason or self.moment.reason


class PlanLedger(NamedTuple):
    """What became of one plan since it was agreed."""

    address: str
    agreed: Moment
    """The earliest moment in which it was active or said who agreed."""
    entries: tuple[Entry, ...]
    promised: Plan
    """The plan as it was then."""
    current: Plan


class TwoScores(NamedTuple):
    """The same check-ins, scored against the plan as promised and as amended."""

    key_result: KeyResult
    promised: Decimal | None
    amended: Decimal | None


def ledgers(steps: Iterable[Step]) -> tuple[PlanLedger, ...]:
    """The ledger of every plan that was ever agreed, by address; that one was deleted is a row of it."""
    found: dict[str, PlanLedger] = {}
    for step in steps:
        _take(step, found)
    return tuple(found[address] for address in sorted(found))


def _take(step: Step, found: dict[str, PlanLedger]) -> None:
    for change in compare_plans(step.before, step.after, None):
        ledger = found.get(change.plan)
        if ledger is not None and _is_of_plan(change):
            entries = _folded(ledger.entries, Entry(step.moment, change))
            found[change.plan] = ledger._replace(entries=entries)
    for plan in step.after:
        if plan.address in found:
            found[plan.address] = found[plan.address]._replace(current=plan)
        elif plan.status == "active" or plan.agreed is not None:
            found[plan.address] = PlanLedger(plan.address, step.moment, (), plan, plan)


def _is_of_plan(change: Change) -> bool:
    """Whether a change is one of what was agreed; keeping the score, work and remarks are not."""
    if change.kind == WORDING:
        return change.field == "title"
    return change.kind in (GOALPOST, SCOPE, PEOPLE) or (change.kind == STATUS and change.field == "agreed")


def _folded(entries: Sequence[Entry], new: Entry) -> tuple[Entry, ...]:
    """The entries with a new one; a change that leads back to an earlier value takes away what lay between."""
    same = [at for at, entry in enumerate(entries) if _slot(entry.change) == _slot(new.change)]
    back = next((at for at in same if entries[at].change.before == new.change.after), None)
    if back is None:
        return (*entries, new)
    return tuple(entry for at, entry in enumerate(entries) if at not in same or at < back)


def _slot(change: Change) -> tuple[str, str]:
    return change.address, change.field


def of_address(found: Iterable[PlanLedger], address: str) -> tuple[PlanLedger, ...]:
    """The ledgers of a plan, or of one objective or key result of it; none where there never was such a thing."""
    plan = address.partition("#")[0]
    kept = (ledger for ledger in found if ledger.address == plan and _knows(ledger, address))
    return tuple(ledger._replace(entries=tuple(e for e in ledger.entries if _below(e, address))) for ledger in kept)


def _knows(ledger: PlanLedger, address: str) -> bool:
    """Whether an address is, or ever was, a part of the plan."""
    known = {ledger.address, *(entry.change.address for entry in ledger.entries)}
    for plan in (ledger.promised, ledger.current):
        known.update(objective.address for objective in plan.objectives)
        known.update(key_result.address for key_result in plan.key_results)
    return address in known


def _below(entry: Entry, address: str) -> bool:
    own = entry.change.address
    return own == address or own.startswith((f"{address}#", f"{address}."))


def two_scores(ledger: PlanLedger, as_of: datetime.date) -> tuple[TwoScores, ...]:
    """The key results whose goalposts moved, scored both ways with today's check-ins."""
    moved = {entry.change.address for entry in ledger.entries if entry.change.kind == GOALPOST}
    first = {key_result.address: key_result for key_result in ledger.promised.key_results}
    return tuple(
        TwoScores(kr, _restated(first[kr.address], kr, as_of), score(kr, as_of).score)
        for kr in ledger.current.key_results
        if kr.address in moved and kr.address in first
    )


def _restated(promised: KeyResult, current: KeyResult, as_of: datetime.date) -> Decimal | None:
    restated = KeyResult(**promised.__dict__)
    bind(restated, check_ins=current.check_ins)
    return score(restated, as_of).score
