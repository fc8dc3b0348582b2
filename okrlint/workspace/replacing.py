"""Many files put in their places as nearly at one moment as a file system allows.

There is no way to exchange some files of a folder at one moment and leave foreign files beside them alone. So all new
files are written to a staging folder first, on the same disk; what is left are renames, which take microseconds each
and need no space. Every file that is replaced keeps a second name in the staging folder until the end, and when a step
fails the steps before it are taken back. Only a machine that stops in those milliseconds leaves a mixture of old and
new files, each of them whole, which the next run mends.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from okrlint.errors import OkrlintError

Undo = Callable[[], object]


class Replacing:
    """One exchange of files below a folder; the staging folder is the caller's to remove."""

    def __init__(self, root: Path, staging: Path) -> None:
        """Name the folder and the staging folder, which lies on the same disk."""
        self._root = root
        self._staging = staging
        self._staged: list[tuple[str, str]] = []
        self._undo: list[Undo] = []
        self._inside: set[str] = set()

    def stage(self, name: str, data: bytes) -> str:
        """Write a new file aside. Gives the state that it will have in its place: a new name changes none of it."""
        aside = os.path.join(self._staging, str(len(self._staged)))  # noqa: PTH118  thousands of times a run
        with open(aside, "wb") as stream:  # noqa: PTH123
            stream.write(data)
            stream.flush()
            found = os.fstat(stream.fileno())
        self._staged.append((aside, name))
        return state_of(found)

    def finish(self, order: Callable[[str], object], stale: Iterable[str], last: str) -> None:
        """Put the new files in their places in an order, remove the stale ones, then put the last one in its place.

        Raises OSError, and OkrlintError where a link leads out of the folder; then everything is as it was.
        """
        staged = sorted(self._staged, key=lambda pair: (pair[1] == last, order(pair[1]), pair[1]))
        try:
            for aside, name in staged:
                if name != last:
                    self._put(aside, name)
            for name in stale:
                self._take(name)
            for aside, name in staged[-1:]:
                if name == last:
                    self._put(aside, name)
        except BaseException:
            self._take_back()
            raise

    def _put(self, aside: str, name: str) -> None:
        target = os.path.join(self._root, name)  # noqa: PTH118  thousands of times a run, as the calls below
        folder = os.path.dirname(target)  # noqa: PTH120
        if folder not in self._inside:
            self._make_folder(Path(folder))
            self._inside.add(folder)
        second = f"{aside}-old"
        if _has_second_name(target, second):
            self._undo.append(partial(os.replace, second, target))
        else:
            self._undo.append(partial(os.unlink, target))
        os.replace(aside, target)  # noqa: PTH105

    def _make_folder(self, folder: Path) -> None:
        self._stay_inside(folder)
        for made in reversed([each for each in (folder, *folder.parents) if not each.exists()]):
            made.mkdir(exist_ok=True)
            self._undo.append(made.rmdir)

    def _stay_inside(self, folder: Path) -> None:
        root = os.path.realpath(self._root)
        if os.path.commonpath([root, os.path.realpath(folder)]) != root:
            raise OkrlintError(f"{folder} leads out of {self._root}")

    def _take(self, name: str) -> None:
        """Take a stale file away, and the folders that it leaves empty."""
        target = self._root / name
        if not os.path.lexists(target):
            return
        self._stay_inside(target.parent)
        aside = self._staging / f"stale-{len(self._undo)}"
        target.replace(aside)
        self._undo.append(lambda: aside.replace(target))
        for folder in target.parents:
            if folder == self._root or any(folder.iterdir()):
                break
            folder.rmdir()
            self._undo.append(folder.mkdir)

    def _take_back(self) -> None:
        """Undo every step, the last one first; what cannot be undone does not keep the others from being."""
        for undo in reversed(self._undo):
            with contextlib.suppress(OSError):
                undo()


def state_of(found: os.stat_result) -> str:
    """What changes when a file is written or another one takes its place."""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"


def _has_second_name(target: str, second: str) -> bool:
    """Keep an old file, if there is one, under another name as well; as a copy where the disk has no second names."""
    try:
        os.link(target, second, follow_symlinks=False)
    except FileNotFoundError:
        return False
    except (OSError, NotImplementedError):
        if not os.path.lexists(target):
            return False
        shutil.copy2(target, second, follow_symlinks=False)
    return True
