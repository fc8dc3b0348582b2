"""What the overview of a quarter shows: one page for each quarter that has a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.places import HOME
from okrlint.views.report import Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.survey import Survey


def _pages(survey: Survey) -> Iterator[Page]:
    crumbs = ((survey.site["name"], HOME),)
    for row in survey.quarters:
        yield Page(row["path"], row["label"], row["label"], crumbs, row)


REPORT = Report("quarter", _pages)
