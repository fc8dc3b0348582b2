"""The site of plans that are being edited: built anew at each change, and whole at every moment.

A file that cannot be read while somebody types is shown as it was when it could; what is wrong with it stands on top of
every page. Pages are rendered when they are asked for, and files that did not change are not read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from threading import Condition, Lock

from okrlint.errors import OkrlintError
from okrlint.linting.finding import Finding
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.rendering.publication import Publication
from okrlint.rendering.site import Output
from okrlint.reports import site_outputs
from okrlint.source.document import Document
from okrlint.tuples import NamedTuple
from okrlint.views.report import ReportInput
from okrlint.workspace.root import BASELINE_FILE, SETTINGS_FILE
from okrlint.workspace.site_building import day_of_site, input_of, plan_paths
from okrlint.workspace.workspace import Workspace, open_workspace, read_file


class Said(NamedTuple):
    """What stands on top of every page: a file that was edited, or the settings, and what is wrong with it."""

    place: str
    findings: tuple[Finding, ...] = ()
    problem: str = ""


class Edition(NamedTuple):
    """The site at one moment."""

    number: int
    outputs: Mapping[str, Output]
    said: tuple[Said, ...]


class LiveSite:
    """The newest edition; threads may ask for it, and wait for the next one."""

    def __init__(self, root: Path, as_of: str | None, publication: Callable[[], Publication]) -> None:
        """Build the first edition. Raises OkrlintError where there is none to build."""
        self._root = root
        self._as_of = as_of
        self._publication = publication
        self._documents: dict[str, Document] = {}
        self._good: dict[str, Document] = {}
        self._news = Condition()
        self._rendering = Lock()
        self._rendered: dict[str, bytes] = {}
        self._edition = Edition(0, {}, ())
        self._edition = self._next(frozenset())

    @property
    def edition(self) -> Edition:
        """The newest one."""
        return self._edition

    @property
    def workspace(self) -> Workspace:
        """The repository with its settings as they are now. Raises OkrlintError where they are wrong."""
        return open_workspace(self._root)

    def refresh(self, changed: frozenset[str]) -> None:
        """Build the next edition after some files have changed; where none can be built the pages stay as they are."""
        try:
            edition = self._next(changed)
        except OkrlintError as error:
            said = Said(", ".join(sorted(Path(path).name for path in changed)), (), str(error))
            edition = self._edition._replace(number=self._edition.number + 1, said=(said,))
        with self._rendering, self._news:
            self._edition = edition
            self._rendered = {}
            self._news.notify_all()

    def wait(self, number: int, seconds: float) -> int:
        """The number of the newest edition, once it is another than this one, or so many seconds later."""
        with self._news:
            self._news.wait_for(lambda: self._edition.number != number, seconds)
            return self._edition.number

    def page(self, path: str) -> tuple[bytes | None, Edition]:
        """A file of the newest edition, None where it has none of this path; and that edition."""
        with self._rendering:
            edition, rendered = self._edition, self._rendered
            if path not in edition.outputs:
                return None, edition
            if path not in rendered:
                rendered[path] = edition.outputs[path].render()
            return rendered[path], edition

    def watched(self) -> tuple[Path, ...]:
        """The files and folders that an edition is made of."""
        workspace = self.workspace
        folder = workspace.settings_folder
        plans = tuple(folder / path for path in workspace.settings.paths)
        own = (workspace.settings_path or folder / SETTINGS_FILE, folder / BASELINE_FILE)
        return (*plans, *own)

    def _next(self, changed: frozenset[str]) -> Edition:
        workspace = self.workspace
        documents = self._read(workspace, plan_paths(workspace), changed)
        portfolio = build_portfolio(documents.values(), workspace.settings.cadence)
        self._good = {path: self._as_it_was(path, document) for path, document in documents.items()}
        given, findings = self._given(workspace, portfolio, documents)
        outputs = {output.path: output for output in site_outputs(given, self._publication())}
        return Edition(self._edition.number + 1, outputs, _said(workspace, changed, findings))

    def _read(self, workspace: Workspace, paths: Iterable[str], changed: frozenset[str]) -> dict[str, Document]:
        """Every document, those that did not change as they were read before."""
        known = self._documents if changed else {}
        self._documents = {
            path: known[path]
            if path in known and str(workspace.root / path) not in changed
            else read_file(workspace.root, path, workspace.limits)
            for path in paths
        }
        return self._documents

    def _as_it_was(self, path: str, document: Document) -> Document:
        return self._good.get(path, document) if document.data is None else document

    def _given(
        self, workspace: Workspace, portfolio: Portfolio, documents: Mapping[str, Document]
    ) -> tuple[ReportInput, tuple[Finding, ...]]:
        """What the pages show, and the findings of the files as they are."""
        day = day_of_site(self._as_of, workspace, portfolio)
        given = input_of(workspace, portfolio, day)
        if all(self._good[path] is document for path, document in documents.items()):
            return given, given.findings
        shown = build_portfolio(self._good.values(), workspace.settings.cadence)
        return input_of(workspace, shown, day), given.findings


def _said(workspace: Workspace, changed: frozenset[str], findings: Iterable[Finding]) -> tuple[Said, ...]:
    """The findings of each file that was edited."""
    names = sorted(
        Path(path).relative_to(workspace.root).as_posix() for path in changed if _inside(path, workspace.root)
    )
    listed = tuple(findings)
    return tuple(Said(name, tuple(one for one in listed if one.location.path == name)) for name in names)


def _inside(path: str, root: Path) -> bool:
    return Path(path).is_relative_to(root)
