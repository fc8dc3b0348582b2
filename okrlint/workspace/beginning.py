"""`okrlint init`: a working repository where none was, beside whatever is there already."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from okrlint import __version__
from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular
from okrlint.model.quarter import NotAQuarter, Quarter, parse_quarter, quarter_of
from okrlint.source.limits import DEFAULT_LIMITS
from okrlint.tuples import NamedTuple
from okrlint.workspace.clock import today
from okrlint.workspace.new_files import create_files
from okrlint.workspace.root import SETTINGS_FILE, find_root
from okrlint.workspace.starters import slots_of, starter
from okrlint.workspace.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.portfolio import Portfolio

_FOLDER = "okrs"
_COMPANY = "company.yaml"
HOOKS = ".pre-commit-config.yaml"
WORKFLOW = ".github/workflows/okrs.yml"
_GITLAB = ".gitlab-ci.yml"


class Begun(NamedTuple):
    """What became of each file, by its path from the root of the repository."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    """What was there already, and is as it was."""
    notes: tuple[str, ...]
    """What is left to do by hand because something was kept."""


class _Place(NamedTuple):
    """Where plans go, where tools look for their own files, and what is there already."""

    folder: Path
    top: Path
    settings: Path | None
    portfolio: Portfolio

    @property
    def okrs(self) -> Path:
        return self.folder / _FOLDER

    def name(self, path: Path) -> str:
        return path.relative_to(self.top).as_posix()


def begin(folder: Path, template: str, quarter_text: str | None) -> Begun:
    """Write what is missing of a repository with plans. Raises OkrlintError; then nothing was written."""
    place = _place(folder.resolve())
    company = place.portfolio.company
    quarter = _quarter(quarter_text, company.fiscal_year_start if company is not None else 1)
    plan = place.okrs / quarter.label / "marketing.yaml"
    wanted = _wanted(place, plan, template, quarter)
    known = _known(place)
    kept = {path: known.get(path, path) for path in wanted if path in known or path.exists() or path.is_symlink()}
    create_files({path: data for path, data in wanted.items() if path not in kept}, place.top)
    written = tuple(place.name(path) for path in wanted if path not in kept)
    shown = tuple(dict.fromkeys(place.name(path) for path in kept.values()))
    return Begun(written, shown, tuple(_notes(place, kept, has_plan=plan in wanted)))


def _place(folder: Path) -> _Place:
    """Raises OkrlintError for a folder that is none, or in a repository whose settings are wrong."""
    near = next(one for one in (folder, *folder.parents) if one.exists())
    if not near.is_dir():
        raise OkrlintError(f"{near} is no folder")
    root = find_root(near)
    is_known = root.settings is not None or (root.folder / ".git").exists()
    top = root.folder if is_known else folder
    return _Place(folder, top, root.settings, _portfolio(folder, top))


def _portfolio(folder: Path, top: Path) -> Portfolio:
    """The plans that stand where they would be written."""
    from okrlint.linting.settings import Settings

    workspace = Workspace(
        root=top, settings=Settings(paths=((folder / _FOLDER).relative_to(top).as_posix(),)), rules=()
    )
    return workspace.load(workspace.paths() if (folder / _FOLDER).exists() else ())


def _quarter(text: str | None, fiscal_start: int) -> Quarter:
    if text is None:
        return quarter_of(today(), fiscal_start)
    try:
        return parse_quarter(text, fiscal_start)
    except NotAQuarter as error:
        raise OkrlintError(f"--quarter: {text} is no quarter; {error}") from error


def _wanted(place: _Place, plan: Path, template: str, quarter: Quarter) -> dict[Path, bytes]:
    """Every file of a repository with its text. Plans stand in the folder, all else where tools look for it."""
    slots = {**slots_of(quarter, today()), "preset": template, "folder": place.name(place.okrs), "version": __version__}
    names = {place.okrs / _COMPANY: f"{template}/company.yaml"}
    if plan.exists() or not place.portfolio.plans:
        names[plan] = f"{template}/plan.yaml"
    names |= {place.top / SETTINGS_FILE: "okrlint.toml", place.top / HOOKS: "pre-commit-config.yaml"}
    if not (place.top / _GITLAB).exists():
        names[place.top / WORKFLOW] = "workflow.yml"
    return {path: starter(name, **slots).encode() for path, name in names.items()}


def _known(place: _Place) -> dict[Path, Path]:
    """What is there already under another name, by the path that it would have."""
    found: dict[Path, Path] = {}
    if place.settings is not None:
        found[place.top / SETTINGS_FILE] = place.settings
    if place.portfolio.company is not None:
        found[place.okrs / _COMPANY] = place.top / place.portfolio.company.document.path
    return found


def _notes(place: _Place, kept: dict[Path, Path], *, has_plan: bool) -> Iterator[str]:
    """What stays to be done because somebody's own file was there."""
    plans = place.portfolio.plans
    if not has_plan:
        number = f"{len(plans)} plan{'s' * (len(plans) > 1)}"
        yield f"{number} found in {place.name(place.okrs)}, so no first one was written; okrlint new writes the next"
    if place.top / SETTINGS_FILE in kept:
        yield from _of_settings(place, place.name(kept[place.top / SETTINGS_FILE]))
    if place.top / HOOKS in kept and not _names_okrlint(place.top / HOOKS):
        yield f"{HOOKS}: add the hook okrlint to it, as docs/hooks.md shows"
    if (place.top / _GITLAB).exists() and not _names_okrlint(place.top / _GITLAB):
        yield f"{_GITLAB}: add the job of docs/ci/gitlab.yml to it"


def _of_settings(place: _Place, name: str) -> Iterator[str]:
    """What is to do about settings that are there: they cannot be read, or do not look at the folder of plans."""
    try:
        workspace = open_workspace(place.folder)
    except OkrlintError as error:
        yield str(error)
        return
    listed = (workspace.settings_folder / path for path in workspace.settings.paths)
    if not any(path == place.okrs or path in place.okrs.parents for path in listed):
        yield f"{name}: add {place.name(place.okrs)} to its `paths`"


def _names_okrlint(path: Path) -> bool:
    try:
        return b"okrlint" in read_regular(path, DEFAULT_LIMITS.file_bytes)
    except Unreadable:
        return False
