"""Files that were not there before: written whole or not at all, never over one that is there."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from okrlint.errors import OkrlintError
from okrlint.files import reason

_NO_LINKS = frozenset((errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES, errno.EXDEV))
"""How file systems say that they have no hard links."""


def create_files(files: Mapping[Path, bytes], root: Path) -> None:
    """Write all of them, with the folders that they need, or none. Raises OkrlintError.

    What was written before one could not be is taken away again. A file that appears at a path in the meantime stays
    as it is. No link leads out of the root.
    """
    outside = next((path for path in files if not path.parent.resolve().is_relative_to(root.resolve())), None)
    if outside is not None:
        raise OkrlintError(f"{outside} lies outside of {root}, behind a link; nothing was written")
    folders: list[Path] = []
    written: list[Path] = []
    for path, data in files.items():
        try:
            folders += _make_folders(path.parent)
            create_file(path, data)
        except BaseException as error:
            _take_away(written, reversed(folders))
            if not isinstance(error, OSError):
                raise
            raise OkrlintError(f"{path} cannot be written: {_why(error)}; nothing was written") from error
        written.append(path)


def create_file(path: Path, data: bytes) -> None:
    """Write one new file. Raises FileExistsError where something has the name already, OSError for the rest."""
    handle, temporary = tempfile.mkstemp(prefix=".okrlint-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        _give_name(Path(temporary), path, data)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _give_name(temporary: Path, path: Path, data: bytes) -> None:
    """Let the file appear under its name at once; a link, unlike a rename, never takes the place of another file."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _write_new(path, data)


def _write_new(path: Path, data: bytes) -> None:
    try:
        with path.open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        raise
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; those that are new, from the top. Raises OSError."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    made: list[Path] = []
    try:
        for one in reversed(missing):
            one.mkdir()
            made.append(one)
    except OSError:
        _take_away((), reversed(made))
        raise
    return made


def _take_away(files: Iterable[Path], folders: Iterable[Path]) -> None:
    """Remove what this run has written; a folder into which somebody else has put something stays."""
    for path in files:
        path.unlink(missing_ok=True)
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            continue


def _why(error: OSError) -> str:
    return "it is there already" if isinstance(error, FileExistsError) else reason(error)


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current
