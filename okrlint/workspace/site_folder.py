"""A site on the disk: compared with a built one, and replaced by it whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular
from okrlint.rendering.site import MANIFEST, Differences, compare, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LARGEST = 64 * 1024 * 1024
"""Bytes; no page comes near it, and a larger file under a page's name is not one of ours."""


class SiteFolder:
    """The folder that holds a site, and perhaps files of other people beside it."""

    def __init__(self, path: Path) -> None:
        """Name the folder; it need not be there yet."""
        self.path = path

    def compare(self, built: Mapping[str, bytes]) -> Differences:
        """What writing the built site would change."""
        folders = {path.partition("/")[0] for path in built if "/" in path}
        owned = listed(self._read(MANIFEST) or b"", sorted(folders))
        found = {name: data for name in {*built, *owned} if (data := self._read(name)) is not None}
        return compare(found, built, owned)

    def _read(self, name: str) -> bytes | None:
        try:
            return read_regular(self.path / name, _LARGEST)
        except Unreadable:
            return None

    def write(self, built: Mapping[str, bytes], differences: Differences) -> None:
        """Bring the folder to the built site: only what differs is touched.

        Everything is written to a temporary folder first, so that a full disk leaves the old site as it was.
        Raises OkrlintError with the reason, and where a link would lead out of the folder.
        """
        changed = (*differences.missing, *differences.changed)
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".okrlint-", dir=self.path) as staging:
                staged = [(Path(staging) / str(number), name) for number, name in enumerate(changed)]
                for temporary, name in staged:
                    temporary.write_bytes(built[name])
                self._make_folders(changed)
                for temporary, name in staged:
                    temporary.replace(self.path / name)
            self._remove(differences.stale)
        except OSError as error:
            raise OkrlintError(
                f"{self.path} cannot be written: {(error.strerror or 'unknown reason').lower()}"
            ) from error

    def _make_folders(self, names: Iterable[str]) -> None:
        for folder in sorted({(self.path / name).parent for name in names}):
            self._stay_inside(folder)
            folder.mkdir(parents=True, exist_ok=True)

    def _stay_inside(self, folder: Path) -> None:
        root = os.path.realpath(self.path)
        if os.path.commonpath([root, os.path.realpath(folder)]) != root:
            raise OkrlintError(f"{folder} leads out of {self.path}")

    def _remove(self, names: Iterable[str]) -> None:
        """Remove stale files, and the folders that they leave empty."""
        for name in names:
            file = self.path / name
            self._stay_inside(file.parent)
            file.unlink(missing_ok=True)
            for folder in file.parents:
                if folder == self.path or any(folder.iterdir()):
                    break
                folder.rmdir()
