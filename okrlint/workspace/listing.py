"""Which files belong to a run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from okrlint.errors import OkrlintError

ENDINGS = (".yaml", ".yml")


def list_files(folder: Path, paths: Iterable[str], root: Path) -> tuple[str, ...]:
    """The YAML files below some paths of a folder, relative to the repository's root with `/`, sorted.

    Whatever has the name of a YAML file is listed, and so is a folder that cannot be listed itself: reading it becomes
    a finding, and nothing is left out in silence. Symbolic links to folders are not followed, and a path that is a link
    out of the repository is listed like a file. Raises OkrlintError for a path outside the repository.
    """
    return tuple(sorted({name for path in paths for name in _below(root, folder / path)}))


def _below(root: Path, path: Path) -> Iterator[str]:
    try:
        name = relative(root, path)
    except ValueError:
        raise OkrlintError(f"the settings' path {path} lies outside {root}") from None
    if not stays_inside(root, path) or (path.suffix in ENDINGS and not path.is_dir()):
        yield name
        return
    closed: list[str] = []
    for folder, folders, files in os.walk(path, onerror=lambda error: _remember(error, closed)):
        named = [name for name in (*folders, *files) if name.endswith(ENDINGS) and not name.startswith(".")]
        above = relative(root, Path(folder)) if named else ""
        yield from named if above == "." else (f"{above}/{name}" for name in named)
        folders[:] = [name for name in folders if not name.startswith(".") and not name.endswith(ENDINGS)]
    yield from (relative(root, Path(folder)) for folder in closed)


def _remember(error: OSError, closed: list[str]) -> None:
    """Keep the name of a folder that may not be listed; one that is not there has no files."""
    if not isinstance(error, (FileNotFoundError, NotADirectoryError)):
        closed.append(error.filename)


def relative(root: Path, path: Path) -> str:
    """A path as people know it: from the root, with `/`. Raises ValueError where it lies outside."""
    absolute = Path(os.path.normpath(Path.cwd() / path))
    return absolute.relative_to(root).as_posix()


def stays_inside(root: Path, path: Path) -> bool:
    """Whether a path, links followed, still lies in the repository."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
