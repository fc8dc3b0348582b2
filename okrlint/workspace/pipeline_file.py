"""The pipeline file that a call is about, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.linting.run import Outcome, run
from okrlint.linting.settings import Settings
from okrlint.model.quarter import NotAQuarter, Quarter, parse_quarter
from okrlint.workspace.listing import ENDINGS, relative

if TYPE_CHECKING:
    from okrlint.model.okr_file import OkrFile
    from okrlint.model.portfolio import Portfolio
    from okrlint.workspace.workspace import Workspace

_RULES = ("pipeline-inputs", "channel-shares", "period-not-a-quarter")
"""What must be right before anything can be worked out, beside housekeeping."""


def load_with(workspace: Workspace, named: str | None) -> Portfolio:
    """The portfolio of a workspace, with a named file that its settings leave out. Raises OkrlintError."""
    known = workspace.paths()
    extra = _path_of(workspace, named) if named is not None and named.endswith(ENDINGS) else None
    return workspace.load(tuple(sorted({*known, *([extra] if extra else [])})))


def _path_of(workspace: Workspace, named: str) -> str:
    try:
        path = relative(workspace.root, Path(named))
    except ValueError:
        raise OkrlintError(f"{named} lies outside {workspace.root}") from None
    if not Path(named).exists():
        raise OkrlintError(f"{named} does not exist")
    return path


def find_file(workspace: Workspace, portfolio: Portfolio, named: str | None) -> OkrFile:
    """The file of a path or a quarter's label; without a name that of the newest quarter. Raises OkrlintError."""
    if named is not None and named.endswith(ENDINGS):
        path = _path_of(workspace, named)
        found = next(file for file in portfolio.files if file.path == path)
        if found.kind not in ("pipeline", None):
            raise OkrlintError(f"{named} is a {found.kind} and no pipeline file")
        return found
    files = [file for file in portfolio.files if file.kind == "pipeline" and file.item is not None]
    if named is not None:
        quarter = _quarter(named, portfolio)
        files = [file for file in files if quarter is not None and getattr(file.item, "quarter", None) == quarter]
    if not files:
        where = ", ".join(workspace.settings.paths)
        raise OkrlintError(f"no pipeline file{f' of {named}' if named else ''} was found under {where}")
    return max(files, key=lambda file: (_start(file), file.path))


def _quarter(label: str, portfolio: Portfolio) -> Quarter | None:
    company = portfolio.company
    try:
        return parse_quarter(label, company.fiscal_year_start if company is not None else 1)
    except NotAQuarter as error:
        raise OkrlintError(f"{label} is neither a file nor a quarter; {error}") from error


def _start(file: OkrFile) -> str:
    quarter = getattr(file.item, "quarter", None)
    return quarter.start.isoformat() if quarter is not None else ""


def findings_of(workspace: Workspace, portfolio: Portfolio, path: str) -> Outcome:
    """What keeps the numbers of a pipeline file from being used, or makes them odd."""
    settings = Settings(**{**workspace.settings.__dict__, "select": _RULES, "extend_select": ()})
    return run(portfolio, workspace.rules, settings, frozenset((path,)))
