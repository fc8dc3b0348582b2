"""What was found in the plans of each team, remembered for the next run: mostly one plan of a thousand has changed.

A unit is judged by itself, so its answer depends on its own bytes, the company, the pipelines, the settings, the day,
okrlint itself, and what git has where rules look at the history: all that is in its key. A unit whose plans look at
other teams' plans is not kept. A damaged answer is none.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from okrlint.linting.judged_data import judged_data, judged_of
from okrlint.linting.judging import Judged
from okrlint.model.shelf import Content, Shelf
from okrlint.tuples import NamedTuple
from okrlint.workspace.cache_folder import CacheFolder
from okrlint.workspace.program import program_key

if TYPE_CHECKING:
    from sqlite3 import Connection

_NAME, _TABLE = "units", "units (key BLOB PRIMARY KEY, digest BLOB, answer TEXT)"
_SIZE = 20
_MOST_UNITS = 20_000
_LARGEST = 256 * 1024
"""Characters of an answer that is kept; most are of a few kilobytes."""
_AT_ONCE = 500
"""Keys of one question to the database."""
_Row = tuple[bytes, bytes, str]


class Unit(NamedTuple):
    """A unit that was judged."""

    judged: Judged
    addresses: dict[str, str]
    """What has an address in each of its plans, as the shelf has it."""


class UnitMemory:
    """The answers that are kept, for one kind of run."""

    def __init__(self, cache: CacheFolder, parts: Iterable[object], shelf: Shelf) -> None:
        """Remember units in a folder; `parts` are values with a stable text that the run depends on."""
        self._cache = cache
        self._shelf = shelf
        run = hashlib.blake2b(program_key(), digest_size=_SIZE)
        for part in parts:
            _add(run, repr(part).encode("utf-8", "backslashreplace"))
        for path in shelf.apart:
            _add_file(run, path, shelf.packed[path])
        self._run = run

    def key(self, unit: Sequence[str]) -> bytes:
        """The name of a unit: everything that its answer depends on."""
        key = self._run.copy()
        for path in unit:
            _add_file(key, path, self._shelf.packed[path])
        return key.digest()

    def recall(self, units: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], Unit]:
        """The answers that there are."""
        keys = {self.key(unit): unit for unit in units}
        with self._cache.open(_NAME, _TABLE) as store:
            rows = list(_rows(store, list(keys))) if store is not None else []
        found = ((keys[key], _answer(text)) for key, digest, text in rows if digest == _digest(key, text))
        return {unit: answer for unit, answer in found if answer is not None}

    def keep(self, units: Mapping[tuple[str, ...], Unit]) -> None:
        """Remember those that depend on nothing else, and forget the oldest ones."""
        rows = [self._row(paths, unit) for paths, unit in units.items() if unit.judged.is_alone]
        with self._cache.open(_NAME, _TABLE) as store:
            if store is not None:
                _write(store, [row for row in rows if len(row[2]) <= _LARGEST])

    def _row(self, paths: tuple[str, ...], unit: Unit) -> _Row:
        key = self.key(paths)
        answer = json.dumps([judged_data(unit.judged), unit.addresses], separators=(",", ":"))
        return key, _digest(key, answer), answer


def _add(key: Any, data: bytes) -> None:
    """Each part with its length before it, so that no two lists of parts read the same."""
    key.update(b"%d:" % len(data))
    key.update(data)


def _add_file(key: Any, path: str, content: Content) -> None:
    _add(key, path.encode("utf-8", "backslashreplace"))
    _add(key, content if isinstance(content, bytes) else f"cannot be read: {content}".encode("utf-8", "replace"))


def _digest(key: bytes, answer: str) -> bytes:
    return hashlib.blake2b(answer.encode("utf-8", "backslashreplace"), key=key, digest_size=_SIZE).digest()


def _rows(store: Connection, keys: Sequence[bytes]) -> Iterator[_Row]:
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        question = f"SELECT key, digest, answer FROM units WHERE key IN ({marks})"  # noqa: S608  only signs for values
        yield from (row for row in store.execute(question, some) if isinstance(row[2], str))


def _answer(text: str) -> Unit | None:
    try:
        judged, addresses = json.loads(text)
        return Unit(judged_of(judged), dict(addresses))
    except Exception:  # noqa: BLE001  whatever is wrong with an answer, the run can do without
        return None


def _write(store: Connection, rows: Sequence[_Row]) -> None:
    store.executemany("INSERT OR REPLACE INTO units VALUES (?, ?, ?)", rows)
    store.execute(
        "DELETE FROM units WHERE rowid <= (SELECT rowid FROM units ORDER BY rowid DESC LIMIT 1 OFFSET ?)",
        (_MOST_UNITS,),
    )
