"""What is known of the last build of a folder, in the user's cache: which files it had, made of what.

It only saves work. A page is taken as it stands on the disk when it is made of the same values by the same program and
still has the bytes that it got then; a file that anybody has touched since is made anew.
"""

from __future__ import annotations

import hashlib
import os

from okrlint.rendering.page_key import PageKeys
from okrlint.rendering.site import Output
from okrlint.tuples import NamedTuple
from okrlint.workspace.cache_folder import CacheFolder
from okrlint.workspace.program import program_key
from okrlint.workspace.site_folder import SiteFolder

_NAME = "sites"
_TABLE = (
    "pages (site BLOB, path TEXT, source TEXT, key BLOB, digest BLOB, state TEXT, PRIMARY KEY (site, path))"
    " WITHOUT ROWID"
)
_INPUTS = ""
"""The path of the row that holds the folder, and a short name for all that the site was made of."""
_SIZE = 16


class _Row(NamedTuple):
    """What a file was made of, if that has a key, and what came of it."""

    source: str
    key: bytes | None
    digest: bytes
    state: str
    """Size, time and place of the file on the disk as it had them then; nothing where it was not looked at."""


class SiteMemory:
    """The rows of one site: those of the last build, and those of this one as it goes."""

    def __init__(self, cache: CacheFolder, folder: SiteFolder) -> None:
        """Read what is known of a folder; nothing, where there is no cache."""
        self._cache = cache
        self._folder = folder
        self._place = os.fsencode(folder.path.resolve())
        self._site = _digest(self._place)
        self._keys = PageKeys(program_key())
        self._before = self._read()
        self._now: dict[str, _Row] = {}
        self._of_source: dict[str, list[str]] = {}
        for path, row in self._before.items():
            if row.source:
                self._of_source.setdefault(row.source, []).append(path)

    def _read(self) -> dict[str, _Row]:
        rows: list[tuple[str, str, bytes | None, bytes, str]] = []
        with self._cache.open(_NAME, _TABLE) as connection:
            if connection is not None:
                columns = "path, source, key, digest, state"
                rows = connection.execute(f"SELECT {columns} FROM pages WHERE site = ?", (self._site,)).fetchall()  # noqa: S608
        return {path: _Row(source, key, digest, state) for path, source, key, digest, state in rows}

    def unchanged(self, inputs: bytes) -> int | None:
        """How many files the site has, when it was made of the same inputs and every file is as it was made."""
        stated = self._before.get(_INPUTS)
        if stated is None or (stated.key, stated.digest) != (self._place, inputs):
            return None
        files = [path for path in self._before if path != _INPUTS]
        return len(files) if all(map(self._holds, files)) else None

    def recall(self, source: str, key: bytes) -> tuple[str, ...]:
        """The files that were made of a source when it had this name, if each of them still is what it was then."""
        paths = self._of_source.get(source, [])
        if any(self._before[path].key != key for path in paths) or not all(map(self._holds, paths)):
            return ()
        return tuple(paths)

    def knows(self, output: Output) -> bool:
        """Whether a file was made of the same values, and still is what it was then."""
        key = self._key(output)
        row = self._before.get(output.path)
        return key is not None and row is not None and row.key == key and self._holds(output.path)

    def _key(self, output: Output) -> bytes | None:
        if output.key is not None or output.values is None:
            return output.key
        return self._keys.of(output.path, output.values)

    def _holds(self, path: str) -> bool:
        """Whether a file is as it was made: nobody has written it since, or what was written is the same."""
        row, state = self._before[path], self._folder.state(path)
        if not state:
            return False
        if state != row.state:
            found = self._folder.read(path)
            if found is None or _digest(found) != row.digest:
                return False
            row = row._replace(state=state)
        self._now[path] = row
        return True

    def remember(self, output: Output, data: bytes, state: str) -> None:
        """Keep what was made now."""
        self._now[output.path] = _Row(output.source, self._key(output), _digest(data), state)

    def save(self, inputs: bytes) -> None:
        """Put the rows of this build in the place of those before it; only those that differ are written.

        Sites whose folder is not there any more are forgotten, so that the cache does not grow for ever.
        """
        rows = {**self._now, _INPUTS: _Row("", self._place, inputs, "")}
        new = [(self._site, path, *row) for path, row in rows.items() if self._before.get(path) != row]
        old = [(self._site, path) for path in self._before if path not in rows]
        with self._cache.open(_NAME, _TABLE) as connection:
            if connection is not None:
                connection.executemany("DELETE FROM pages WHERE site = ? AND path = ?", old)
                connection.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?)", new)
                sites = connection.execute("SELECT site, key FROM pages WHERE path = ?", (_INPUTS,)).fetchall()
                gone = [(site,) for site, folder in sites if folder is None or not os.path.isdir(folder)]  # noqa: PTH112
                connection.executemany("DELETE FROM pages WHERE site = ?", gone)


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SIZE).digest()
