"""One run of the rules over a workspace, as the commands ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from okrlint.errors import Misread, OkrlintError
from okrlint.linting.finding import SEVERITIES, Severity
from okrlint.linting.run import FirstHalf, Outcome, run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import Portfolio
from okrlint.records import Record
from okrlint.source.text import SourceText
from okrlint.tuples import NamedTuple
from okrlint.workspace.git_files import in_commit_hook
from okrlint.workspace.listing import ENDINGS, relative
from okrlint.workspace.past import Past, past_of, past_parts
from okrlint.workspace.request import Request
from okrlint.workspace.workspace import Workspace

if TYPE_CHECKING:
    from okrlint.model.shelf import Shelf
    from okrlint.workspace.change import Change
    from okrlint.workspace.unit_memory import UnitMemory


MANY_FILES = 100
"""So many files are not all held in memory at a time; fewer are judged faster if they are."""


class Scope(NamedTuple):
    """What a run is about, beside the files themselves."""

    focus: frozenset[str] | None = None
    change: Change | None = None
    past: Past = Past()


class Target(NamedTuple):
    """The files of a run."""

    paths: tuple[str, ...]
    focus: frozenset[str] | None
    change: Change | None


class Texts(Mapping[str, SourceText]):
    """The texts of a portfolio's files by path."""

    def __init__(self, portfolio: Portfolio) -> None:
        """Look at a portfolio."""
        self._portfolio = portfolio

    def __getitem__(self, path: str) -> SourceText:
        """The text of a file."""
        return self._portfolio.file(path).document.text

    def __iter__(self) -> Iterator[str]:
        """Every path."""
        return iter(self._portfolio.paths)

    def __len__(self) -> int:
        """How many files there are."""
        return len(self._portfolio.files)


class Checked(Record):
    """A finished run."""

    portfolio: Portfolio
    outcome: Outcome
    settings: Settings
    focus: frozenset[str] | None = None
    """The paths that the report is about; None for all."""
    change: Change | None = None
    """What has changed, where the focus was taken from that."""
    past: Past = Past()

    @property
    def unasked_words(self) -> str:
        """Which rules were left out because there is no history, and why there is none."""
        rules = ", ".join(self.outcome.unasked)
        return f"git's history was not read, because {self.past.why_not}; rules that need it: {rules}"

    @cached_property
    def sources(self) -> Mapping[str, SourceText]:
        """The text of every file by its path."""
        return Texts(self.portfolio)

    def fails(self, max_warnings: int | None = None) -> bool:
        """Whether findings reach the severity that fails a run, or there are too many warnings."""
        limit = SEVERITIES.get(self.settings.fail_on)
        if max_warnings is not None and self.outcome.count(Severity.WARNING) > max_warnings:
            return True
        return limit is not None and any(finding.severity >= limit for finding in self.outcome.findings)


def check(workspace: Workspace, request: Request) -> Checked:
    """Run every rule over all files of a workspace. Raises OkrlintError for a bad call, RuleFailure for a bug."""
    return check_target(workspace, request, target_of(workspace, request))


def target_of(workspace: Workspace, request: Request) -> Target:
    """The files that a call is about. Raises OkrlintError where there are none."""
    known = workspace.paths()
    named = () if request.force_exclude else _named_files(workspace, request)
    paths = tuple(sorted({*known, *named}))
    change = _change(workspace, request, paths)
    focus = _focus(workspace, request, paths, change)
    if not paths and not request.allow_empty and not (request.force_exclude and request.arguments):
        where = ", ".join(workspace.settings.paths)
        raise OkrlintError(
            f"no OKR file was found under {where}; name one, begin with okrlint init, or pass --allow-empty"
        )
    return Target(paths, focus, change)


def check_target(workspace: Workspace, request: Request, target: Target) -> Checked:
    """Run every rule over some files. Raises RuleFailure for a bug."""
    is_plain = target.change is None and request.typed is None and workspace.settings.baseline is None
    if is_plain and len(target.paths) >= MANY_FILES:
        try:
            return _check(workspace, request, target, workspace.shelve(target.paths, request.limits))
        except Misread:
            pass  # Rare: a file hides what it is from everybody but a parser.
    return _check(workspace, request, target, workspace.load(target.paths, request.limits, request.typed))


