"""Two states of a repository, loaded, judged and compared."""

from __future__ import annotations

import datetime

from okrlint.history.compare import compare
from okrlint.history.git import Git
from okrlint.history.snapshots import snapshot
from okrlint.linting.finding import Finding
from okrlint.linting.run import run
from okrlint.model.as_of import newest_recorded
from okrlint.model.portfolio import Portfolio
from okrlint.review.pipeline_sum import pipeline_sums
from okrlint.review.review import Review, came_and_went
from okrlint.workspace.workspace import Workspace

MAIN_BRANCHES = (
    *("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master"),
    *("refs/heads/main", "refs/heads/master"),
)
"""Where the agreed plans are, the first that there is."""
WORKING_TREE = "the working tree"
_SHORT = 12


def review(workspace: Workspace, base: str | None, head: str | None, as_of: datetime.date | None) -> Review:
    """What changed in meaning from one revision to another, by default from the main branch to the working tree.

    Raises GitProblem for an unknown revision, and where there is no repository or no history.
    """
    git = Git(root=workspace.root)
    old = git.resolve(base) if base is not None else _default_base(git)
    below = below_of(workspace)
    before = snapshot(git, old, below, workspace.settings.cadence)
    after_name, after, unreadable = _head(workspace, git, head, below)
    day = as_of or newest_recorded(after.plans) or newest_recorded(before.portfolio.plans)
    changes = compare(before.portfolio, after, day)
    new, fixed = _findings(workspace, before.portfolio, after, day)
    skipped = sorted({*before.unreadable, *unreadable})
    notes = tuple(f"{path} cannot be read in one of the two states and was left out" for path in skipped)
    sums = pipeline_sums(before.portfolio, after, workspace.settings.language(workspace.rules))
    return Review(old[:_SHORT], after_name, changes, new, fixed, sums, notes)


def _default_base(git: Git) -> str:
    """The commit at which this branch left the main one; on the main branch itself its newest commit."""
    main = git.first_branch(MAIN_BRANCHES)
    return git.shared_with_head(main) if main is not None else git.resolve("HEAD")


def below_of(workspace: Workspace) -> tuple[str, ...]:
    """The settings' paths, from the root of the repository."""
    folder = workspace.settings_folder.relative_to(workspace.root)
    return tuple((folder / path).as_posix() for path in workspace.settings.paths)


def _head(
    workspace: Workspace, git: Git, head: str | None, below: tuple[str, ...]
) -> tuple[str, Portfolio, tuple[str, ...]]:
    if head is not None:
        commit = git.resolve(head)
        found = snapshot(git, commit, below, workspace.settings.cadence)
        return commit[:_SHORT], found.portfolio, found.unreadable
    portfolio = workspace.load(workspace.paths())
    unreadable = tuple(file.path for file in portfolio.files if file.document.data is None)
    return WORKING_TREE, portfolio, unreadable


def _findings(
    workspace: Workspace, before: Portfolio, after: Portfolio, day: datetime.date | None
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    old, new = (run(state, workspace.rules, workspace.settings, None, day) for state in (before, after))
    return came_and_went(old.findings, new.findings)
