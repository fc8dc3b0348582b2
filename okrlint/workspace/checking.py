"""One run of the rules over a workspace, as the commands ask for it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from okrlint.errors import OkrlintError
from okrlint.linting.finding import SEVERITIES, Severity
from okrlint.linting.run import Outcome, run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import Portfolio
from okrlint.records import Record
from okrlint.source.limits import DEFAULT_LIMITS, Limits
from okrlint.workspace.listing import ENDINGS, relative
from okrlint.workspace.workspace import Workspace


class Request(Record):
    """What a call of the check asks for."""

    arguments: tuple[Path, ...] = ()
    force_exclude: bool = False
    """Pass over named files that the settings' paths do not hold."""
    allow_empty: bool = False
    as_of: datetime.date | None = None
    limits: Limits = DEFAULT_LIMITS


class Checked(Record):
    """A finished run."""

    portfolio: Portfolio
    outcome: Outcome
    settings: Settings
    focus: frozenset[str] | None = None
    """The paths that the report is about; None for all."""

    def fails(self, max_warnings: int | None = None) -> bool:
        """Whether findings reach the severity that fails a run, or there are too many warnings."""
        limit = SEVERITIES.get(self.settings.fail_on)
        if max_warnings is not None and self.outcome.count(Severity.WARNING) > max_warnings:
            return True
        return limit is not None and any(finding.severity >= limit for finding in self.outcome.findings)


def check(workspace: Workspace, request: Request) -> Checked:
    """Run every rule over all files of a workspace. Raises OkrlintError for a bad call, RuleFailure for a bug."""
    known = workspace.paths()
    named = () if request.force_exclude else _named_files(workspace, request.arguments)
    paths = tuple(sorted({*known, *named}))
    focus = workspace.focus_of(request.arguments, paths)
    if not paths and not request.allow_empty and not (request.force_exclude and request.arguments):
        where = ", ".join(workspace.settings.paths)
        raise OkrlintError(f"no OKR file was found under {where}; name one, or pass --allow-empty")
    portfolio = workspace.load(paths, request.limits)
    outcome = run(portfolio, workspace.rules, workspace.settings, focus, request.as_of)
    return Checked(portfolio=portfolio, outcome=outcome, settings=workspace.settings, focus=focus)


def _named_files(workspace: Workspace, arguments: Sequence[Path]) -> tuple[str, ...]:
    """YAML files that the call names outright, wherever they lie in the repository."""
    files = (argument for argument in arguments if argument.suffix in ENDINGS and not argument.is_dir())
    try:
        return tuple(relative(workspace.root, path) for path in files if path.exists() or path.is_symlink())
    except ValueError:
        raise OkrlintError(f"a named file lies outside {workspace.root}") from None