def _check(workspace: Workspace, request: Request, target: Target, portfolio: Portfolio) -> Checked:
    _, focus, change = target
    past = past_of(workspace, request, portfolio.company)
    outcome = judge(workspace, request, portfolio, Scope(focus, change, past))
    settings = workspace.settings
    return Checked(portfolio=portfolio, outcome=outcome, settings=settings, focus=focus, change=change, past=past)


def judge(workspace: Workspace, request: Request, portfolio: Portfolio, scope: Scope) -> Outcome:
    """The findings in focus, and those elsewhere that would not be there without the change."""
    settings, rules, (focus, change, past) = workspace.settings, workspace.rules, scope
    first_half = _first_half(workspace, request, portfolio)
    outcome = run(portfolio, rules, settings, focus, request.as_of, history=past.history, first_half=first_half)
    if change is None or focus is None or not outcome.outside_focus or not change.may_break_others:
        return outcome
    former = change.undone(portfolio, settings.cadence, request.limits)
    known = {*outcome.findings, *run(former, rules, settings, None, request.as_of, history=past.history).findings}
    everywhere = run(portfolio, rules, settings, None, request.as_of, history=past.history).findings
    seen = focus | change.paths
    caused = [found for found in everywhere if found not in known and found.location.path not in seen]
    findings = tuple(sorted((*outcome.findings, *caused), key=lambda finding: finding.order))
    return outcome._replace(findings=findings, outside_focus=outcome.outside_focus - len(caused))


def _first_half(workspace: Workspace, request: Request, portfolio: Portfolio) -> FirstHalf | None:
    """How many files are judged; few need no other way than one after the other."""
    if len(portfolio.paths) < MANY_FILES:
        return None
    from okrlint.model.shelf import Shelf

    if not isinstance(portfolio, Shelf):
        return None
    from okrlint.workspace.processes import ManyFiles

    return ManyFiles(jobs=request.jobs, memory=_unit_memory(workspace, request, portfolio))


def _unit_memory(workspace: Workspace, request: Request, shelf: Shelf) -> UnitMemory | None:
    from okrlint.workspace.cache_folder import user_cache
    from okrlint.workspace.run_memory import settings_parts
    from okrlint.workspace.unit_memory import UnitMemory

    cache = user_cache()
    if not (request.cache and cache):
        return None
    parts = (*settings_parts(workspace.settings), request.limits, request.as_of, *past_parts(workspace, request))
    return UnitMemory(cache, parts, shelf)


def _change(workspace: Workspace, request: Request, paths: Sequence[str]) -> Change | None:
    """What has changed, where the call asks for it or a commit hook names files."""
    hook = bool(request.arguments) and request.typed is None and in_commit_hook()
    if request.since is None and not request.staged and not hook:
        return None
    from okrlint.workspace.change import changed_since, staged

    if request.since is not None:
        return changed_since(workspace, request.since, paths, request.limits)
    return staged(workspace, request.limits)


def _focus(
    workspace: Workspace, request: Request, paths: Sequence[str], change: Change | None
) -> frozenset[str] | None:
    """The named files, those that have changed, or what is both; in a commit hook deleted files besides."""
    if request.typed is not None:
        return frozenset((request.typed.path,))
    gone = change.gone if change is not None else frozenset()
    named = workspace.focus_of(request.arguments, (*paths, *gone))
    if change is None:
        return named
    if request.since is None and not request.staged:
        return (named or frozenset()) | gone
    return change.paths if named is None else named & change.paths


def _named_files(workspace: Workspace, request: Request) -> tuple[str, ...]:
    """YAML files that the call names outright, wherever they lie in the repository."""
    if request.typed is not None:
        return (request.typed.path,)
    files = (argument for argument in request.arguments if argument.suffix in ENDINGS and not argument.is_dir())
    try:
        return tuple(relative(workspace.root, path) for path in files if path.exists() or path.is_symlink())
    except ValueError:
        raise OkrlintError(f"a named file lies outside {workspace.root}") from None
