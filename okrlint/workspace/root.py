"""Where a repository begins, and where its settings are."""

from __future__ import annotations

import re
from pathlib import Path

from okrlint.files import Unreadable, read_regular
from okrlint.tuples import NamedTuple

SETTINGS_FILE = "okrlint.toml"
PROJECT_FILE = "pyproject.toml"
BASELINE_FILE = "okrlint-baseline.json"
"""The baseline of findings, beside the settings; where it is there, it counts."""
LARGEST = 256 * 1024
"""Bytes of a settings file: they are written by hand, and to find a mistake in a large one would take seconds."""
_TABLE = rb"""^[ \t]*\[[ \t]*["']?tool["']?[ \t]*\.[ \t]*["']?okrlint\b"""


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
    """Whether a project file has a table of ours; one that cannot be read is not for us to judge."""
    try:
        data = read_regular(project, LARGEST)
    except Unreadable:
        return False
    return b"okrlint" in data and re.search(_TABLE, data, re.MULTILINE) is not None
