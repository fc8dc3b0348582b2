"""How far somebody looked while some files were judged."""

from __future__ import annotations

from collections.abc import Collection, Iterable


class Reach:
    """Whether only the files of a unit were asked for, so that what was found in them depends on nothing else."""

    def __init__(self) -> None:
        """Begin with nothing inside."""
        self._inside: frozenset[str] = frozenset()
        self.is_outside = False

    def begin(self, paths: Iterable[str]) -> None:
        """Look at a unit from now on."""
        self._inside = frozenset(paths)
        self.is_outside = False

    def touch(self, paths: Collection[str]) -> None:
        """Note a question about some files; one that no file answers may be answered by one that comes."""
        if not paths or not self._inside.issuperset(paths):
            self.is_outside = True

    def leave(self) -> None:
        """Note a question about all files."""
        self.is_outside = True
