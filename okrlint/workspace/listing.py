"""Which files belong to a run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

ENDINGS = (".yaml", ".yml")


def list_files(folder: Path, paths: Iterable[str], root: Path) -> tuple[str, ...]:
    """The YAML files below some paths of a folder, relative to the repository's root with `/`, sorted.

    Symbolic links to folders are not followed; a link to a file is listed only where it stays inside the root.
    """
    return tuple(sorted({name for path in paths for name in _below(root, folder / path)}))


def _below(root: Path, path: Path) -> Iterator[str]:
    if path.suffix in ENDINGS and not path.is_dir():
        yield relative(root, path)
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            if name.endswith(ENDINGS) and not name.startswith("."):
                yield relative(root, Path(folder, name))


def relative(root: Path, path: Path) -> str:
    """A path as people know it: from the root, with `/`. Raises ValueError where it lies outside."""
    absolute = Path(os.path.normpath(Path.cwd() / path))
    return absolute.relative_to(root).as_posix()


def stays_inside(root: Path, path: Path) -> bool:
    """Whether a path, links followed, still lies in the repository."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
