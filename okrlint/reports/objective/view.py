"""What the page of an objective shows, and the objectives of the same plan before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.places import HOME, quarter_path
from okrlint.views.report import Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.report import Row
    from okrlint.views.survey import Survey


def _pages(survey: Survey) -> Iterator[Page]:
    for plan in survey.plans:
        rows = plan["objectives"] + plan["others"]
        for place, row in enumerate(rows):
            yield _page(survey, plan, row, _beside(rows, place - 1), _beside(rows, place + 1))


def _page(survey: Survey, plan: Row, row: Row, before: Row | None, after: Row | None) -> Page:
    crumbs = (
        (survey.site["name"], HOME),
        (plan["quarter"], quarter_path(plan["quarter"])),
        (plan["team"], plan["path"]),
    )
    data = {**row, "plan": plan, "before": before, "after": after}
    return Page(row["target"], f"{row['title']} · {plan['team']} {plan['quarter']}", "Objective", crumbs, data)


def _beside(rows: list[Row], place: int) -> Row | None:
    if not 0 <= place < len(rows):
        return None
    return {"text": rows[place]["title"], "target": rows[place]["target"]}


REPORT = Report("objective", _pages)
