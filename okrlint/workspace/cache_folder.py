"""Where okrlint keeps what it would otherwise work out again: the user's cache folder, safe to delete at any time.

A cache is one SQLite file whose name says what it holds and for which version, so that no version trusts another one.
Whatever is wrong with the folder or the file, a run works without it.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint import __version__

if TYPE_CHECKING:
    from sqlite3 import Connection

_PATIENCE = 5
"""Seconds to wait for another run that writes the same cache."""


class CacheFolder:
    """The folder of the caches of one user; None where there is to be none."""

    def __init__(self, path: Path | None) -> None:
        """Name the folder; it is made when something is written."""
        self.path = path

    def __bool__(self) -> bool:
        """Whether anything is kept at all."""
        return self.path is not None

    @contextlib.contextmanager
    def open(self, name: str, table: str) -> Iterator[Connection | None]:
        """A cache by its name, with a table that is made where it is not there; None where it cannot be used.

        What the body does is one transaction. A file that is no database is removed, and the next run makes it anew.
        """
        import sqlite3

        connection = self._connect(name, table)
        try:
            yield connection
            if connection is not None:
                connection.commit()
        except sqlite3.Error:
            self._forget(name)
        finally:
            if connection is not None:
                connection.close()

    def file(self, name: str) -> Path | None:
        """The file of a cache: its name and the version of okrlint."""
        return None if self.path is None else self.path / f"{name}-{__version__}.sqlite3"

    def _connect(self, name: str, table: str) -> Connection | None:
        import sqlite3

        file = self.file(name)
        if file is None:
            return None
        connection = None
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            connection = sqlite3.connect(file, timeout=_PATIENCE)
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(f"CREATE TABLE IF NOT EXISTS {table}")
        except (OSError, sqlite3.Error):
            if connection is not None:
                connection.close()
                self._forget(name)
            return None
        return connection

    def _forget(self, name: str) -> None:
        file = self.file(name)
        if file is not None:
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)


def user_cache() -> CacheFolder:
    """The folder of this user, as the platform has it; none where there is no such place."""
    folder = _platform_folder()
    return CacheFolder(Path(folder, "okrlint") if Path(folder).is_absolute() else None)


def _platform_folder() -> str:
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA", "")
    stated = os.environ.get("XDG_CACHE_HOME", "")
    usual = "~/Library/Caches" if sys.platform == "darwin" else "~/.cache"
    return stated or os.path.expanduser(usual)  # noqa: PTH111  Path.expanduser raises where there is no home
