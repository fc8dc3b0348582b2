"""What the list of teams shows: each with its plan of the running quarter, else its newest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from okrlint.views.places import HOME, TEAMS
from okrlint.views.report import Later, Menu, Page, Report
from okrlint.views.team import current_plan, team_plans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.plan import Plan
    from okrlint.views.survey import Survey

_NAME = "Teams"


def _pages(survey: Survey) -> Iterator[Later]:
    plans = tuple(current_plan(plans, survey) for plans in team_plans(survey).values())
    if plans:
        yield Later(TEAMS, plans, partial(_page, plans, survey))


def _page(plans: tuple[Plan, ...], survey: Survey) -> Page:
    rows = [survey.overview(plan) for plan in plans]
    return Page(TEAMS, _NAME, _NAME, ((survey.site["name"], HOME),), {"plans": rows})


def _menu(survey: Survey) -> Menu | None:
    return Menu(30, _NAME, TEAMS) if any(plan.team for plan in survey.given.portfolio.plans) else None


REPORT = Report("teams", _pages, menu=_menu)
