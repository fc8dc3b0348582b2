"""What has changed in a repository, and what the change does elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular
from okrlint.history.git import Git, GitProblem, name_of
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.records import Record
from okrlint.source.document import Document
from okrlint.source.limits import Limits
from okrlint.source.reader import read
from okrlint.workspace.listing import ENDINGS, relative
from okrlint.workspace.workspace import Workspace


class Change(Record):
    """The OKR files that are not as they were at a commit."""

    before: Mapping[str, bytes | None]
    """What each of them held, by path; None where it was not there, or not as a file that can be read."""
    gone: frozenset[str]
    """Those that are there no more."""

    @property
    def paths(self) -> frozenset[str]:
        """All of them."""
        return frozenset(self.before)

    @property
    def may_break_others(self) -> bool:
        """Whether something is gone or different that other files may refer to."""
        return any(text is not None for text in self.before.values())

    def undone(self, portfolio: Portfolio, cadence: str, limits: Limits) -> Portfolio:
        """The portfolio as if the change had not been made; all other files as they are."""
        documents: dict[str, Document] = {
            file.path: file.document for file in portfolio.files if file.path not in self.before
        }
        documents |= {path: read(text, path, limits) for path, text in self.before.items() if text is not None}
        return build_portfolio((documents[path] for path in sorted(documents)), cadence)


def changed_since(workspace: Workspace, revision: str, known: Sequence[str], limits: Limits) -> Change:
    """What is different from the commit that the checked-out one and the revision share.

    So the work of others on the revision's branch does not count. Files count as they are on the disk, whether git has
    them or not. Raises GitProblem where git does not know the revision.
    """
    git = _git_of(workspace, "--since")
    base = git.shared_with_head(git.resolve(revision))
    former = okr_files(workspace, git.files_at(base))
    changed = {path: former.get(path) for path in known if _differs(workspace.root / path, former.get(path), limits)}
    gone = frozenset(former) - frozenset(known)
    return _change(git, {**changed, **{path: former[path] for path in gone}}, gone, limits)


def staged(workspace: Workspace, limits: Limits) -> Change:
    """What the next commit changes. Raises GitProblem where there is no repository."""
    git = _git_of(workspace, "--staged")
    statuses = okr_files(workspace, git.staged_changes())
    former = git.files_at(git.head) if git.head is not None and statuses else {}
    gone = frozenset(path for path, status in statuses.items() if status == "D")
    return _change(git, {path: former.get(path) for path in statuses}, gone, limits)


def _git_of(workspace: Workspace, flag: str) -> Git:
    if not (workspace.root / ".git").exists():
        raise OkrlintError(f"{flag} needs a git repository, and {workspace.root} is none")
    return Git(root=workspace.root)


def _change(git: Git, contents: Mapping[str, str | None], gone: frozenset[str], limits: Limits) -> Change:
    return Change(before={path: _text(git, name, limits) for path, name in sorted(contents.items())}, gone=gone)


def _text(git: Git, content: str | None, limits: Limits) -> bytes | None:
    """What a file held; where a part of the history is not here, what the change does elsewhere stays unsaid."""
    try:
        return None if content is None else git.read(content, limits.file_bytes)
    except GitProblem:
        return None


def _differs(path: Path, former: str | None, limits: Limits) -> bool:
    """Whether a file holds something else, the kind of its line breaks aside, which a checkout may change."""
    if former is None:
        return True
    try:
        data = read_regular(path, limits.file_bytes)
    except Unreadable:
        return True
    return former not in (name_of(data, former), name_of(data.replace(b"\r\n", b"\n"), former))


def okr_files(workspace: Workspace, paths: Mapping[str, str]) -> dict[str, str]:
    """Those that are listed as OKR files where they are on the disk."""
    roots = [relative(workspace.root, workspace.settings_folder / path) for path in workspace.settings.paths]
    return {path: value for path, value in paths.items() if any(_is_below(path, root) for root in roots)}


def _is_below(path: str, root: str) -> bool:
    inside = path if root == "." else path.removeprefix(f"{root}/")
    if path == root:
        return True
    hidden = inside.startswith(".") or "/." in inside
    return (root == "." or inside != path) and path.endswith(ENDINGS) and not hidden
