"""Which of the files on the disk belong to the repository, as git sees it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from okrlint.workspace.listing import relative


def as_git_has_them(root: Path, paths: tuple[str, ...], folders: Iterable[Path]) -> tuple[str, ...]:
    """The paths, found below some folders, without those that git ignores; under pre-commit only those in its index.

    A commit hook runs beside files that are not part of the commit, and they must neither fail it nor hide anything.
    Where git cannot be asked, every path belongs. Raises GitProblem under pre-commit, which cannot do without git.
    """
    if not paths or not (root / ".git").exists():
        return paths
    from okrlint.history.git import Git, GitProblem

    git = Git(root=root)
    if in_commit_hook():
        tracked = git.tracked()
        return tuple(path for path in paths if path in tracked or _holds(path, tracked))
    try:
        ignored = git.ignored(_existing(root, folders))
    except GitProblem:
        return paths
    return tuple(path for path in paths if not _is_ignored(path, ignored))


def _existing(root: Path, folders: Iterable[Path]) -> tuple[str, ...]:
    """The folders from the root, so that git walks no others; none, which means all, where one is no folder."""
    listed = tuple(folders)
    if not all(folder.is_dir() and not folder.is_symlink() for folder in listed):
        return ()
    return tuple(relative(root, folder) for folder in listed)


def in_commit_hook() -> bool:
    """Whether pre-commit has started this run."""
    return os.environ.get("PRE_COMMIT") == "1"


def _holds(folder: str, tracked: Iterable[str]) -> bool:
    """Whether a folder that cannot be listed holds files of the index."""
    return any(path.startswith(f"{folder}/") for path in tracked)


def _is_ignored(path: str, ignored: frozenset[str]) -> bool:
    if not ignored:
        return False
    folders = (path[: index + 1] for index, character in enumerate(path) if character == "/")
    return path in ignored or f"{path}/" in ignored or any(folder in ignored for folder in folders)
