"""A workspace as the next commit will have it: the text that is staged, whatever lies on the disk beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular
from okrlint.history.git import Git
from okrlint.source.limits import Limits
from okrlint.workspace.change import okr_files
from okrlint.workspace.typed import Typed
from okrlint.workspace.workspace import Workspace

if TYPE_CHECKING:
    from okrlint.workspace.fixing import FileChange

_AT_ONCE = 500
"""Files that one git is asked for; so many are held at a time."""


class StagedWorkspace(Workspace):
    """A repository as its index has it; the settings are those on the disk."""

    def paths(self) -> tuple[str, ...]:
        """Every OKR file of the index."""
        return tuple(sorted(okr_files(self, self._index)))

    def contents(
        self, paths: Sequence[str], limits: Limits, typed: Typed | None = None
    ) -> Iterator[tuple[str, bytes | str]]:
        """The bytes of each of some files as they are staged; of links and of what is in conflict those on the disk."""
        for start in range(0, len(paths), _AT_ONCE):
            some = paths[start : start + _AT_ONCE]
            names = {path: name for path in some if (name := self._index.get(path))}
            held = dict(Git(root=self.root).contents(names.values(), limits.file_bytes))
            for path in some:
                if path in names:
                    yield path, held.get(names[path], _too_large(limits))
                else:
                    yield from super().contents((path,), limits, typed)

    @cached_property
    def _index(self) -> dict[str, str]:
        return Git(root=self.root).index()


def _too_large(limits: Limits) -> bytes:
    """What is read as a file over the limit, and told like one."""
    return b"#" * (limits.file_bytes + 1)


def staged_workspace(workspace: Workspace) -> StagedWorkspace:
    """The workspace as the next commit will have it. Raises OkrlintError where there is no repository."""
    if not (workspace.root / ".git").exists():
        raise OkrlintError(f"--staged needs a git repository, and {workspace.root} is none")
    return StagedWorkspace(**workspace.__dict__)


def write_staged(workspace: Workspace, changes: tuple[FileChange, ...]) -> dict[str, str]:
    """Write the changed files that are on the disk as they are staged; why the others were not written, by path."""
    from okrlint.workspace.fixing import write_changes

    others = [change.path for change in changes if not _is_on_disk(workspace, change)]
    refused = write_changes(workspace, tuple(change for change in changes if change.path not in others))
    why = "is not on the disk as it is staged, so it was not mended; stage the whole file, or mend it by hand"
    return {path: f"{path} {why}" for path in others} | refused


def _is_on_disk(workspace: Workspace, change: FileChange) -> bool:
    """Whether the file is as it is staged, or mended already."""
    states = (change.before, change.after)
    try:
        return read_regular(workspace.root / change.path, max(map(len, states))) in states
    except Unreadable:
        return False
