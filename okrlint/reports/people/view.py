"""What the pages of people show: work and days. No score, no mean, no trend and no order but that of the alphabet.

A number beside a person's name gets read as a verdict on the person, and then people plan for the number.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from okrlint.views.actions import action_row
from okrlint.views.numbers import plural
from okrlint.views.overlaps import AGREED, KINDS, OPEN, shared_row
from okrlint.views.places import HOME, PEOPLE, person_path, quarter_label, team_name
from okrlint.views.report import Menu, Page, Report
from okrlint.views.work import due_row, work_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.linting.overlaps import Overlap
    from okrlint.model.key_result import KeyResult
    from okrlint.model.objective import Objective
    from okrlint.model.plan import Plan
    from okrlint.views.due import Due
    from okrlint.views.involvement import Involvement
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_NAME = "People"
_MOST_WITH_WORK = 300
"""People up to whom the list says what each of them does next; a longer one is for looking up a name."""
_MOST_SHARED = 5
"""Key results of others that one overlap lists on a person's page; the page of overlaps has all of them."""


def _pages(survey: Survey) -> Iterator[Page]:
    if not survey.people:
        return
    owed: dict[str, list[Due]] = {}
    for item in survey.due:
        owed.setdefault(item.person, []).append(item)
    home = ((survey.site["name"], HOME),)
    few = len(survey.people) <= _MOST_WITH_WORK
    rows = [_index_row(one, owed.get(one.person, []) if few else [], survey) for one in survey.people.values()]
    nobody = [due_row(item, survey) for item in owed.get("", [])]
    yield Page(PEOPLE, _NAME, _NAME, home, {"people": rows, "nobody": nobody, "person": None})
    for one in survey.people.values():
        data = {"person": _person_row(one, owed.get(one.person, []), survey)}
        yield Page(person_path(one.person), one.name, one.name, (*home, (_NAME, PEOPLE)), data)


def _index_row(one: Involvement, owed: list[Due], survey: Survey) -> Row:
    open_ones = [key_result for key_result in one.key_results if _is_open(key_result.plan)]
    first = min(owed, key=lambda item: item.day, default=None)
    return {
        "name": one.name,
        "path": person_path(one.person),
        "team": _team(one, survey),
        "owns": plural(len(open_ones), "key result") if open_ones else "",
        "next": due_row(first, survey) if first else None,
    }


def _team(one: Involvement, survey: Survey) -> str:
    """The team that the company file names, else those of the open plans that the person is in."""
    person = survey.given.company.person(one.person) if survey.given.company else None
    if person is not None and person.team:
        return team_name(person.team)
    owned: tuple[Objective | KeyResult, ...] = (*one.objectives, *one.key_results)
    plans = (*one.plans, *(located.plan for located in owned if _is_open(located.plan)))
    return ", ".join(dict.fromkeys(team_name(plan.team) for plan in plans if plan.team))


def _is_open(plan: Plan) -> bool:
    return plan.status != "closed"


def _person_row(one: Involvement, owed: list[Due], survey: Survey) -> Row:
    objectives = [objective for objective in one.objectives if _is_open(objective.plan)]
    key_results = [key_result for key_result in one.key_results if _is_open(key_result.plan)]
    return {
        "name": one.name,
        "team": _team(one, survey),
        "leads": [_plan_row(plan, survey) for plan in one.plans if _is_open(plan)],
        "objectives": [work_row(objective, survey) for objective in objectives],
        "key_results": [work_row(key_result, survey) for key_result in key_results],
        "helps": list(_help_rows(one, survey)),
        "owes": [due_row(item, survey) for item in sorted(owed, key=lambda item: item.day)],
        "overlaps": [_overlap_row(overlap, one, survey) for overlap in _overlaps(key_results, survey)],
        "earlier": list(_earlier(one, survey)),
    }


def _plan_row(plan: Plan, survey: Survey) -> Row:
    return {"text": _plan_name(plan), "target": survey.places.plan(plan)}


def _plan_name(plan: Plan) -> str:
    return f"{team_name(plan.team or plan.document.path)} {quarter_label(plan)}"


def _help_rows(one: Involvement, survey: Survey) -> Iterator[Row]:
    """Actions on key results of others, then key results of others that the person checks in."""
    for action, key_result in one.actions:
        if _is_open(key_result.plan):
            row = action_row(action, survey.given.company, survey.given.as_of)
            yield {**work_row(key_result, survey), "action": row}
    for key_result in one.checks:
        if _is_open(key_result.plan):
            yield {**work_row(key_result, survey), "action": None}


def _overlaps(key_results: list[KeyResult], survey: Survey) -> list[Overlap]:
    return list(dict.fromkeys(found for kr in key_results for found in survey.overlaps_of.get(kr, ())))


def _overlap_row(overlap: Overlap, one: Involvement, survey: Survey) -> Row:
    """With whom something is shared; a few of them, so that a thousand teams with one metric are no matter."""
    own = next(key_result for key_result in overlap.key_results if one.person in key_result.owners)
    circle = overlap.circles[own.plan.team]
    others = (key_result for key_result in overlap.key_results if key_result.plan.team != own.plan.team)
    shown = list(islice(others, _MOST_SHARED))
    return {
        **shared_row(own, survey),
        "kind": KINDS[overlap.kind],
        "status": AGREED if all(key_result.plan.team in circle for key_result in shown) else OPEN,
        "others": [shared_row(key_result, survey) for key_result in shown],
        "left": len(overlap.key_results) - len(shown) - 1,
    }


def _earlier(one: Involvement, survey: Survey) -> Iterator[Row]:
    """What the person had in quarters that are closed, by quarter, the newest first; no results."""
    quarters: dict[str, list[Objective | KeyResult]] = {}
    owned: tuple[Objective | KeyResult, ...] = (*one.objectives, *one.key_results)
    for located in sorted(owned, key=lambda located: located.plan.address):
        if not _is_open(located.plan):
            quarters.setdefault(quarter_label(located.plan), []).append(located)
    for label in survey.plans_by_quarter:
        if label in quarters:
            yield {"label": label, "items": [work_row(located, survey) for located in quarters[label]]}


def _menu(survey: Survey) -> Menu | None:
    return Menu(40, _NAME, PEOPLE) if survey.people else None


REPORT = Report("people", _pages, menu=_menu)
