"""What the page of a plan shows, and the plans of the same team before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.places import HOME, quarter_path
from okrlint.views.report import Page, Report
from okrlint.views.team import ways_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.plan import Plan
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_LONGEST = 40
"""Key results; with more of them the table has the objectives alone, each with the way to its page."""


def _of_plan(plan: Plan, survey: Survey) -> Iterator[Page]:
    row = survey.plan(plan)
    crumbs = ((survey.site["name"], HOME), (row["quarter"], quarter_path(row["quarter"])))
    data = {
        **row,
        "long": len(plan.key_results) > _LONGEST,
        "earlier": _neighbour(survey, plan, -1),
        "later": _neighbour(survey, plan, 1),
        "ways": [*_all_quarters(row), *ways_of(plan, survey)],
    }
    yield Page(row["path"], f"{row['team']} {row['quarter']}", row["team"], crumbs, data)


def _all_quarters(row: Row) -> list[Row]:
    """The page of the team, where it has one."""
    return [{"text": "All quarters", "target": row["team_path"]}] if row["team_path"] else []


def _neighbour(survey: Survey, plan: Plan, quarters: int) -> Row | None:
    """The plan of the same team so many quarters later."""
    quarter = plan.quarter.shifted(quarters) if plan.quarter else None
    found = survey.given.portfolio.plan(plan.team, quarter)
    return None if found is None or quarter is None else {"label": quarter.label, "target": survey.places.plan(found)}


REPORT = Report("plan", of_plan=_of_plan)
