"""What the pages of findings show: each rule that found something, why it looks, and every place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.finding_register import OUTSIDE, findings_by_quarter, register_row, suppressions_by_quarter
from okrlint.views.findings import severity_counts
from okrlint.views.places import FINDINGS as SITE_PAGE
from okrlint.views.places import HOME, quarter_page_path
from okrlint.views.quarter_pages import FINDINGS, register_pages
from okrlint.views.report import Menu, Page, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_NAME = "Findings"


def _pages(survey: Survey) -> Iterator[Page]:
    found, silenced = findings_by_quarter(survey), suppressions_by_quarter(survey)

    def work_out(label: str, survey: Survey) -> Row:
        own = register_row(found.get(label, ()), silenced.get(label, ()), survey)
        return {**own, "scope": f"the plans of {label}", "quarters": []}

    yield from register_pages(survey, FINDINGS, work_out)
    data = {
        **register_row(found.get(OUTSIDE, ()), silenced.get(OUTSIDE, ()), survey),
        "title": _NAME,
        "quarter": "",
        "scope": "the company file and other files",
        "others": [],
        "earlier": None,
        "later": None,
        "quarters": [
            {
                "label": label,
                "target": quarter_page_path(label, FINDINGS),
                "severities": severity_counts(found.get(label, ())),
                "silenced": len(silenced.get(label, ())),
            }
            for label in survey.plans_by_quarter
        ],
    }
    yield Page(SITE_PAGE, _NAME, _NAME, ((survey.site["name"], HOME),), data)


def _menu(_survey: Survey) -> Menu:
    return Menu(60, _NAME, SITE_PAGE)


REPORT = Report("findings", _pages, menu=_menu)
