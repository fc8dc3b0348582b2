"""One folder, one document: `view.py` works its data out, `page.html.j2` and `page.md.j2` show them.

A document is found by its folder; there is no list to add it to. Documents never import one another; what several
of them show alike is in `okrlint.views`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint import discovery

if TYPE_CHECKING:
    from okrlint.views.report import Page, Report, ReportInput, Row

FOLDERS = ("badges", "html", "markdown")
"""What a build fills, below the folder that the user names."""

_HERE = Path(__file__).parent


def build_site(given: ReportInput) -> dict[str, bytes]:
    """Every file of the site by its path below the reports folder, the manifest among them; writes nothing."""
    from okrlint.rendering.site import static_files, with_manifest
    from okrlint.views.survey import Survey

    survey = Survey(given)
    built = {f"html/{name}": data for name, data in static_files().items()}
    reports = discovery.discover(__name__, "REPORT")
    entries = (report.menu(survey) for report in reports)
    menu = sorted(entry for entry in entries if entry is not None)
    for report in reports:
        for page in report.pages(survey):
            built.update(_forms(report, page, {"site": {**survey.site, "menu": menu}}))
        built.update((file.path, file.data) for file in report.files(survey))
    return with_manifest(built)


def _forms(report: Report, page: Page, site: Row) -> Iterator[tuple[str, bytes]]:
    """The page in every form that its report has a template for."""
    from okrlint.rendering.environment import html_environment, markdown_environment
    from okrlint.rendering.links import html_file, markdown_file
    from okrlint.rendering.pages import html_page, markdown_page

    folder = report.id.replace("-", "_")
    values = {**site, "page": page._asdict(), "data": page.data}
    html = html_environment(_folders())
    yield f"html/{html_file(page.path)}", html_page(html, f"{folder}/page.html.j2", page.path, values)
    if (_HERE / folder / "page.md.j2").is_file():
        text = markdown_environment(_folders())
        name = f"markdown/{markdown_file(page.path)}"
        yield name, markdown_page(text, f"{folder}/page.md.j2", page.path, values)


def _folders() -> tuple[tuple[str, Path], ...]:
    """Where templates are: the rooms that share some, and each document's own folder."""
    rooms = (("rendering", _HERE.parent / "rendering"), ("views", _HERE.parent / "views"))
    own = (name.replace("-", "_") for name in discovery.names(__name__))
    return (*rooms, *((name, _HERE / name) for name in own))
