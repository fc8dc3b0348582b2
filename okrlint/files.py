"""Reading and writing files at the edge: nothing hangs on an odd file, nothing is ever half written."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class Unreadable(Exception):
    """A path that cannot be read as a plain file; the text says why in words for a finding."""


class Changed(Exception):
    """A file is not any more what the caller has read."""


def read_regular(path: str | os.PathLike[str], limit: int) -> bytes:
    """At most `limit + 1` bytes of a regular file, so that the caller can see that it is too large.

    Opened without blocking, because a named pipe under a plan's name must not hang the run. Raises Unreadable.
    """
    try:
        handle = os.open(path, _READ)
    except OSError as error:
        raise Unreadable(_why_not_opened(path, error)) from error
    try:
        state = os.fstat(handle)
        mode = state.st_mode
        if not stat.S_ISREG(mode):
            raise Unreadable("it is a folder" if stat.S_ISDIR(mode) else "it is not a plain file")
        data = os.read(handle, limit + 1)
        return data if len(data) == state.st_size else _read_on(handle, data, limit + 1)
    except OSError as error:
        raise Unreadable(reason(error)) from error
    finally:
        os.close(handle)


def _read_on(handle: int, data: bytes, most: int) -> bytes:
    """At most so many bytes, of which some are there; a stream object would cost more than the reading."""
    while len(data) < most and (more := os.read(handle, most - len(data))):
        data += more
    return data


def _why_not_opened(path: str | os.PathLike[str], error: OSError) -> str:
    if error.errno in (errno.ENOENT, errno.ELOOP):
        return "it is a link that leads nowhere" if Path(path).is_symlink() else "it is not there any more"
    return reason(error)


def reason(error: OSError) -> str:
    """Why the system refused, in its own words, for the middle of a sentence."""
    return (error.strerror or "unknown reason").lower()


def write_atomically(path: str | os.PathLike[str], data: bytes, *, before: bytes | None = None) -> bool:
    """Write the file whole or not at all; False when it holds these bytes already and was left alone.

    A symbolic link is kept and its target is written; the mode of an existing file is kept. Raises OSError, and then
    the old file is as it was, and Changed where the file does not hold the bytes `before`, which are compared when
    all that is left to do is to put the new file in its place. Where the file has a second name (a hard link), that
    one keeps the old text.
    """
    import tempfile

    target = Path(os.path.realpath(path))
    mode = _mode_of(target)
    if mode is not None and target.read_bytes() == data:
        return False
    handle, temporary = tempfile.mkstemp(prefix=".okrlint-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o666 & ~_umask() if mode is None else mode)
        _compare(target, before)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)
    return True


def _compare(target: Path, before: bytes | None) -> None:
    if before is not None and target.read_bytes() != before:
        raise Changed


def _mode_of(target: Path) -> int | None:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable; some file systems refuse to sync a folder, which loses nothing here."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
