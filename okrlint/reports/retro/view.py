"""The page for the end of each plan whose quarter is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.meetings import RETRO, pages_of
from okrlint.views.report import Page, Report
from okrlint.views.retro import retro_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.survey import Survey


def _pages(survey: Survey) -> Iterator[Page]:
    for plan, page in pages_of(survey, RETRO):
        yield page._replace(data=retro_row(plan, survey))


REPORT = Report("retro", _pages)
