"""Patterns of files in the settings that mean no file: a slip of the pen, or a file that was renamed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okrlint.linting.settings import Key, Settings


def idle_patterns(settings: Settings, paths: Iterable[str]) -> Iterator[tuple[Key, str]]:
    """The patterns under `per_file` that none of all the paths of a run matches, with the key of each."""
    known = tuple(paths) if settings.per_file else ()
    for number, entry in enumerate(settings.per_file):
        for pattern in entry.files:
            if not any(fnmatchcase(path, pattern) for path in known):
                yield ("per_file", str(number), "files"), pattern
