"""Templates that were compiled in an earlier run, kept as Python's own bytecode in a folder of the user's."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class CompiledFolder(NamedTuple):
    """Where compiled templates are kept, and by which program: the code of another one is not run."""

    path: Path
    program: bytes


class Compiled(BytecodeCache):
    """Keeps what it can: a folder that cannot be read or written costs time and nothing else."""

    def __init__(self, folder: CompiledFolder) -> None:
        """Name the folder, which is made when something is kept."""
        self._folder = folder

    def get_source_checksum(self, source: str) -> str:
        """A template's text as this program compiles it."""
        return super().get_source_checksum(self._folder.program.hex() + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept, if it is of this text and program."""
        with contextlib.suppress(OSError), (self._folder.path / bucket.key).open("rb") as stream:
            bucket.load_bytecode(stream)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, whole or not at all: runs may take place side by side."""
        with contextlib.suppress(OSError):
            self._folder.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile(dir=self._folder.path, delete=False) as stream:
                bucket.write_bytecode(stream)
            Path(stream.name).replace(self._folder.path / bucket.key)
