"""A file as an editor holds it: its text from standard input, its place from a flag."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from okrlint.errors import OkrlintError
from okrlint.tuples import NamedTuple
from okrlint.workspace.listing import relative


class Typed(NamedTuple):
    """A text that is checked in the place of a file."""

    path: str
    data: bytes


def read_typed(
    root: Path, arguments: Sequence[Path], name: str | None, stream: BinaryIO | None, most_bytes: int
) -> Typed | None:
    """The text that `-` stands for; None where the call has no `-`. Raises OkrlintError for half a call."""
    if Path("-") not in arguments:
        if name is not None:
            raise OkrlintError("--stdin-filename goes with -, which reads the text from standard input")
        return None
    if len(arguments) > 1:
        raise OkrlintError("- stands alone: it is one file as an editor holds it")
    if name is None:
        raise OkrlintError("- needs --stdin-filename, which tells the place of the file in the repository")
    try:
        path = relative(root, Path(name))
    except ValueError:
        raise OkrlintError(f"--stdin-filename: {name} lies outside {root}") from None
    if stream is None:
        raise OkrlintError("- reads standard input, and that is closed")
    return Typed(path, stream.read(most_bytes + 1))
