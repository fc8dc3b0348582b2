"""Where a repository begins, and where its settings are."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

SETTINGS_FILE = "okrlint.toml"
PROJECT_FILE = "pyproject.toml"


class Root(NamedTuple):
    """The folder that paths are relative to, and the settings file, if there is one."""

    folder: Path
    settings: Path | None


def find_root(start: Path) -> Root:
    """The repository of a folder: the git work tree, else the folder of the settings file, else the folder itself.

    The settings file is the first one found upward, not above the git work tree.
    """
    settings: Path | None = None
    for folder in (start, *start.parents):
        settings = settings or _settings_in(folder)
        if (folder / ".git").exists():
            return Root(folder, settings)
    return Root(settings.parent if settings is not None else start, settings)


def _settings_in(folder: Path) -> Path | None:
    own = folder / SETTINGS_FILE
    if own.is_file():
        return own
    project = folder / PROJECT_FILE
    return project if project.is_file() and _mentions_okrlint(project) else None


def _mentions_okrlint(project: Path) -> bool:
    try:
        return "[tool.okrlint" in project.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
