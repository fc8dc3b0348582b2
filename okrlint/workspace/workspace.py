"""A repository opened for a run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import starmap
from pathlib import Path

from okrlint.discovery import discover
from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular
from okrlint.linting.rule import Rule
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.records import Record
from okrlint.source.document import Document, SourceProblem
from okrlint.source.limits import DEFAULT_LIMITS, Limits
from okrlint.source.reader import read
from okrlint.source.text import SourceText
from okrlint.workspace.git_files import as_git_has_them
from okrlint.workspace.listing import list_files, relative, stays_inside
from okrlint.workspace.own_settings import own_limits
from okrlint.workspace.root import BASELINE_FILE, find_root
from okrlint.workspace.settings_file import read_settings
from okrlint.workspace.typed import Typed


class Workspace(Record):
    """The folder, the settings and the rules of a run."""

    root: Path
    settings: Settings
    rules: tuple[Rule, ...]
    settings_path: Path | None = None
    limits: Limits = DEFAULT_LIMITS
    """Those of the user, before the flags of a call."""

    def paths(self) -> tuple[str, ...]:
        """Every OKR file of the repository, relative to its root; not what git ignores."""
        listed = list_files(self.settings_folder, self.settings.paths, self.root)
        return as_git_has_them(self.root, listed, (self.settings_folder / path for path in self.settings.paths))

    @property
    def settings_folder(self) -> Path:
        """The folder that the settings' paths are relative to."""
        return self.settings_path.parent if self.settings_path is not None else self.root

    def load(self, paths: Sequence[str], limits: Limits | None = None, typed: Typed | None = None) -> Portfolio:
        """The portfolio of some files, with the user's limits where a call names none.

        A file that cannot be read becomes a finding of its own; the text of an editor stands in the place of its file.
        """
        limits = limits or self.limits
        contents = self.contents(paths, limits, typed)
        return build_portfolio(starmap(partial(_read, limits), contents), self.settings.cadence)

    def shelve(self, paths: Sequence[str], limits: Limits) -> Portfolio:
        """The same for thousands of files: they are read while somebody looks at them, and then forgotten."""
        from okrlint.model.shelving import shelve

        return shelve(self.contents(paths, limits), partial(_read, limits), self.settings.cadence)

    def contents(
        self, paths: Sequence[str], limits: Limits, typed: Typed | None = None
    ) -> Iterator[tuple[str, bytes | str]]:
        """The bytes of each of some files; a text says why one cannot be read."""
        inside: dict[str, bool] = {}
        root = str(self.root)
        for path in paths:
            if typed is not None and typed.path == path:
                yield path, typed.data
            else:
                yield path, _content(root, path, limits, inside)

    def focus_of(self, arguments: Sequence[Path], known: Sequence[str]) -> frozenset[str] | None:
        """The known files below the paths of a call; None for no paths. Raises OkrlintError for one that is missing."""
        if not arguments:
            return None
        return frozenset(name for argument in arguments for name in self._named(argument, known))

    def _named(self, argument: Path, known: Sequence[str]) -> list[str]:
        try:
            name = relative(self.root, argument)
        except ValueError:
            raise OkrlintError(f"{argument} lies outside {self.root}") from None
        below = [path for path in known if path == name or path.startswith(f"{name}/") or name == "."]
        if not below and not argument.exists():
            raise OkrlintError(f"{argument} does not exist")
        return below


def open_workspace(start: Path) -> Workspace:
    """The workspace of the folder that a command runs in. Raises OkrlintError where its settings are wrong."""
    root = find_root(start)
    rules = discover("okrlint.rules", "RULE")
    settings = read_settings(root.settings, rules) if root.settings is not None else Settings()
    folder = root.folder if root.settings is None else root.settings.parent
    if (folder / BASELINE_FILE).is_file():
        settings = _with_known(settings, folder, root.folder, rules)
    limits = own_limits()
    return Workspace(root=root.folder, settings=settings, rules=rules, settings_path=root.settings, limits=limits)


def _with_known(settings: Settings, folder: Path, root: Path, rules: tuple[Rule, ...]) -> Settings:
    """The settings with the baseline of findings that lies beside them. Raises OkrlintError where it is none."""
    from okrlint.workspace.baseline_file import load_baseline

    path = folder / BASELINE_FILE
    baseline = load_baseline(path, path.relative_to(root).as_posix(), rules)
    return Settings(**{**settings.__dict__, "baseline": baseline})


def read_file(root: Path, path: str, limits: Limits) -> Document:
    """The document of a file; what keeps it from being read is a problem of the document."""
    return _read(limits, path, _content(str(root), path, limits, {}))


def _content(root: str, path: str, limits: Limits, inside: dict[str, bool]) -> bytes | str:
    """The bytes of a file, or why it cannot be read; `inside` remembers which folders lie in the repository."""
    full = os.path.join(root, path)  # noqa: PTH118  thousands of files
    folder = os.path.dirname(full)  # noqa: PTH120
    if folder not in inside:
        inside[folder] = stays_inside(Path(root), Path(folder))
    is_link = os.path.islink(full)  # noqa: PTH114
    if not (stays_inside(Path(root), Path(full)) if is_link else inside[folder]):
        return "it is a link that leads out of the repository"
    try:
        return read_regular(full, limits.file_bytes)
    except Unreadable as error:
        return str(error)


def _read(limits: Limits, path: str, content: bytes | str) -> Document:
    return _unreadable(path, content) if isinstance(content, str) else read(content, path, limits)


def _unreadable(path: str, reason: str) -> Document:
    text = SourceText(path=path, text="")
    problem = SourceProblem(f"the file cannot be read: {reason}", "make it a plain file, or remove it", text.span(0, 0))
    return Document(text=text, problems=(problem,))
