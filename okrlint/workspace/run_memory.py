"""What a run found, remembered for the next one that looks at the same: most runs of a day see the same plans.

The key is made of everything that a run depends on: the bytes of every file, the settings, the day, okrlint itself and
its libraries, and what git has where rules look at the history. So an answer is either the very one that the run would
give, or it is not there. A damaged answer is none.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from okrlint.linting.outcome_data import outcome_data, outcome_of
from okrlint.linting.settings import Settings
from okrlint.tuples import NamedTuple
from okrlint.workspace.cache_folder import CacheFolder
from okrlint.workspace.program import program_key

if TYPE_CHECKING:
    from sqlite3 import Connection

    from okrlint.linting.run import Outcome

_NAME, _TABLE = "runs", "runs (key BLOB PRIMARY KEY, digest BLOB, answer TEXT)"
_MOST_RUNS = 64
_LARGEST = 8 * 1024 * 1024
"""Characters of an answer that is kept, which bounds the whole; most answers are of a few kilobytes."""
_SIZE = 20
_NO_SETTINGS = ("place", "flags", "without_flags")
"""Parts of the settings that say where a value comes from and not what it is."""


class Recalled(NamedTuple):
    """An answer of an earlier run."""

    outcome: Outcome
    why_no_history: str


def run_key(parts: Iterable[object], contents: Iterable[tuple[str, bytes | str]]) -> bytes:
    """The name of a run: of some values with a stable text, and the paths and bytes of all files, in order."""
    key = hashlib.blake2b(program_key(), digest_size=_SIZE)
    for part in parts:
        _add(key, repr(part).encode("utf-8", "backslashreplace"))
    for path, data in contents:
        _add(key, os.fsencode(path))
        _add(key, data if isinstance(data, bytes) else f"cannot be read: {data}".encode("utf-8", "backslashreplace"))
    return key.digest()


def _add(key: Any, data: bytes) -> None:
    """Each part with its length before it, so that no two lists of parts read the same."""
    key.update(b"%d:" % len(data))
    key.update(data)


def settings_parts(settings: Settings) -> Iterator[object]:
    """The settings as values with a stable text, and as they are without the flags of the call."""
    values = {name: value for name, value in settings.__dict__.items() if name not in _NO_SETTINGS}
    yield sorted((name, _plain(value)) for name, value in values.items())
    if settings.without_flags is not None:
        yield from settings_parts(settings.without_flags)


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return repr(sorted((str(key), _plain(inner)) for key, inner in value.items()))
    return repr(value)


class RunMemory:
    """The answers that are kept."""

    def __init__(self, cache: CacheFolder, key: bytes) -> None:
        """Remember one run in a folder."""
        self._cache = cache
        self.key = key

    def recall(self) -> Recalled | None:
        """The answer to the same run, if there is one."""
        rows: Sequence[tuple[Any, Any]] = ()
        with self._cache.open(_NAME, _TABLE) as store:
            if store is not None:
                rows = store.execute("SELECT digest, answer FROM runs WHERE key = ?", (self.key,)).fetchall()
        for digest, answer in rows:
            if isinstance(answer, str) and digest == self._digest(answer):
                return _answer(answer)
        return None

    def keep(self, outcome: Outcome, why_no_history: str) -> None:
        """Remember an answer, and forget the oldest ones."""
        answer = json.dumps([outcome_data(outcome), why_no_history])
        if len(answer) > _LARGEST:
            return
        with self._cache.open(_NAME, _TABLE) as store:
            if store is not None:
                _write(store, (self.key, self._digest(answer), answer))

    def _digest(self, answer: str) -> bytes:
        return hashlib.blake2b(answer.encode(), key=self.key, digest_size=_SIZE).digest()


def _answer(text: str) -> Recalled | None:
    try:
        data, why_no_history = json.loads(text)
        return Recalled(outcome_of(data), why_no_history)
    except Exception:  # noqa: BLE001  whatever is wrong with an answer, the run can do without
        return None


def _write(store: Connection, row: tuple[bytes, bytes, str]) -> None:
    store.execute("INSERT OR REPLACE INTO runs VALUES (?, ?, ?)", row)
    store.execute(
        "DELETE FROM runs WHERE rowid <= (SELECT rowid FROM runs ORDER BY rowid DESC LIMIT 1 OFFSET ?)", (_MOST_RUNS,)
    )
