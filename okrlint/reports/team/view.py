"""What the page of a team shows: the quarter that runs, its people, and the quarters before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from okrlint.views.help_wanted import help_wanted
from okrlint.views.places import HOME, TEAMS, team_name, team_path
from okrlint.views.report import Later, Page, Report
from okrlint.views.team import current_plan, team_plans, ways_of, work_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.plan import Plan
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_MOST_HELP = 8


def _pages(survey: Survey) -> Iterator[Later]:
    for team, plans in team_plans(survey).items():
        yield Later(team_path(team), plans, partial(_page, team, plans, survey))


def _page(team: str, plans: tuple[Plan, ...], survey: Survey) -> Page:
    crumbs = ((survey.site["name"], HOME), ("Teams", TEAMS))
    name = team_name(team)
    return Page(team_path(team), f"{name}: all quarters", name, crumbs, _data(name, plans, survey))


def _data(name: str, plans: tuple[Plan, ...], survey: Survey) -> Row:
    plan = current_plan(plans, survey)
    row = survey.overview(plan)
    return {
        "team": name,
        "plan": row,
        "ways": ways_of(plan, survey),
        "work": work_of(plan, survey),
        "help_wanted": help_wanted([row], _MOST_HELP),
        "quarters": [survey.overview(one) for one in plans],
    }


REPORT = Report("team", _pages)
