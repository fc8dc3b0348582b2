"""What the page for unknown addresses shows, and how it finds the site that it belongs to.

A server shows it at the address that was asked for, at any depth. Where the address of the site is known its links
begin there. Where it is not, a short script in the template cuts the address off before the first folder that sites
have; without scripts the links then lead on from the top of the site only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.rendering.links import NOT_FOUND
from okrlint.views.places import HOME
from okrlint.views.report import Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.survey import Survey

_MOST_QUARTERS = 12


def _pages(survey: Survey) -> Iterator[Page]:
    crumbs = ((survey.site["name"], HOME),)
    quarters = [{"label": row["label"], "path": row["path"]} for row in survey.quarters[:_MOST_QUARTERS]]
    yield Page(NOT_FOUND, "Page not found", "Page not found", crumbs, {"home": HOME, "quarters": quarters})


REPORT = Report("not-found", _pages)
