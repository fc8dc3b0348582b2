"""A site on the disk: compared with a built one, and replaced by it whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Protocol

from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular, reason
from okrlint.rendering.site import MANIFEST, Differences, Output, listed
from okrlint.tuples import NamedTuple
from okrlint.workspace.replacing import Replacing, state_of

_LARGEST = 64 * 1024 * 1024
"""Bytes; no page comes near it, and a larger file under a page's name is not one of ours."""


class Memory(Protocol):
    """What is known of an earlier build of the same folder."""

    def knows(self, output: Output) -> bool:
        """Whether a file was made of the same values, and still is what it was then."""

    def remember(self, output: Output, data: bytes, state: str) -> None:
        """Keep what was made now, and what the file on the disk looks like; nothing where it is not there."""


class Compared(NamedTuple):
    """How many files a build has, and which of them were not as they are to be."""

    files: int
    differences: Differences


class SiteFolder:
    """The folder that holds a site, and perhaps files of other people beside it."""

    def __init__(self, path: Path, folders: tuple[str, ...]) -> None:
        """Name the folder, which need not be there yet, and the folders in it that a build fills."""
        self.path = path
        self._folders = folders

    @cached_property
    def listed(self) -> dict[str, str]:
        """What the last build has written, with the titles of what was gone then."""
        return listed(self.read(MANIFEST) or b"", self._folders)

    def read(self, name: str) -> bytes | None:
        """The bytes of a file; None where there is no such plain file."""
        try:
            return read_regular(os.path.join(self.path, name), _LARGEST)  # noqa: PTH118  thousands of times a run
        except Unreadable:
            return None

    def state(self, name: str) -> str:
        """What changes when a file is written: its size, its time and its place on the disk; nothing for no file."""
        try:
            found = os.stat(os.path.join(self.path, name))  # noqa: PTH116, PTH118  thousands of times a run
        except OSError:
            return ""
        return state_of(found) if stat.S_ISREG(found.st_mode) else ""

    def compare(self, outputs: Iterable[Output], memory: Memory | None = None) -> Compared:
        """What writing these files would change."""
        return self._compared(outputs, memory, None)

    def write(self, outputs: Iterable[Output], memory: Memory | None = None) -> Compared:
        """Bring the folder to the built site: only what differs is touched, and a failure leaves it as it was.

        Raises OkrlintError with the reason, and where a link would lead out of the folder.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".okrlint-", dir=self.path) as staging:
                replacing = Replacing(self.path, Path(staging))
                compared = self._compared(outputs, memory, replacing)
                missing = frozenset(compared.differences.missing)
                # New pages first: at no moment does a link lead nowhere.
                replacing.finish(lambda name: name not in missing, compared.differences.stale, MANIFEST)
        except OSError as error:
            raise OkrlintError(f"{self.path} cannot be written: {reason(error)}") from error
        return compared

    def _compared(self, outputs: Iterable[Output], memory: Memory | None, replacing: Replacing | None) -> Compared:
        built: set[str] = set()
        missing: list[str] = []
        changed: list[str] = []
        for output, found, data in self._different(outputs, memory, built):
            (missing if found is None else changed).append(output.path)
            state = replacing.stage(output.path, data) if replacing is not None else ""
            if memory is not None:
                memory.remember(output, data, state)
        stale = [path for path in self.listed if path not in built and os.path.isfile(self.path / path)]  # noqa: PTH113
        return Compared(len(built), Differences(*map(tuple, map(sorted, (missing, changed, stale)))))

    def _different(
        self, outputs: Iterable[Output], memory: Memory | None, built: set[str]
    ) -> Iterator[tuple[Output, bytes | None, bytes]]:
        """Each file that is not as it is to be, with what was found and what is to be there."""
        for output in outputs:
            built.add(output.path)
            if output.kept or (memory is not None and memory.knows(output)):
                continue
            state = self.state(output.path)  # before it is read: what is written in between is seen the next time
            found, data = self.read(output.path), output.render()
            if data != found:
                yield output, found, data
            elif memory is not None:
                memory.remember(output, data, state)
