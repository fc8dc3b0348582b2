"""The ledger of a workspace: its history read through git, and what is not committed yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from okrlint.history.git import Git
from okrlint.history.ledger import Moment, PlanLedger, Step, ledgers
from okrlint.history.timeline import Commit, is_shallow, timeline
from okrlint.model.company import Company
from okrlint.model.okr_file import build_file
from okrlint.model.plan import Plan
from okrlint.source.reader import read
from okrlint.workspace.comparing import below_of
from okrlint.workspace.workspace import Workspace

_SHORT = 12
_NOT_COMMITTED = Moment("", "", "not committed yet", "")
_SHALLOW = "the clone is shallow: what was agreed before its first commit is not here (fetch-depth: 0 brings it)"


class Memory(NamedTuple):
    """The ledgers of a repository, and what could not be read."""

    ledgers: tuple[PlanLedger, ...]
    notes: tuple[str, ...]


def remember(workspace: Workspace) -> Memory:
    """The ledger of every plan since it was agreed. Raises GitProblem where there is no repository."""
    git = Git(root=workspace.root)
    commits = timeline(git, below_of(workspace))
    names = [name for commit in commits for step in commit.steps for name in (step.before, step.after) if name]
    held = git.read_all(names, workspace.limits.file_bytes)
    portfolio = workspace.load(workspace.paths())
    unread: set[str] = set()
    plan_of = _reader(held, portfolio.company, workspace.settings.cadence, unread)
    last: dict[str, Plan] = {}
    steps = list(_steps(commits, plan_of, last))
    steps.append(Step(_NOT_COMMITTED, tuple(last.values()), portfolio.plans))
    notes = [_SHALLOW] if is_shallow(git) else []
    notes += [f"{path} could not be read at some commit and was left out there" for path in sorted(unread)]
    return Memory(ledgers(steps), tuple(notes))


def _reader(
    held: dict[str, bytes], company: Company | None, cadence: str, unread: set[str]
) -> Callable[[str, str], Plan | None]:
    """Plans by path and content, each read once; the company's file is today's, as people and metrics go."""

    @cache
    def plan_of(path: str, content: str) -> Plan | None:
        if not path.endswith((".yaml", ".yml")):
            return None
        document = read(held.get(content, b""), path)
        if document.data is None:
            unread.add(path)
            return None
        item = build_file(document, company, cadence).item
        return item if isinstance(item, Plan) else None

    return plan_of


def _steps(
    commits: Iterable[Commit], plan_of: Callable[[str, str], Plan | None], last: dict[str, Plan]
) -> Iterator[Step]:
    """Each commit's plans before and after it; `last` holds the newest readable plan of every path.

    A file that cannot be read at a commit stays what it was: breaking a file for a day takes back no promise.
    """
    for commit in commits:
        before = _plans(last.get(step.path) for step in commit.steps)
        for step in commit.steps:
            plan = plan_of(step.path, step.after) if step.after else None
            if plan is not None:
                last[step.path] = plan
            elif not step.after:
                last.pop(step.path, None)
        moment = Moment(commit.hash[:_SHORT], commit.author, commit.date, commit.reason)
        yield Step(moment, before, _plans(last.get(step.path) for step in commit.steps))


def _plans(found: Iterable[Plan | None]) -> tuple[Plan, ...]:
    return tuple(plan for plan in found if plan is not None)
