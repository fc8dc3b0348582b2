"""Whether a run of the rules reads the history, and why not where it does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from okrlint.tuples import NamedTuple
from okrlint.workspace.cache_folder import CacheFolder, user_cache
from okrlint.workspace.git_files import in_commit_hook
from okrlint.workspace.workspace import Workspace

if TYPE_CHECKING:
    from okrlint.history.history import History
    from okrlint.model.company import Company
    from okrlint.workspace.request import Request


class Past(NamedTuple):
    """The history of a run."""

    history: History | None = None
    why_not: str = ""
    """Why there is none, in words, where rules would have looked at it."""


def past_of(workspace: Workspace, request: Request, company: Company | None) -> Past:
    """The history where a rule looks at it and it can be read; that it cannot is never an error."""
    if not _is_asked(workspace):
        return Past()
    why_not = _why_not(workspace, request)
    if why_not:
        return Past(None, why_not)
    from okrlint.history.git import Git, GitProblem
    from okrlint.history.timeline import is_shallow
    from okrlint.workspace.remembering import remember

    try:
        if is_shallow(Git(root=workspace.root)):
            return Past(None, "the clone is shallow; fetch its history (fetch-depth: 0)")
        return Past(remember(workspace, company, user_cache() if request.cache else CacheFolder(None)).history)
    except GitProblem as problem:
        return Past(None, str(problem))


def past_parts(workspace: Workspace, request: Request) -> Iterator[object]:
    """All that the history of a run depends on, as git has it now; nothing where no rule looks at it."""
    if not _is_asked(workspace):
        return
    why_not = _why_not(workspace, request)
    if why_not:
        yield why_not
        return
    from okrlint.history.git import Git, GitProblem

    git = Git(root=workspace.root)
    for question in (("show-ref", "--head"), ("rev-parse", "--is-shallow-repository"), ("ls-files", "-t", "--cached")):
        try:
            yield git.ask(*question)
        except GitProblem as problem:
            yield str(problem)
    mailmap = workspace.root / ".mailmap"
    yield mailmap.read_bytes() if mailmap.is_file() else b""


def _is_asked(workspace: Workspace) -> bool:
    settings = workspace.settings
    return any(rule.needs_history and settings.severity(rule) is not None for rule in workspace.rules)


def _why_not(workspace: Workspace, request: Request) -> str:
    """What speaks against reading the history before git is asked."""
    if not (workspace.root / ".git").exists():
        return "this is not a git repository"
    if request.why_no_history:
        return request.why_no_history
    if not workspace.settings.history:
        return "the settings say `history = false`"
    if request.typed is not None:
        return "what an editor holds is no commit"
    return "a commit hook looks at one commit only" if in_commit_hook() else ""
