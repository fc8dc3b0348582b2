"""What the page of an objective shows, and the objectives of the same plan before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.names import relative
from okrlint.views.overlaps import KINDS
from okrlint.views.places import HOME, quarter_path
from okrlint.views.report import Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.key_result import KeyResult
    from okrlint.model.objective import Objective
    from okrlint.model.plan import Plan
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_MOST_OVERLAPS = 6


def _of_plan(plan: Plan, survey: Survey) -> Iterator[Page]:
    row = survey.plan(plan)
    rows = {one["target"]: one for one in row["objectives"] + row["others"]}
    ordered = [rows[survey.places.objective(objective)] for objective in plan.objectives]
    for place, objective in enumerate(plan.objectives):
        around = {"before": _link(ordered, place - 1), "after": _link(ordered, place + 1), "plan": row}
        yield _page(objective, {**ordered[place], **around}, survey)


def _link(rows: list[Row], place: int) -> Row | None:
    """The objective beside another one in its plan."""
    return {"text": rows[place]["title"], "target": rows[place]["target"]} if 0 <= place < len(rows) else None


def _page(objective: Objective, row: Row, survey: Survey) -> Page:
    plan = row["plan"]
    crumbs = (
        (survey.site["name"], HOME),
        (plan["quarter"], quarter_path(plan["quarter"])),
        (plan["team"], plan["path"]),
    )
    data = {**row, "overlaps": list(_overlaps(objective, survey))}
    return Page(row["target"], f"{row['title']} · {plan['team']} {plan['quarter']}", "Objective", crumbs, data)


def _overlaps(objective: Objective, survey: Survey) -> Iterator[Row]:
    """Key results of other teams with which this one shares something, each told once; the first few."""
    seen: set[KeyResult] = set()
    for key_result in objective.counted:
        for overlap in survey.overlaps_of.get(key_result, []):
            for other in overlap.key_results:
                if other.plan.team != objective.plan.team and other not in seen and len(seen) < _MOST_OVERLAPS:
                    seen.add(other)
                    yield {**relative(survey, other), "note": KINDS[overlap.kind]}


REPORT = Report("objective", of_plan=_of_plan)
