"""What the page of an objective that is gone says: what stood there, and the quarter to look in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.places import HOME
from okrlint.views.report import Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.report import Gone, Row
    from okrlint.views.survey import Survey


def _pages(survey: Survey) -> Iterator[Page]:
    quarters = {row["path"].split("/")[1]: row for row in survey.quarters}
    plans = {survey.places.plan(plan).rpartition("/")[0]: plan for plan in survey.given.portfolio.plans}
    for gone in survey.given.gone:
        plan = plans.get(gone.path.rpartition("/")[0])
        row = survey.overview(plan) if plan is not None else None
        yield _page(survey, gone, quarters.get(gone.path.split("/")[1]), row)


def _page(survey: Survey, gone: Gone, quarter: Row | None, plan: Row | None) -> Page:
    crumbs = [(survey.site["name"], HOME)]
    if quarter is not None:
        crumbs.append((quarter["label"], quarter["path"]))
    if plan is not None:
        crumbs.append((plan["team"], plan["path"]))
    data: Row = {
        "title": gone.title,
        "place": crumbs[-1],
        "quarter": quarter["label"] if quarter else "",
        "objectives": [*plan["objectives"], *plan["others"]] if plan else [],
    }
    return Page(gone.path, f"{gone.title} (no longer there)", "No longer there", tuple(crumbs), data)


REPORT = Report("gone", _pages)
