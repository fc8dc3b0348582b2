"""One writer at a time: two calls that change plans of a repository wait for one another, and nothing is lost."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from okrlint.errors import OkrlintError

_PATIENCE = 10.0
"""Seconds: far longer than any call holds its turn."""
_PAUSE = 0.02


@contextmanager
def turn(root: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the repository's only turn; the folder itself is locked, so that no file is left behind.

    Where folders cannot be locked there is no turn, and what remains is the comparison of a file with what was read,
    right before it is replaced. Raises OkrlintError where the turn does not come.
    """
    handle = _open(root)
    try:
        if handle is not None:
            _wait(handle, root, patience)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _open(root: Path) -> int | None:
    try:
        return os.open(root, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    except OSError:
        return None


def _wait(handle: int, root: Path, patience: float) -> None:
    try:
        import fcntl
    except ImportError:  # not on Windows
        return
    until = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise OkrlintError(f"another okrlint is writing in {root}; try again when it is done") from None
            time.sleep(_PAUSE)
        except OSError:
            return
        else:
            return
