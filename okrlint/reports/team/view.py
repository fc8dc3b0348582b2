"""What the page of a team shows: the quarter that runs, its people, and the quarters before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.help_wanted import help_wanted
from okrlint.views.places import HOME, TEAMS, team_name, team_path
from okrlint.views.report import Page, Report
from okrlint.views.team import current_plan, team_plans, ways_of, work_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.plan import Plan
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_MOST_HELP = 8


def _pages(survey: Survey) -> Iterator[Page]:
    crumbs = ((survey.site["name"], HOME), ("Teams", TEAMS))
    for team, plans in team_plans(survey).items():
        name = team_name(team)
        yield Page(team_path(team), f"{name}: all quarters", name, crumbs, _data(name, plans, survey))


def _data(name: str, plans: list[tuple[Plan, Row]], survey: Survey) -> Row:
    plan, row = current_plan(plans, survey)
    return {
        "team": name,
        "plan": row,
        "ways": ways_of(plan, survey),
        "work": work_of(plan, survey),
        "help_wanted": help_wanted([row], _MOST_HELP),
        "quarters": [one for _, one in plans],
    }


REPORT = Report("team", _pages)
