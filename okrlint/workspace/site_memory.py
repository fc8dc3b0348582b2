"""What is known of the last build of a folder, in the user's cache: which files it had, made of what.

It only saves work. A page is taken as it stands on the disk when it is made of the same values by the same program and
still has the bytes that it got then; a file that anybody has touched since is made anew.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from okrlint.rendering.page_key import PageKeys
from okrlint.rendering.site import Output
from okrlint.tuples import NamedTuple
from okrlint.workspace.cache_folder import CacheFolder
from okrlint.workspace.program import program_key
from okrlint.workspace.site_folder import SiteFolder

_NAME = "sites"
_TABLE = "files (site BLOB, path TEXT, key BLOB, digest BLOB, PRIMARY KEY (site, path)) WITHOUT ROWID"
_INPUTS = ""
"""The path of the row that holds the folder, and a short name for all that the site was made of."""
_SIZE = 16


class _Row(NamedTuple):
    """What a file was made of, if that has a key, and what came of it."""

    key: bytes | None
    digest: bytes


class SiteMemory:
    """The rows of one site: those of the last build, and those of this one as it goes."""

    def __init__(self, cache: CacheFolder, folder: Path) -> None:
        """Read what is known of a folder; nothing, where there is no cache."""
        self._cache = cache
        self._folder = os.fsencode(folder.resolve())
        self._site = _digest(self._folder)
        self._keys = PageKeys(program_key())
        self._page_keys: dict[str, bytes | None] = {}
        self._before = self._read()
        self._now: dict[str, _Row] = {}

    def _read(self) -> dict[str, _Row]:
        rows: list[tuple[str, bytes | None, bytes]] = []
        with self._cache.open(_NAME, _TABLE) as connection:
            if connection is not None:
                found = connection.execute("SELECT path, key, digest FROM files WHERE site = ?", (self._site,))
                rows = found.fetchall()
        return {path: _Row(key, digest) for path, key, digest in rows}

    def unchanged(self, inputs: bytes, folder: SiteFolder) -> int | None:
        """How many files the site has, when it was made of the same inputs and every file is as it was made."""
        if self._before.get(_INPUTS) != _Row(self._folder, inputs):
            return None
        files = {path: row.digest for path, row in self._before.items() if path != _INPUTS}
        whole = all((data := folder.read(path)) is not None and _digest(data) == made for path, made in files.items())
        return len(files) if whole else None

    def knows(self, output: Output, found: bytes | None) -> bool:
        """Whether a file was made of the same values, and still is what it was then."""
        if output.values is None:
            return False
        key = self._page_keys[output.path] = self._keys.of(output.path, output.values)
        row = self._before.get(output.path)
        if key is None or found is None or row is None or row.key != key or row.digest != _digest(found):
            return False
        self._now[output.path] = row
        return True

    def remember(self, output: Output, data: bytes) -> None:
        """Keep what was made now."""
        self._now[output.path] = _Row(self._page_keys.get(output.path), _digest(data))

    def save(self, inputs: bytes) -> None:
        """Put the rows of this build in the place of those before it; only those that differ are written.

        Sites whose folder is not there any more are forgotten, so that the cache does not grow for ever.
        """
        rows = {**self._now, _INPUTS: _Row(self._folder, inputs)}
        new = [(self._site, path, *row) for path, row in rows.items() if self._before.get(path) != row]
        old = [(self._site, path) for path in self._before if path not in rows]
        with self._cache.open(_NAME, _TABLE) as connection:
            if connection is not None:
                connection.executemany("DELETE FROM files WHERE site = ? AND path = ?", old)
                connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", new)
                sites = connection.execute("SELECT site, key FROM files WHERE path = ?", (_INPUTS,)).fetchall()
                gone = [(site,) for site, folder in sites if folder is None or not os.path.isdir(folder)]  # noqa: PTH112
                connection.executemany("DELETE FROM files WHERE site = ?", gone)


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SIZE).digest()
