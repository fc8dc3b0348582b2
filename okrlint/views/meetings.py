"""The pages for the meetings of a plan: an agenda while it runs, a retrospective once it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.places import HOME, quarter_label, quarter_path, team_name
from okrlint.views.report import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from okrlint.model.plan import Plan
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

AGENDA, RETRO = "agenda", "retro"
NAMES = {AGENDA: "Agenda", RETRO: "Retrospective"}


def meeting_of(plan: Plan, survey: Survey) -> str | None:
    """Which page a plan has: the retrospective of what is closed or over, the agenda of what runs; drafts none."""
    if plan.quarter is None or plan.status == "draft" or not plan.counted_key_results:
        return None
    return RETRO if plan.status == "closed" or survey.given.as_of >= plan.quarter.end else AGENDA


def path_of(plan: Plan, kind: str, survey: Survey) -> str:
    """Where the page stands: in the folder of the plan."""
    return f"{survey.places.plan(plan).rpartition('/')[0]}/{kind}"


def link_of(plan: Plan, survey: Survey) -> Row | None:
    """The page of a plan for whoever wants to lead there."""
    kind = meeting_of(plan, survey)
    return None if kind is None else {"text": NAMES[kind], "target": path_of(plan, kind, survey)}


def page_of(plan: Plan, kind: str, survey: Survey, work_out: Callable[[Plan, Survey], Row]) -> Iterator[Page]:
    """The page of a kind, where the plan has it; `work_out` gives what is on it."""
    if meeting_of(plan, survey) == kind:
        team, quarter = team_name(plan.team) if plan.team else plan.document.path, quarter_label(plan)
        above = ((survey.site["name"], HOME), (quarter, quarter_path(quarter)), (team, survey.places.plan(plan)))
        title = f"{NAMES[kind]} {team} {quarter}"
        yield Page(path_of(plan, kind, survey), title, NAMES[kind], above, work_out(plan, survey))
