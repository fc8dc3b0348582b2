"""One folder, one document: `view.py` works its data out, `page.html.j2` and `page.md.j2` show them.

A document is found by its folder; there is no list to add it to. Documents never import one another; what several
of them show alike is in `okrlint.views`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint import discovery
from okrlint.rendering.publication import Publication
from okrlint.rendering.site import MANIFEST, Output, Recall, kept, manifest, public_files, static_files

if TYPE_CHECKING:
    from okrlint.model.plan import Plan
    from okrlint.rendering.compiled import CompiledFolder
    from okrlint.rendering.environment import Folders, Making
    from okrlint.views.report import File, Later, Page, Report, ReportInput, Row
    from okrlint.views.survey import Survey

FOLDERS = ("badges", "html", "markdown")
"""What a build fills, below the folder that the user names."""

_HERE = Path(__file__).parent


def build_site(given: ReportInput, publication: Publication = Publication()) -> dict[str, bytes]:  # noqa: B008  frozen
    """Every file of the site by its path below the reports folder, the manifest among them; writes nothing."""
    return {output.path: output.render() for output in site_outputs(given, publication)}


def site_outputs(
    given: ReportInput,
    publication: Publication,
    compiled: CompiledFolder | None = None,
    recall: Recall | None = None,
) -> Iterator[Output]:
    """The same one after the other, each of them rendered only when it is asked to be; the manifest comes last.

    Each is to be forgotten before the next one: together they fill the memory. What `recall` knows is not even worked
    out. Rendering raises OkrlintError for a fault of the theme. Compiled templates are kept in the folder, if there is
    one.
    """
    paths: list[str] = []
    taken: set[str] = set()
    for output in _outputs(given, publication, compiled, recall):
        if output.path not in taken:
            taken.add(output.path)
            paths.append(output.path)
            yield output
    public = public_files(publication, paths)
    yield from public
    titles = {one.file: one.title for one in given.gone}
    yield Output(MANIFEST, partial(manifest, [*paths, *(output.path for output in public)], titles))


def _outputs(
    given: ReportInput, publication: Publication, compiled: CompiledFolder | None, recall: Recall | None
) -> Iterator[Output]:
    from okrlint.rendering.environment import Making
    from okrlint.views.survey import Survey

    survey = Survey(given)
    # What is gone comes last: where another page has its place by now, that one is the page.
    reports = sorted(discovery.discover(__name__, "REPORT"), key=lambda report: report.id == "gone")
    entries = (report.menu(survey) for report in reports)
    menu = sorted(entry for entry in entries if entry is not None)
    site = {**survey.site, **publication.row, "menu": menu, "root": publication.root}
    making = Making(publication.theme, compiled)
    for name, data in (*static_files().items(), *(publication.theme.files if publication.theme else ())):
        yield Output(f"html/{name}", partial(bytes, data))
    work = _Work(survey, site, making, recall)
    for plan in given.portfolio.plans:
        yield from work.of_plan(plan, reports)
    for report in reports:
        for page in report.pages(survey):
            yield from work.forms(report, page)
        for file in report.files(survey):
            yield from work.forms(report, file)


class _Work:
    """Pages and files become outputs, those that are known without being worked out."""

    def __init__(self, survey: Survey, site: Row, making: Making, recall: Recall | None) -> None:
        from okrlint.views.plan_keys import PlanKeys

        self._survey, self._site, self._making = survey, site, making
        # What git says of a plan stands in no plan.
        self._known = recall.known if recall is not None and survey.given.history is None else None
        self._keys = PlanKeys(survey, recall.base, site) if recall is not None and self._known is not None else None

    def of_plan(self, plan: Plan, reports: Sequence[Report]) -> Iterator[Output]:
        """The pages of all reports that show one plan: what they share is worked out once, and forgotten."""
        source, key = f"plan {plan.document.path}", self._keys.of(plan) if self._keys is not None else None
        known = self._recalled(source, key)
        if known:
            yield from known
            return
        for report in reports:
            for page in report.of_plan(plan, self._survey):
                yield from self._pages(report, page, source, key)

    def forms(self, report: Report, one: Page | File | Later) -> Iterator[Output]:
        """A page in every form that its report has a template for, or a file."""
        from okrlint.views.report import Later

        source, key = "", None
        if isinstance(one, Later):
            source, key = f"page {one.path}", self._keys.of_later(one) if self._keys is not None else None
            known = self._recalled(source, key)
            if known:
                yield from known
                return
            one = one.make()
        yield from self._pages(report, one, source, key)

    def _recalled(self, source: str, key: bytes | None) -> list[Output]:
        return [] if self._known is None or key is None else [kept(path) for path in self._known.recall(source, key)]

    def _pages(self, report: Report, one: Page | File, source: str, key: bytes | None) -> Iterator[Output]:
        from okrlint.rendering.links import html_file, markdown_file
        from okrlint.rendering.pages import html_page, markdown_page
        from okrlint.views.report import File

        if isinstance(one, File):
            yield Output(one.path, partial(bytes, one.data), None, source, key)
            return
        folder = report.id.replace("-", "_")
        values = {"site": self._site, "page": one._asdict(), "data": one.data}
        path, template = f"html/{html_file(one.path)}", f"{folder}/page.html.j2"
        render = partial(html_page, template_folders(), self._making, template, values)
        yield Output(path, render, values, source, key)
        if _has_markdown(folder):
            path, template = f"markdown/{markdown_file(one.path)}", f"{folder}/page.md.j2"
            render = partial(markdown_page, template_folders(), self._making, template, values)
            yield Output(path, render, values, source, key)


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
