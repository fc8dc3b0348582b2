"""Sites on the disk for a browser, and which of their pages to try: the largest of each kind."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrlint import discovery, reports
from okrlint.linting.run import run
from okrlint.model.as_of import newest_recorded
from okrlint.rendering.links import html_file
from okrlint.reports import build_site
from okrlint.views.report import ReportInput
from okrlint.views.survey import Survey
from okrlint.workspace.workspace import open_workspace
from tests.rendering.payloads import PAYLOADS
from tests.reports.sites import everything, report_input

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = tuple(name.replace("_", "-") for name in discovery.names(reports.__name__))
"""Every document, by the name of its folder."""


class Site(NamedTuple):
    """A site in a folder."""

    html: Path
    largest: Mapping[str, Path]
    """The largest page of each kind of document that the site has."""


def built_site(checkout: Path, folder: Path) -> Site:
    """The site of the plans in a checkout."""
    workspace = open_workspace(checkout)
    portfolio = workspace.load(workspace.paths())
    day = newest_recorded(portfolio.plans)
    assert day is not None
    outcome = run(portfolio, workspace.rules, workspace.settings, None, day)
    return _written(ReportInput(portfolio, outcome.findings, day, portfolio.company), folder)


def hostile_site(folder: Path) -> Site:
    """A site in which every text is all payloads at once."""
    return _written(report_input(everything("\n\n".join(text for text in PAYLOADS if text.isprintable()))), folder)


def _written(given: ReportInput, folder: Path) -> Site:
    for path, data in build_site(given).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    html = folder / "html"
    survey = Survey(given)
    largest = {}
    for report in discovery.discover(reports.__name__, "REPORT"):
        pages = [html / html_file(page.path) for page in report.pages(survey)]
        if pages:
            largest[report.id] = max(pages, key=lambda page: (page.stat().st_size, page))
    return Site(html, largest)
