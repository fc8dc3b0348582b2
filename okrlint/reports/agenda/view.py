"""The page for the weekly meeting of each plan that runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.agenda import agenda_row
from okrlint.views.meetings import AGENDA, page_of
from okrlint.views.report import Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.plan import Plan
    from okrlint.views.survey import Survey


def _of_plan(plan: Plan, survey: Survey) -> Iterator[Page]:
    return page_of(plan, AGENDA, survey, agenda_row)


REPORT = Report("agenda", of_plan=_of_plan)
