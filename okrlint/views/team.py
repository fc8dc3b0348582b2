"""Teams over all quarters: their plans, who works in them, and the pages that a plan leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.meetings import link_of
from okrlint.views.names import person_name
from okrlint.views.places import board_path, quarter_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrlint.model.plan import Plan
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey


def team_plans(survey: Survey) -> dict[str, tuple[Plan, ...]]:
    """The plans of each team, the newest first; teams by the alphabet."""
    teams: dict[str, list[Plan]] = {}
    for plan in reversed(survey.given.portfolio.plans):
        if plan.team:
            teams.setdefault(plan.team, []).append(plan)
    return {team: tuple(teams[team]) for team in sorted(teams)}


def current_plan(plans: Sequence[Plan], survey: Survey) -> Plan:
    """A team's plan of the quarter that the site speaks of, else its newest."""
    label = survey.running["label"] if survey.running else ""
    return next((found for found in plans if quarter_label(found) == label), plans[0])


def ways_of(plan: Plan, survey: Survey) -> list[Row]:
    """The pages beside a plan: that of its meeting, and the team's screen while the quarter runs.

    A screen has no Markdown twin, which `twin` says.
    """
    ways: list[Row] = [{**found, "twin": True}] if (found := link_of(plan, survey)) else []
    current = survey.running is not None and survey.running["label"] == quarter_label(plan)
    if plan.team and plan.quarter is not None and current:
        ways.append({"text": "Board", "target": board_path(plan.team), "twin": False})
    return ways


def work_of(plan: Plan, survey: Survey) -> list[Row]:
    """Everybody who has a part in a plan, by name, with what they own and how many actions they have to do."""
    found: dict[str, Row] = {}
    for objective in plan.counted:
        for owner in objective.owners:
            _of(found, owner, survey)["objectives"].append(_link(objective.name, survey.places.target(objective)))
        for key_result in objective.counted:
            for owner in key_result.owners:
                link = _link(key_result.name, survey.places.target(key_result))
                _of(found, owner, survey)["key_results"].append(link)
            for action in key_result.actions:
                if action.owner and action.status not in {"done", "dropped"}:
                    _of(found, action.owner, survey)["actions"] += 1
    return sorted(found.values(), key=lambda row: (row["name"].casefold(), row["target"]))


def _of(found: dict[str, Row], person: str, survey: Survey) -> Row:
    name = person_name(survey.given.company, person)
    fresh: Row = {"name": name, "target": survey.page_of(person), "objectives": [], "key_results": [], "actions": 0}
    return found.setdefault(person, fresh)


def _link(text: str, target: str | None) -> Row:
    return {"text": text, "target": target}
