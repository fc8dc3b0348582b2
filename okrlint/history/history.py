"""What the commits of a repository say of its plans: what was promised, what became of it, and every check-in."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from okrlint.history.facts import COMPANY, PLAN, UNREADABLE, Facts
from okrlint.history.states import Moment, State, address_of
from okrlint.model.company import Company
from okrlint.model.plan import Plan
from okrlint.records import Record
from okrlint.tuples import NamedTuple

_Reading = list[Any]
"""Value, confidence and reason of a correction, as written."""


class Recorded(NamedTuple):
    """What a check-in said from a commit on."""

    moment: Moment
    value: Any
    """As plain data."""
    confidence: Any
    corrected: Any


class FocusState(NamedTuple):
    """What the company pulled at from a commit on, as plain data."""

    moment: Moment
    path: str
    focus: Any


class Step(NamedTuple):
    """The files that a commit touched, by path; None for one that is gone with it."""

    moment: Moment
    files: Mapping[str, Facts | None]


class PlanHistory(Record):
    """One plan since it was agreed."""

    address: str
    states: tuple[State, ...]
    """What it promised, oldest first; the first one is what was agreed. There is one at least."""
    deleted: Moment | None
    """The commit that deleted it, where it is gone at the newest one."""
    recorded: Mapping[tuple[str, str], tuple[Recorded, ...]]
    """What was checked in, by the key result's part of the address and the day as written; each change of it once."""

    @property
    def agreed(self) -> Moment:
        """The earliest commit of the main branch in which it was active, or said who agreed."""
        return self.states[0].moment

    @property
    def promised(self) -> Plan:
        """The plan as it was then."""
        return self.states[0].plan

    def settled(self, last: datetime.date) -> State:
        """What it promised at the end of a day; what was agreed where that came later."""
        known = [state for state in self.states if state.moment.day is not None and state.moment.day <= last]
        return known[-1] if known else self.states[0]


class History(Record):
    """All plans that were ever agreed; the subject of the rules on honesty."""

    plans: tuple[PlanHistory, ...] = ()
    """By address."""
    focus: tuple[FocusState, ...] = ()
    """Oldest first; the first one is the first company file."""
    newest: datetime.date | None = None
    """The day of the newest commit."""
    absent: frozenset[str] = frozenset()
    """Paths of plans that the newest commit has, and that are not on the disk on purpose."""

    def plan(self, address: str) -> PlanHistory | None:
        """What became of one plan."""
        return self._by_address.get(address)

    @cached_property
    def _by_address(self) -> Mapping[str, PlanHistory]:
        return {plan.address: plan for plan in self.plans}


class _Growing:
    """The history of one plan while commits come in."""

    def __init__(self, state: State) -> None:
        self.states = [state]
        self.deleted: Moment | None = None
        self.check_ins = ""
        self.last: dict[str, dict[str, _Reading]] = {}
        self.recorded: dict[tuple[str, str], list[Recorded]] = {}

    def take(self, state: State) -> None:
        """A commit that has the plan."""
        self.deleted = None
        if state.facts.promise != self.states[-1].facts.promise:
            self.states.append(state)
        if state.facts.check_ins != self.check_ins:
            self._record(state)

    def _record(self, state: State) -> None:
        """Take what is new in the check-ins; most of them are as they were a week ago."""
        self.check_ins, before = state.facts.check_ins, self.last
        self.last = json.loads(self.check_ins)
        for key_result, by_day in self.last.items():
            earlier = before.get(key_result, {})
            for day, reading in by_day.items():
                if earlier.get(day) != reading:
                    known = self.recorded.setdefault((key_result, day), [])
                    known.append(Recorded(state.moment, *reading))

    def history(self, address: str) -> PlanHistory:
        recorded = {key: tuple(found) for key, found in self.recorded.items()}
        return PlanHistory(address=address, states=tuple(self.states), deleted=self.deleted, recorded=recorded)


def build_history(steps: Iterable[Step], company: Company | None = None, cadence: str = "weekly") -> History:
    """The history of some commits, oldest first.

    A file that cannot be read at a commit stays what it was: breaking a file for a day takes back no promise. A plan
    that only a branch has is agreed with the newest commit of that branch, because until it is merged it may change.
    """
    found: dict[str, _Growing] = {}
    here: dict[str, str] = {}
    focus: list[FocusState] = []
    newest = None
    for moment, files in steps:
        newest = moment.day or newest
        before = set(here.values())
        for path, facts in files.items():
            if facts is None:
                here.pop(path, None)
            elif facts.kind == PLAN:
                _take(State(moment=moment, path=path, facts=facts, company=company, cadence=cadence), found)
                here[path] = address_of(facts, path)
            elif facts.kind == COMPANY:
                focus.append(FocusState(moment, path, json.loads(facts.promise)))
            elif facts.kind != UNREADABLE:
                here.pop(path, None)
        for gone in before.difference(here.values()).intersection(found):
            found[gone].deleted = moment
    plans = tuple(found[address].history(address) for address in sorted(found))
    return History(plans=plans, focus=tuple(focus), newest=newest)


def _take(state: State, found: dict[str, _Growing]) -> None:
    known = found.get(state.address)
    if known is not None and (known.states[0].moment.on_main or state.moment.on_main):
        known.take(state)
    elif state.facts.agreed:
        found[state.address] = _Growing(state)
        found[state.address].take(state)
    else:
        found.pop(state.address, None)


def agreed_at(history: History, past: History) -> History:
    """The same history where what was agreed is what an earlier one ends with, such as that of a tag.

    Plans that came later were agreed when they came.
    """
    plans = tuple(_agreed_at(plan, past) for plan in history.plans)
    return History(plans=plans, focus=history.focus, newest=history.newest, absent=history.absent)


def _agreed_at(plan: PlanHistory, past: History) -> PlanHistory:
    before = past.plan(plan.address)
    if before is None:
        return plan
    last = before.states[-1]
    known = [number for number, state in enumerate(plan.states) if state.moment.commit == last.moment.commit]
    later = plan.states[known[-1] + 1 :] if known else plan.states[-1:]
    return PlanHistory(**{**plan.__dict__, "states": (last, *later)})
