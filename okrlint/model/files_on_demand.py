"""Files of which each is read where somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import overload

from okrlint.model.okr_file import OkrFile


class FilesOnDemand(Sequence[OkrFile]):
    """The files at some paths; whoever wants to hold on to one does so himself."""

    def __init__(self, paths: Sequence[str], load: Callable[[str], OkrFile]) -> None:
        """Know the paths, and how a file is read."""
        self._paths, self._load = paths, load

    def __len__(self) -> int:
        """How many files there are."""
        return len(self._paths)

    def __iter__(self) -> Iterator[OkrFile]:
        """One after the other."""
        return map(self._load, self._paths)

    @overload
    def __getitem__(self, at: int) -> OkrFile: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[OkrFile, ...]: ...
    def __getitem__(self, at: int | slice) -> OkrFile | tuple[OkrFile, ...]:
        """One file or several."""
        if isinstance(at, slice):
            return tuple(map(self._load, self._paths[at]))
        return self._load(self._paths[at])
