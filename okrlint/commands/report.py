"""`okrlint report`: the HTML site and the Markdown reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from okrlint.errors import OkrlintError
from okrlint.escaping import terminal
from okrlint.linting.run import run
from okrlint.model.as_of import newest_recorded
from okrlint.workspace.clock import stated_day
from okrlint.workspace.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    import datetime

    from okrlint.model.portfolio import Portfolio
    from okrlint.rendering.site import Differences

_DEFAULT_FOLDER = "reports"


@click.command("report", epilog="Example: okrlint report --as-of 2026-11-15")
@click.option("--out", type=click.Path(path_type=Path), help="The folder to fill; default reports/ of the repository.")
@click.option("--as-of", metavar="DATE|today", help="The day to speak of; default the newest one in the plans.")
@click.option("--check", "check_only", is_flag=True, help="Write nothing; exit with 1 when the folder is not fresh.")
def write_reports(out: Path | None, as_of: str | None, check_only: bool) -> int:
    """Write the HTML site and the Markdown reports.

    The same plans give the same bytes on every day: without --as-of the reports speak of the settings' day, else of
    the newest day that the plans record. Pages of an earlier run that are no longer needed are removed; files of other
    people in the folder are left alone.
    """
    from okrlint.workspace.site_folder import SiteFolder

    workspace = open_workspace(Path.cwd())
    folder = SiteFolder(workspace.settings_folder / _DEFAULT_FOLDER if out is None else out)
    built = _build(workspace, as_of)
    differences = folder.compare(built)
    if check_only:
        return _say_whether_fresh(differences, folder.path)
    folder.write(built, differences)
    _say_what_was_done(differences, len(built), folder.path)
    return 0


def _build(workspace: Workspace, as_of: str | None) -> dict[str, bytes]:
    from okrlint.reports import build_site
    from okrlint.views.report import ReportInput

    paths = workspace.paths()
    if not paths:
        raise OkrlintError(f"no OKR file was found under {', '.join(workspace.settings.paths)}")
    portfolio = workspace.load(paths)
    day = stated_day(as_of, workspace.settings) or _newest_day(portfolio)
    outcome = run(portfolio, workspace.rules, workspace.settings, None, day)
    language = workspace.settings.language(workspace.rules)
    return build_site(ReportInput(portfolio, outcome.findings, day, portfolio.company, language))


def _newest_day(portfolio: Portfolio) -> datetime.date:
    """The newest recorded day; of plans that record none yet, the first day of the newest quarter."""
    starts = (plan.quarter.start for plan in portfolio.plans if plan.quarter is not None)
    day = newest_recorded(portfolio.plans) or max(starts, default=None)
    if day is None:
        raise OkrlintError("no plan has a quarter or a day to speak of; pass --as-of DATE")
    return day


def _say_whether_fresh(differences: Differences, folder: Path) -> int:
    for word, paths in differences._asdict().items():
        click.echo("".join(f"{word}: {terminal(path)}\n" for path in paths), nl=False)
    if differences:
        click.echo(f"{terminal(str(folder))} is not what okrlint report writes; run it", err=True)
    return int(bool(differences))


def _say_what_was_done(differences: Differences, files: int, folder: Path) -> None:
    written = len(differences.missing) + len(differences.changed)
    removed = f", {len(differences.stale)} removed" if differences.stale else ""
    click.echo(f"{terminal(str(folder))}: {files} files, {written} written{removed}", err=True)


COMMAND = write_reports
