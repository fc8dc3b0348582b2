"""The ledger: every change of what was agreed, when it was made, by whom, and why."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from okrlint.history.change import GOALPOST, PEOPLE, SCOPE, STATUS, WORDING, Change
from okrlint.history.compare import compare_plans
from okrlint.history.facts import facts_of
from okrlint.history.history import History, PlanHistory
from okrlint.history.states import NOT_COMMITTED, Moment
from okrlint.model.key_result import KeyResult
from okrlint.model.milestone import Milestone
from okrlint.model.plan import Plan
from okrlint.model.scoring import score
from okrlint.records import bind
from okrlint.tuples import NamedTuple


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


def ledgers(history: History, today: Iterable[Plan]) -> tuple[PlanLedger, ...]:
    """The ledger of every plan that was ever agreed, by address; that one was deleted is a row of it.

    `today` are the plans as they are on the disk, whether they are committed or not.
    """
    here = {plan.address: plan for plan in today}
    found = {past.address: _ledger(past, here.get(past.address), history.absent) for past in history.plans}
    for address, plan in here.items():
        if address not in found and (plan.status == "active" or plan.agreed is not None):
            found[address] = PlanLedger(address, NOT_COMMITTED, (), plan, plan)
    return tuple(found[address] for address in sorted(found))


def _ledger(past: PlanHistory, today: Plan | None, absent: frozenset[str]) -> PlanLedger:
    entries: tuple[Entry, ...] = ()
    for before, after in pairwise(past.states):
        entries = _with_changes(entries, after.moment, (before.plan,), (after.plan,))
    last = past.states[-1]
    if today is not None:
        if facts_of(today.document).promise != last.facts.promise:
            entries = _with_changes(entries, NOT_COMMITTED, (last.plan,), (today,))
    elif past.deleted is not None or last.path not in absent:
        entries = _with_changes(entries, past.deleted or NOT_COMMITTED, (last.plan,), ())
    return PlanLedger(past.address, past.agreed, entries, past.promised, today or last.plan)


def _with_changes(
    entries: tuple[Entry, ...], moment: Moment, before: Iterable[Plan], after: Iterable[Plan]
) -> tuple[Entry, ...]:
    for change in compare_plans(before, after, None):
        if _is_of_plan(change):
            entries = _folded(entries, Entry(moment, change))
    return entries


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
        TwoScores(kr, score(restated(first[kr.address], kr), as_of).score, score(kr, as_of).score)
        for kr in ledger.current.key_results
        if kr.address in moved and kr.address in first
    )


def restated(promised: KeyResult, current: KeyResult) -> KeyResult:
    """A key result as it was promised, with what was reached since then: today's check-ins and finished steps."""
    done = {step.title: step.done for step in current.milestones}
    steps = tuple(Milestone(**{**step.__dict__, "done": done.get(step.title)}) for step in promised.milestones)
    found = KeyResult(**promised.__dict__)
    bind(found, check_ins=current.check_ins, milestones=steps)
    return found
