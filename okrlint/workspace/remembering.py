"""The history of a workspace, read through git: each content is parsed once and remembered by its name."""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from okrlint.history.facts import FORM, UNREADABLE, Facts, facts_of
from okrlint.history.git import Git
from okrlint.history.history import History, Step, build_history
from okrlint.history.states import Moment
from okrlint.history.timeline import Commit, is_shallow, only_here, timeline
from okrlint.records import bind
from okrlint.source.reader import read
from okrlint.tuples import NamedTuple
from okrlint.workspace.cache_folder import CacheFolder
from okrlint.workspace.comparing import MAIN_BRANCHES, below_of
from okrlint.workspace.listing import ENDINGS
from okrlint.workspace.workspace import Workspace

if TYPE_CHECKING:
    from sqlite3 import Connection

    from okrlint.model.company import Company
    from okrlint.source.limits import Limits

_SHORT = 12
_AT_ONCE = 500
"""Names in one question to the cache; SQLite takes no more than 999 in its older versions."""
_COLUMNS = "facts (name TEXT PRIMARY KEY, packed BLOB)"
_MOST = 100_000
"""Contents that are kept; of more the oldest are forgotten."""
SHALLOW = "the clone is shallow: what was agreed before its first commit is not here (fetch-depth: 0 brings it)"
NO_CACHE = CacheFolder(None)


class Memory(NamedTuple):
    """The history of a repository, and what could not be read of it."""

    history: History
    notes: tuple[str, ...]


def remember(
    workspace: Workspace, company: Company | None, cache: CacheFolder = NO_CACHE, newest: str | None = None
) -> Memory:
    """What became of every plan up to a commit, by default the checked-out one; `company` as in `build_history`.

    Raises GitProblem where there is no repository.
    """
    git = Git(root=workspace.root)
    commits = timeline(git, below_of(workspace), newest)
    names = {step.after for commit in commits for step in commit.steps if step.after and step.path.endswith(ENDINGS)}
    known = _facts(git, sorted(names), cache, workspace.limits)
    unread: set[str] = set()
    branch = _branch(git, newest)
    steps = (_step(commit, known, unread, on_main=commit.hash not in branch) for commit in commits)
    history = build_history(steps, company, workspace.settings.cadence)
    bind(history, absent=_left_out(git, history))
    notes = [SHALLOW] if is_shallow(git) else []
    notes += [f"{path} could not be read at some commit and was left out there" for path in sorted(unread)]
    return Memory(history, tuple(notes))


def _left_out(git: Git, history: History) -> frozenset[str]:
    """The files of plans that are not on the disk on purpose: in a sparse checkout, and in a repository without one.

    Git is asked only where a plan is missing.
    """
    here = [plan.states[-1].path for plan in history.plans if plan.deleted is None]
    if all((git.root / path).exists() for path in here):
        return frozenset()
    return frozenset(here) if git.is_bare else git.skipped()


def _branch(git: Git, newest: str | None) -> frozenset[str]:
    """The commits that are not on the main branch; none where there is no such branch."""
    main = git.first_branch(MAIN_BRANCHES)
    return frozenset() if main is None else only_here(git, main, newest)


def _step(commit: Commit, known: dict[str, Facts], unread: set[str], *, on_main: bool) -> Step:
    moment = Moment(commit.hash[:_SHORT], commit.author, commit.date, commit.reason, commit.day, on_main)
    files: dict[str, Facts | None] = {}
    for path, _, after in commit.steps:
        if path.endswith(ENDINGS):
            files[path] = known.get(after, Facts(UNREADABLE)) if after else None
            if after and known.get(after, Facts(UNREADABLE)).kind == UNREADABLE:
                unread.add(path)
    return Step(moment, files)


def _facts(git: Git, names: Sequence[str], cache: CacheFolder, limits: Limits) -> dict[str, Facts]:
    """The facts of contents by their names: those that are known, and the others read and remembered."""
    found: dict[str, Facts] = {}
    place = f"history-{FORM}-{'-'.join(map(str, limits))}"
    with cache.open(place, _COLUMNS) as store:
        if store is not None:
            found.update(_known(store, names))
    missing = (name for name in names if name not in found)
    new = {name: facts_of(read(data, name, limits)) for name, data in git.contents(missing, limits.file_bytes)}
    if new:
        with cache.open(place, _COLUMNS) as store:
            if store is not None:
                _keep(store, new.items())
    return {**found, **new}


def _known(store: Connection, names: Sequence[str]) -> Iterator[tuple[str, Facts]]:
    for start in range(0, len(names), _AT_ONCE):
        asked = names[start : start + _AT_ONCE]
        marks = ",".join("?" * len(asked))
        question = f"SELECT name, packed FROM facts WHERE name IN ({marks})"  # noqa: S608  question marks
        for name, packed in store.execute(question, asked):
            with contextlib.suppress(zlib.error, ValueError, TypeError):
                yield name, Facts(*json.loads(zlib.decompress(packed)))


def _keep(store: Connection, new: Iterable[tuple[str, Facts]]) -> None:
    """Pack facts, which are much alike from week to week; the packing notices where a byte is damaged later."""
    rows = ((name, zlib.compress(json.dumps(facts).encode(), 1)) for name, facts in new)
    store.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", rows)
    store.execute("DELETE FROM facts WHERE rowid <= (SELECT max(rowid) FROM facts) - ?", (_MOST,))
