"""A workspace as it was at a commit: the plans and the settings of that day, with nothing checked out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from okrlint.discovery import discover
from okrlint.errors import OkrlintError
from okrlint.history.git import Git
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.source.document import Document
from okrlint.source.limits import Limits
from okrlint.source.reader import read
from okrlint.workspace.base_settings import settings_at
from okrlint.workspace.change import okr_files
from okrlint.workspace.own_settings import own_limits
from okrlint.workspace.root import find_root
from okrlint.workspace.typed import Typed
from okrlint.workspace.workspace import Workspace


class PastWorkspace(Workspace):
    """A repository as a commit has it; whatever asks it for files gets those of the commit."""

    commit: str

    def paths(self) -> tuple[str, ...]:
        """Every OKR file of the commit."""
        return tuple(sorted(self._contents()))

    def load(self, paths: Sequence[str], limits: Limits | None = None, typed: Typed | None = None) -> Portfolio:
        """The portfolio of some files of the commit."""
        del typed
        limits, names = limits or self.limits, self._contents()
        held = dict(Git(root=self.root).contents((names[path] for path in paths), limits.file_bytes))
        documents = (_document(path, held.get(names[path]), limits) for path in paths)
        return build_portfolio(documents, self.settings.cadence)

    def _contents(self) -> dict[str, str]:
        return okr_files(self, Git(root=self.root).files_at(self.commit))


def _document(path: str, data: bytes | None, limits: Limits) -> Document:
    """A file of the commit; one that is larger than the limit is read as what is too large."""
    return read(b"#" * (limits.file_bytes + 1) if data is None else data, path, limits)


def open_past(start: Path, revision: str) -> PastWorkspace:
    """The workspace of a folder as it was at a revision. Raises OkrlintError where there is no such revision."""
    root = find_root(start).folder
    if not (root / ".git").exists():
        raise OkrlintError(f"--at needs a git repository, and {root} is none")
    git, rules = Git(root=root), discover("okrlint.rules", "RULE")
    commit = git.resolve(revision)
    path, settings = settings_at(git, commit, start, rules)
    return PastWorkspace(
        root=root, settings=settings, rules=rules, settings_path=path, limits=own_limits(), commit=commit
    )
