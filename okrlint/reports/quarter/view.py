"""What the overview of a quarter shows: one page for each quarter that has a plan."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from okrlint.views.help_wanted import help_wanted
from okrlint.views.pipelines import links_of, pipeline_quarters
from okrlint.views.places import HOME
from okrlint.views.quarter import quarter_row
from okrlint.views.quarter_pages import register_links
from okrlint.views.report import Later, Menu, Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_MOST_HELP = 5
_LONGEST = 150
"""Objectives; with more of them the overview has one row for each team, and the pages of the plans have the rest."""


def _pages(survey: Survey) -> Iterator[Later]:
    numbers = {one.quarter.label: links_of(one) for one in pipeline_quarters(survey)}
    for frame in survey.quarters:
        label = frame["label"]
        registers = [*register_links(survey, label), *numbers.get(label, [])]
        make = partial(_page, frame, registers, survey)
        yield Later(frame["path"], survey.plans_by_quarter[label], make, (frame, registers))


def _page(frame: Row, registers: list[Row], survey: Survey) -> Page:
    row = quarter_row(frame, survey)
    data = {
        **row,
        "registers": registers,
        "help_wanted": help_wanted(row["plans"], _MOST_HELP, ("at risk",)),
        "long": row["objective_count"] > _LONGEST,
    }
    return Page(row["path"], row["label"], row["label"], ((survey.site["name"], HOME),), data)


def _menu(survey: Survey) -> Menu | None:
    """The quarter that runs."""
    return Menu(20, survey.running["label"], survey.running["path"]) if survey.running else None


REPORT = Report("quarter", _pages, menu=_menu)
