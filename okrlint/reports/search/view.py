"""What the search page shows, and the index that its script reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.places import A_TO_Z, HOME, SEARCH
from okrlint.views.report import File, Menu, Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.survey import Survey

_NAME = "Search"


def _pages(survey: Survey) -> Iterator[Page]:
    files = survey.search_index
    data = {
        "files": [file.path for file in files],
        "quarters": [(file.label, file.path) for file in files if file.label],
        "a_to_z": A_TO_Z,
    }
    yield Page(SEARCH, _NAME, _NAME, ((survey.site["name"], HOME),), data)


def _files(survey: Survey) -> Iterator[File]:
    for file in survey.search_index:
        yield File(f"html/{file.path}", file.data)


def _menu(_survey: Survey) -> Menu:
    return Menu(70, _NAME, SEARCH)


REPORT = Report("search", _pages, _files, _menu)
