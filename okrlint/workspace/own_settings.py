"""The user's own settings file, outside every repository: the only file that may raise limits."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, NoReturn

from okrlint.errors import SettingsError
from okrlint.linting.nearest import near, shown
from okrlint.source.limits import DEFAULT_LIMITS, Limits
from okrlint.workspace.root import SETTINGS_FILE
from okrlint.workspace.toml_file import Key, TomlFile, read_toml

_ELSEWHERE = "belongs in the repository's own settings, so that everybody sees the same findings"


def own_settings_path() -> Path | None:
    """Where the file lies on this platform, whether it is there or not; None where there is no such folder."""
    folder = _configuration_folder()
    return Path(folder, "okrlint", SETTINGS_FILE) if Path(folder).is_absolute() else None


def _configuration_folder() -> str:
    if sys.platform == "win32":
        return os.environ.get("APPDATA", "")
    stated = os.environ.get("XDG_CONFIG_HOME", "")
    usual = "~/Library/Application Support" if sys.platform == "darwin" else "~/.config"
    return stated or os.path.expanduser(usual)  # noqa: PTH111  Path.expanduser raises where there is no home


def own_limits() -> Limits:
    """The limits of the reader for this user. Raises SettingsError with the place of a mistake."""
    path = own_settings_path()
    if path is None or not path.is_file():
        return DEFAULT_LIMITS
    file = read_toml(path, str(path))
    table = file.data.get("limits", {})
    for key in file.data:
        if key != "limits":
            _fail(file, (key,), _ELSEWHERE)
    if not isinstance(table, dict):
        _fail(file, ("limits",), "must be a table")
    return DEFAULT_LIMITS._replace(**{key: _limit(file, key, value) for key, value in table.items()})


def _limit(file: TomlFile, key: str, value: Any) -> int:
    if key not in Limits._fields:
        _fail(file, ("limits", key), f"there is no such limit{near(key, Limits._fields)}")
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        _fail(file, ("limits", key), f"must be a whole number from 1, not {shown(value)}")
    return int(value)


def _fail(file: TomlFile, key: Key, words: str) -> NoReturn:
    raise SettingsError(f"{file.place(key) or file.name}: {shown('.'.join(key))[1:-1]}: {words}")
