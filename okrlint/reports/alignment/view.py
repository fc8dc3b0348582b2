"""What the outline of a quarter shows: every objective once, under what it supports; what leads nowhere, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.alignment import alignment_of
from okrlint.views.outline import Outline
from okrlint.views.quarter_pages import ALIGNMENT, register_pages
from okrlint.views.report import Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.report import Row
    from okrlint.views.survey import Survey


def _pages(survey: Survey) -> Iterator[Page]:
    return register_pages(survey, ALIGNMENT, _data)


def _data(label: str, survey: Survey) -> Row:
    given = survey.given
    alignment = alignment_of(survey.plans_by_quarter[label], given.portfolio, given.company)
    return Outline(alignment=alignment, survey=survey, deferred=[]).row()


REPORT = Report("alignment", _pages)
