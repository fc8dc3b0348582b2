"""Patterns of files in the settings that mean no file: a slip of the pen, or a file that was renamed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from okrlint.linting.nearest import shown

if TYPE_CHECKING:
    from okrlint.linting.settings import Settings


def idle_words(settings: Settings, paths: Iterable[str]) -> Iterator[str]:
    """A sentence for each pattern under `per_file` that silences nothing, for none of all paths of a run is like it."""
    known = tuple(paths)
    for number, entry in enumerate(settings.per_file):
        for pattern in entry.files:
            if not any(fnmatchcase(path, pattern) for path in known):
                place = settings.place(("per_file", str(number), "files")) or "the settings"
                yield f"{place}: per_file: {shown(pattern)} matches no OKR file"
