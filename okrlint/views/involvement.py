"""Who does what: what each person leads, owns and helps with, over all plans, collected in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.records import Record
from okrlint.views.names import person_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.action import Action
    from okrlint.model.company import Company
    from okrlint.model.key_result import KeyResult
    from okrlint.model.objective import Objective
    from okrlint.model.plan import Plan
    from okrlint.model.portfolio import Portfolio


class Involvement(Record):
    """One person's part in the plans, in the order of the plans."""

    person: str
    """An id."""
    name: str
    plans: list[Plan]
    """Those that the person leads."""
    objectives: list[Objective]
    key_results: list[KeyResult]
    actions: list[tuple[Action, KeyResult]]
    """Work of the person on key results that others own."""
    checks: list[KeyResult]
    """Key results of others that the person wrote a check-in for."""


def involvements(portfolio: Portfolio, company: Company | None) -> dict[str, Involvement]:
    """Everybody whom the company or a plan names, by id, sorted by name."""
    found = _Collected(company)
    for person in company.people if company else ():
        if person.id:
            found.of(person.id)
    for plan in portfolio.plans:
        if plan.lead:
            found.of(plan.lead).plans.append(plan)
        for objective in plan.objectives:
            _add_objective(found, objective)
    people = sorted(found.people.values(), key=lambda one: (one.name.casefold(), one.person))
    return {one.person: one for one in people}


class _Collected:
    def __init__(self, company: Company | None) -> None:
        self.company = company
        self.people: dict[str, Involvement] = {}

    def of(self, person: str) -> Involvement:
        if person not in self.people:
            name = person_name(self.company, person)
            self.people[person] = Involvement(
                person=person, name=name, plans=[], objectives=[], key_results=[], actions=[], checks=[]
            )
        return self.people[person]


def _add_objective(found: _Collected, objective: Objective) -> None:
    for owner in dict.fromkeys(objective.owners):
        found.of(owner).objectives.append(objective)
    for key_result in objective.key_results:
        for owner in dict.fromkeys(key_result.owners):
            found.of(owner).key_results.append(key_result)
        for action in key_result.actions:
            if action.owner and action.owner not in key_result.owners:
                found.of(action.owner).actions.append((action, key_result))
        for writer in _writers(key_result):
            found.of(writer).checks.append(key_result)


def _writers(key_result: KeyResult) -> Iterator[str]:
    """People who checked in without owning it or work on it."""
    busy = {*key_result.owners, *(action.owner for action in key_result.actions)}
    for writer in dict.fromkeys(entry.by for entry in key_result.check_ins):
        if writer and writer not in busy:
            yield writer
