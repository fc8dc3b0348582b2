"""The page for the weekly meeting of each plan that runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.agenda import agenda_row
from okrlint.views.meetings import AGENDA, pages_of
from okrlint.views.report import Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.survey import Survey


def _pages(survey: Survey) -> Iterator[Page]:
    for plan, page in pages_of(survey, AGENDA):
        yield page._replace(data=agenda_row(plan, survey))


REPORT = Report("agenda", _pages)
