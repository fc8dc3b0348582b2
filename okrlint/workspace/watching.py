"""Which files have changed: looked at again and again, which works on every system and on shared folders too."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event

_PAUSE = 0.25
"""Seconds between two looks."""
_SHARE = 10
"""A look may take this part of the pause; where there are many files the pause grows."""
_SETTLING = 0.05
"""Seconds: editors write a file in several steps."""
_MOST_LOOKS = 20

_ENDINGS = (".yaml", ".yml", ".j2", ".css", ".ico", ".jpg", ".png", ".svg", ".webp", ".woff2")
"""Of plans and themes; other files of a folder are none of ours."""

State = dict[str, tuple[int, int, int]]
"""Time of change, size and number of every file, by path."""


class Watch:
    """Some files and folders, and what they were like at the last look."""

    def __init__(self, places: Iterable[Path], stopped: Event) -> None:
        """Name files and folders, which may come and go, and what ends the waiting."""
        self._places = tuple(places)
        self._stopped = stopped
        self._seen = self.state()
        self._pause = _PAUSE

    def wait(self) -> frozenset[str] | None:
        """The files that have changed, come or gone since the last time, once they have settled; None when stopped."""
        while not self._stopped.wait(self._pause):
            if self.state() != self._seen:
                return self._settled()
        return None

    def _settled(self) -> frozenset[str]:
        before, state = self._seen, self.state()
        for _ in range(_MOST_LOOKS):
            self._stopped.wait(_SETTLING)
            state, last = self.state(), state
            if state == last:
                break
        self._seen = state
        return frozenset(path for path in {*before, *state} if before.get(path) != state.get(path))

    def state(self) -> State:
        """What every file is like now."""
        start = time.monotonic()
        found = {}
        for path in self._files():
            try:
                state = os.stat(path)  # noqa: PTH116  thousands of files, several times a second
            except OSError:
                continue
            found[path] = (state.st_mtime_ns, state.st_size, state.st_ino)
        self._pause = max(_PAUSE, _SHARE * (time.monotonic() - start))
        return found

    def _files(self) -> Iterator[str]:
        for place in self._places:
            if not place.is_dir():
                yield str(place)
            for folder, folders, names in os.walk(place):
                folders[:] = [name for name in folders if not name.startswith(".")]
                yield from (os.path.join(folder, name) for name in names if name.endswith(_ENDINGS))  # noqa: PTH118
