"""A site on the disk: compared with a built one, and replaced by it whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Protocol

from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular, reason
from okrlint.rendering.site import MANIFEST, Differences, Output, listed
from okrlint.tuples import NamedTuple
from okrlint.workspace.replacing import Replacing

_LARGEST = 64 * 1024 * 1024
"""Bytes; no page comes near it, and a larger file under a page's name is not one of ours."""


class Memory(Protocol):
    """What is known of an earlier build of the same folder."""

    def knows(self, output: Output, found: bytes | None) -> bool:
        """Whether a file was made of the same values, and still is what it was then."""

    def remember(self, output: Output, data: bytes) -> None:
        """Keep what was made now."""


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
            if replacing is not None:
                replacing.stage(output.path, data)
        stale = [path for path in self.listed if path not in built and os.path.isfile(self.path / path)]  # noqa: PTH113
        return Compared(len(built), Differences(*map(tuple, map(sorted, (missing, changed, stale)))))

    def _different(
        self, outputs: Iterable[Output], memory: Memory | None, built: set[str]
    ) -> Iterator[tuple[Output, bytes | None, bytes]]:
        """Each file that is not as it is to be, with what was found and what is to be there."""
        for output in outputs:
            built.add(output.path)
            found = self.read(output.path)
            if memory is not None and memory.knows(output, found):
                continue
            data = output.render()
            if memory is not None:
                memory.remember(output, data)
            if data != found:
                yield output, found, data
