"""What the overview of a quarter shows: one page for each quarter that has a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.pipelines import links_of, pipeline_quarters
from okrlint.views.places import HOME
from okrlint.views.report import Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.survey import Survey


def _pages(survey: Survey) -> Iterator[Page]:
    crumbs = ((survey.site["name"], HOME),)
    numbers = {one.quarter.label: links_of(one) for one in pipeline_quarters(survey)}
    for row in survey.quarters:
        yield Page(row["path"], row["label"], row["label"], crumbs, {**row, "numbers": numbers.get(row["label"], [])})


REPORT = Report("quarter", _pages)
