"""What the overview of a quarter shows: one page for each quarter that has a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.help_wanted import help_wanted
from okrlint.views.pipelines import links_of, pipeline_quarters
from okrlint.views.places import HOME
from okrlint.views.quarter_pages import register_links
from okrlint.views.report import Menu, Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.survey import Survey

_MOST_HELP = 5
_LONGEST = 150
"""Objectives; with more of them the overview has one row for each team, and the pages of the plans have the rest."""


def _pages(survey: Survey) -> Iterator[Page]:
    crumbs = ((survey.site["name"], HOME),)
    numbers = {one.quarter.label: links_of(one) for one in pipeline_quarters(survey)}
    for row in survey.quarters:
        label = row["label"]
        data = {
            **row,
            "registers": [*register_links(survey, label), *numbers.get(label, [])],
            "help_wanted": help_wanted(row["plans"], _MOST_HELP, ("at risk",)),
            "long": row["objective_count"] > _LONGEST,
        }
        yield Page(row["path"], label, label, crumbs, data)


def _menu(survey: Survey) -> Menu | None:
    """The quarter that runs."""
    return Menu(20, survey.current["label"], survey.current["path"]) if survey.current else None


REPORT = Report("quarter", _pages, menu=_menu)
