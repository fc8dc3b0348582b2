"""One folder, one document: `view.py` works its data out, `page.html.j2` and `page.md.j2` show them.

A document is found by its folder; there is no list to add it to. Documents never import one another; what several
of them show alike is in `okrlint.views`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint import discovery
from okrlint.rendering.publication import Publication
from okrlint.rendering.site import MANIFEST, Output, manifest, public_files, static_files

if TYPE_CHECKING:
    from okrlint.rendering.compiled import CompiledFolder
    from okrlint.rendering.environment import Folders, Making
    from okrlint.views.report import Page, Report, ReportInput, Row

FOLDERS = ("badges", "html", "markdown")
"""What a build fills, below the folder that the user names."""

_HERE = Path(__file__).parent


def build_site(given: ReportInput, publication: Publication = Publication()) -> dict[str, bytes]:  # noqa: B008  frozen
    """Every file of the site by its path below the reports folder, the manifest among them; writes nothing."""
    return {output.path: output.render() for output in site_outputs(given, publication)}


def site_outputs(
    given: ReportInput, publication: Publication, compiled: CompiledFolder | None = None
) -> Iterator[Output]:
    """The same one after the other, each of them rendered only when it is asked to be; the manifest comes last.

    Rendering raises OkrlintError for a fault of the theme. Compiled templates are kept in the folder, if there is one.
    """
    paths: list[str] = []
    taken: set[str] = set()
    for output in _outputs(given, publication, compiled):
        if output.path not in taken:
            taken.add(output.path)
            paths.append(output.path)
            yield output
    public = public_files(publication, paths)
    yield from public
    titles = {one.file: one.title for one in given.gone}
    yield Output(MANIFEST, partial(manifest, [*paths, *(output.path for output in public)], titles))


def _outputs(given: ReportInput, publication: Publication, compiled: CompiledFolder | None) -> Iterator[Output]:
    from okrlint.rendering.environment import Making
    from okrlint.views.survey import Survey

    survey = Survey(given)
    # What is gone comes last: where another page has its place by now, that one is the page.
    reports = sorted(discovery.discover(__name__, "REPORT"), key=lambda report: report.id == "gone")
    entries = (report.menu(survey) for report in reports)
    site = {**survey.site, **publication.row, "menu": sorted(entry for entry in entries if entry is not None)}
    making = Making(publication.theme, compiled)
    for name, data in (*static_files().items(), *(publication.theme.files if publication.theme else ())):
        yield Output(f"html/{name}", partial(bytes, data))
    for report in reports:
        for page in report.pages(survey):
            yield from _forms(report, page, {**site, "root": publication.root}, making)
        for file in report.files(survey):
            yield Output(file.path, partial(bytes, file.data))


def _forms(report: Report, page: Page, site: Row, making: Making) -> Iterator[Output]:
    """The page in every form that its report has a template for."""
    from okrlint.rendering.links import html_file, markdown_file
    from okrlint.rendering.pages import html_page, markdown_page

    folder = report.id.replace("-", "_")
    values = {"site": site, "page": page._asdict(), "data": page.data}
    template = f"{folder}/page.html.j2"
    yield Output(
        f"html/{html_file(page.path)}", partial(html_page, template_folders(), making, template, values), values
    )
    if _has_markdown(folder):
        template = f"{folder}/page.md.j2"
        render = partial(markdown_page, template_folders(), making, template, values)
        yield Output(f"markdown/{markdown_file(page.path)}", render, values)


@cache
def _has_markdown(folder: str) -> bool:
    return (_HERE / folder / "page.md.j2").is_file()


def template_names() -> tuple[str, ...]:
    """Every template that a theme may override, sorted."""
    return tuple(
        sorted(
            f"{name}/{file.name}"
            for name, folder in template_folders()
            for file in folder.iterdir()
            if file.suffix == ".j2"
        )
    )


@cache
def template_folders() -> Folders:
    """Where templates are: the rooms that share some, and each document's own folder."""
    rooms = (("rendering", _HERE.parent / "rendering"), ("views", _HERE.parent / "views"))
    own = (name.replace("-", "_") for name in discovery.names(__name__))
    return (*rooms, *((name, _HERE / name) for name in own))
