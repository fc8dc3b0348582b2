"""`okrlint doctor`: what this okrlint is made of, what it finds around it, and whether it works."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from okrlint import __version__
from okrlint.errors import OkrlintError
from okrlint.tuples import NamedTuple
from okrlint.views.numbers import plural
from okrlint.workspace.root import find_root
from okrlint.workspace.self_check import CHECKS, fault_of
from okrlint.workspace.workspace import open_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from okrlint.workspace.workspace import Workspace

OK, NOTE, WRONG = "ok", "note", "wrong"
LIBRARIES = ("click", "jinja2", "jsonschema", "jsonschema-rs", "markdown-it-py", "PyYAML", "ruamel.yaml")


_KINDS = {"company": "company file", "plan": "plan", "pipeline": "pipeline file"}


class Line(NamedTuple):
    """One thing that was looked at."""

    part: str
    words: str
    state: str = OK
    """ok, note (works, but could be better) or wrong."""


def examine(folder: Path) -> tuple[Line, ...]:
    """Everything that was looked at from a folder; raises nothing."""
    return tuple(line for look in (_program, _parser, _git, _repository, _cache, _self_check) for line in look(folder))


def _program(_folder: Path) -> Iterator[Line]:
    yield Line("okrlint", __version__)
    machine = (
        f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}"
    )
    yield Line("python", machine)
    found = {name: _version(name) for name in LIBRARIES}
    missing = [name for name, version in found.items() if version is None]
    if missing:
        yield Line("libraries", f"not installed: {', '.join(missing)}; install okrlint again", WRONG)
    yield Line("libraries", ", ".join(f"{name} {version}" for name, version in found.items() if version))


def _version(name: str) -> str | None:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _parser(_folder: Path) -> Iterator[Line]:
    try:
        from okrlint.source.reader import libyaml_version

        yield Line("parser", f"C, libyaml {libyaml_version()}")
    except ImportError:
        yield Line("parser", "Python only, some 17 times slower; a PyYAML with its C extension makes it fast", NOTE)


def _git(folder: Path) -> Iterator[Line]:
    from okrlint.history.git import Git, GitProblem

    root = find_root(folder).folder
    is_repository = (root / ".git").exists()
    try:
        version = Git(root=root).ask("version").decode("utf-8", "replace").strip().removeprefix("git version ")
        if is_repository:
            Git(root=root).tracked()
    except (GitProblem, OSError) as error:
        yield Line("git", str(error), WRONG if is_repository else NOTE)
        return
    yield Line("git", f"{version}, {root}" if is_repository else f"{version}; {root} is no repository")


def _repository(folder: Path) -> Iterator[Line]:
    try:
        workspace = open_workspace(folder)
        yield from _settings(workspace)
        files = workspace.load(workspace.paths()).files
    except (OkrlintError, OSError) as error:
        yield Line("settings", str(error), WRONG)
        return
    unread = [file.path for file in files if not file.document.readable]
    if unread:
        yield Line("plans", f"{len(unread)} cannot be read, such as {unread[0]}; okrlint check says why", WRONG)
    counts = {name: sum(file.kind == kind for file in files) for kind, name in _KINDS.items()}
    kinds = ", ".join(plural(number, name) for name, number in counts.items() if number)
    where = ", ".join(workspace.settings.paths)
    yield Line("plans", f"{kinds} below {where}") if kinds else Line("plans", f"none below {where}; okrlint init", NOTE)


def _settings(workspace: Workspace) -> Iterator[Line]:
    from okrlint.workspace.own_settings import own_settings_path

    settings, path = workspace.settings, workspace.settings_path
    place = "none, so the defaults" if path is None else path.relative_to(workspace.root).as_posix()
    day = f", as_of {settings.as_of}" if settings.as_of else ""
    known = f", {plural(len(settings.baseline.entries), 'known finding')}" if settings.baseline is not None else ""
    force = f"preset {settings.preset}, fail_on {settings.fail_on}{day}{known}, {len(workspace.rules)} rules"
    yield Line("settings", f"{place}: {force}")
    own = own_settings_path()
    if own is not None and own.is_file():
        yield Line("settings", f"your own: {own}")


def _cache(_folder: Path) -> Iterator[Line]:
    from okrlint.workspace.cache_folder import user_cache

    cache = user_cache()
    if cache.path is None:
        yield Line("cache", "none: this user has no folder for it, so every run works everything out again", NOTE)
        return
    with cache.open("doctor", "seen (day TEXT)") as connection:
        usable = connection is not None
    file = cache.file("doctor")
    if usable and file is not None:
        file.unlink(missing_ok=True)
        size = sum(one.stat().st_size for one in cache.path.iterdir() if one.is_file())
        yield Line("cache", f"{cache.path}, {size / 1024 / 1024:.1f} MiB, safe to delete")
    else:
        yield Line("cache", f"{cache.path} cannot be written, so every run works everything out again", NOTE)


def _self_check(_folder: Path) -> Iterator[Line]:
    faults = {name: fault for name in CHECKS if (fault := fault_of(name))}
    for name, fault in faults.items():
        yield Line("self-check", f"{name}: {fault}", WRONG)
    if not faults:
        yield Line("self-check", f"{len(CHECKS)} of {len(CHECKS)} passed: {', '.join(CHECKS)}")


def as_data(lines: tuple[Line, ...]) -> dict[str, object]:
    """The lines for other programs."""
    rows = [line._asdict() for line in lines]
    return {"version": 1, "ok": all(line.state != WRONG for line in lines), "python": sys.executable, "lines": rows}
