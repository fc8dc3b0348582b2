"""The page for the end of each plan whose quarter is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.meetings import RETRO, page_of
from okrlint.views.report import Page, Report
from okrlint.views.retro import retro_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.plan import Plan
    from okrlint.views.survey import Survey


def _of_plan(plan: Plan, survey: Survey) -> Iterator[Page]:
    return page_of(plan, RETRO, survey, retro_row)


REPORT = Report("retro", of_plan=_of_plan)
