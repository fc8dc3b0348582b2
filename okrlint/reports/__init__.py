"""One folder, one document: `view.py` works its data out, `page.html.j2` and `page.md.j2` show them.

A document is found by its folder; there is no list to add it to. Documents never import one another; what several
of them show alike is in `okrlint.views`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from okrlint import discovery
from okrlint.rendering.publication import Publication
from okrlint.rendering.site import MANIFEST, Output, manifest, public_files, static_files

if TYPE_CHECKING:
    from okrlint.views.report import Page, Report, ReportInput, Row

FOLDERS = ("badges", "html", "markdown")
"""What a build fills, below the folder that the user names."""

_HERE = Path(__file__).parent


def build_site(given: ReportInput, publication: Publication = Publication()) -> dict[str, bytes]:  # noqa: B008  frozen
    """Every file of the site by its path below the reports folder, the manifest among them; writes nothing."""
    return {output.path: output.render() for output in site_outputs(given, publication)}


def site_outputs(given: ReportInput, publication: Publication) -> Iterator[Output]:
    """The same one after the other, each of them rendered only when it is asked to be; the manifest comes last."""
    paths = []
    for output in _outputs(given, publication):
        paths.append(output.path)
        yield output
    yield from (extra := public_files(publication, paths))
    titles = {one.file: one.title for one in given.gone}
    yield Output(MANIFEST, partial(manifest, [*paths, *(one.path for one in extra)], titles))


def _outputs(given: ReportInput, publication: Publication) -> Iterator[Output]:
    from okrlint.views.survey import Survey

    survey = Survey(given)
    reports = discovery.discover(__name__, "REPORT")
    entries = (report.menu(survey) for report in reports)
    menu = sorted(entry for entry in entries if entry is not None)
    site = {**survey.site, **publication.row, "menu": menu}
    for name, data in static_files().items():
        yield Output(f"html/{name}", partial(bytes, data))
    for report in reports:
        for page in report.pages(survey):
            yield from _forms(report, page, site, publication)
        for file in report.files(survey):
            yield Output(file.path, partial(bytes, file.data))


def _forms(report: Report, page: Page, site: Row, publication: Publication) -> Iterator[Output]:
    """The page in every form that its report has a template for."""
    from okrlint.rendering.links import html_file, markdown_file

    folder = report.id.replace("-", "_")
    values = {"site": site, "page": page._asdict(), "data": page.data}
    template = f"{folder}/page.html.j2"
    yield Output(f"html/{html_file(page.path)}", partial(_html, template, page.path, values, publication), values)
    if _has_markdown(folder):
        template = f"{folder}/page.md.j2"
        yield Output(f"markdown/{markdown_file(page.path)}", partial(_markdown, template, page.path, values), values)


def _html(template: str, path: str, values: dict[str, Any], publication: Publication) -> bytes:
    from okrlint.rendering.environment import html_environment
    from okrlint.rendering.pages import html_page

    return html_page(html_environment(_folders()), template, path, values, publication.root)


def _markdown(template: str, path: str, values: dict[str, Any]) -> bytes:
    from okrlint.rendering.environment import markdown_environment
    from okrlint.rendering.pages import markdown_page

    return markdown_page(markdown_environment(_folders()), template, path, values)


@cache
def _has_markdown(folder: str) -> bool:
    return (_HERE / folder / "page.md.j2").is_file()


@cache
def _folders() -> tuple[tuple[str, Path], ...]:
    """Where templates are: the rooms that share some, and each document's own folder."""
    rooms = (("rendering", _HERE.parent / "rendering"), ("views", _HERE.parent / "views"))
    own = (name.replace("-", "_") for name in discovery.names(__name__))
    return (*rooms, *((name, _HERE / name) for name in own))
