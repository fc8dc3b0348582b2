"""`okrlint show`: a plan in the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from okrlint.errors import OkrlintError
from okrlint.linting.run import run
from okrlint.model.as_of import newest_recorded
from okrlint.workspace.clock import day_of_run, stated_day
from okrlint.workspace.completing import teams
from okrlint.workspace.plan_choice import check_there_are
from okrlint.workspace.workspace import open_workspace

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from okrlint.model.plan import Plan


@click.command("show", short_help="Show plans in the terminal.", epilog="Example: okrlint show marketing/2026-Q4")
@click.argument("plan", metavar="[TEAM/QUARTER]", required=False, shell_complete=teams)
@click.option("--as-of", metavar="DATE|today", help="The day to speak of; default the newest one in the plans.")
def show_plans(plan: str | None, as_of: str | None) -> None:
    """Show a plan: progress as a bar with a stroke where it should be by now, score, pace and findings.

    A team alone is its running plan, a quarter alone all plans of it; without either the plans of the quarter that runs
    are shown.
    """
    from okrlint.views.plan import plan_row
    from okrlint.views.plan_text import plan_lines
    from okrlint.views.report import ReportInput
    from okrlint.views.survey import Survey

    workspace = open_workspace(Path.cwd())
    portfolio = workspace.load(workspace.paths())
    check_there_are(portfolio)
    day = stated_day(as_of, workspace.settings) or newest_recorded(portfolio.plans)
    day = day or day_of_run(None, workspace.settings)
    chosen = _chosen(portfolio.plans, plan, day)
    outcome = run(portfolio, workspace.rules, workspace.settings, None, day)
    language = workspace.settings.language(workspace.rules)
    survey = Survey(ReportInput(portfolio, outcome.findings, day, portfolio.company, language))
    for one in chosen:
        for line in (*plan_lines(plan_row(one, survey)), ""):
            click.echo(line)
    click.echo(f"As of {day}", err=True)


def _chosen(plans: Sequence[Plan], words: str | None, day: datetime.date) -> list[Plan]:
    """The plans that an address, a team or a quarter names. Raises OkrlintError for none."""
    if words is None:
        return _running(plans, day)
    text = words.strip().casefold()
    whole = [plan for plan in plans if plan.address.casefold() == text]
    quarter = [plan for plan in plans if plan.quarter is not None and plan.quarter.label.casefold() == text]
    team = [plan for plan in plans if plan.team is not None and plan.team.casefold() == text]
    found = whole or quarter or (_running(team, day) if team else [])
    if not found:
        raise OkrlintError(f"there is no plan {words}{_near(plans, text)}")
    return found


def _running(plans: Sequence[Plan], day: datetime.date) -> list[Plan]:
    """The plans whose quarter holds a day; where there is none those of the newest quarter."""
    holding = [plan for plan in plans if plan.quarter is not None and plan.quarter.contains(day)]
    return holding or [plan for plan in plans if plan.quarter == plans[-1].quarter]


def _near(plans: Sequence[Plan], text: str) -> str:
    from difflib import get_close_matches

    names = {name.casefold(): name for plan in plans for name in (plan.address, plan.team) if name}
    close = get_close_matches(text, names, n=1)
    return f"; did you mean {names[close[0]]}?" if close else ""


COMMAND = show_plans
