"""`okrlint close`: compute and write the scores of a quarter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from okrlint.escaping import one_line, terminal
from okrlint.workspace.clock import day_of_run
from okrlint.workspace.completing import plans
from okrlint.workspace.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.plan import Plan
    from okrlint.workspace.closing import Closing


@click.command(
    "close",
    short_help="Score a plan whose quarter is over, and close it.",
    epilog="Example: okrlint close marketing/2026-Q3 --dry-run",
)
@click.argument("plan", metavar="TEAM/QUARTER", shell_complete=plans)
@click.option("--dry-run", is_flag=True, help="Show the scores and write nothing.")
@click.option("--diff", "as_diff", is_flag=True, help="Show what would be written as a diff, and write nothing.")
@click.option("--as-of", metavar="DATE|today", help="The day of the close; default as_of of the settings, or today.")
def close_quarter(plan: str, dry_run: bool, as_diff: bool, as_of: str | None) -> int:
    """Score each key result of a plan whose quarter is over, and close the plan.

    The scores are written where they are missing, with `cause: TBD` below par for the team to fill in; one that people
    have recorded stays, and so does every other byte. A key result that cannot be scored is named; then the plan stays
    open, and the command exits with 1. A second run writes nothing more.
    """
    from okrlint.workspace.closing import close_plan
    from okrlint.workspace.plan_choice import find_plan
    from okrlint.workspace.plan_writing import write_change
    from okrlint.workspace.turns import turn

    workspace = open_workspace(Path.cwd())
    with turn(workspace.root):
        portfolio = workspace.load(workspace.paths())
        chosen = find_plan(portfolio, plan)
        closing = close_plan(workspace, chosen, day_of_run(as_of, workspace.settings))
        if not (dry_run or as_diff):
            write_change(workspace, closing.change)
    _show(chosen, closing, as_diff=as_diff, is_written=not (dry_run or as_diff))
    return int(bool(closing.missing))


def _show(plan: Plan, closing: Closing, *, as_diff: bool, is_written: bool) -> None:
    if as_diff:
        from okrlint.linting.diff import unified

        click.echo(unified(*closing.change), nl=False)
    else:
        for line in _lines(closing):
            click.echo(line)
    for one in closing.missing:
        click.echo(_safe(f"{one.key_result.address} cannot be scored: {one.words}"), err=True)
    click.echo(_safe(_summary(plan, closing, is_written=is_written)), err=True)


def _lines(closing: Closing) -> Iterator[str]:
    """Each score with how it came about."""
    for one in closing.endings:
        if one.score is not None:
            asks = "; a cause is asked for" if one.asks_cause else ""
            yield f"{one.score:.2f}  {_safe(f'{one.key_result.name}: {one.words}{asks}')}"


def _summary(plan: Plan, closing: Closing, *, is_written: bool) -> str:
    path = closing.change.path
    if closing.change.before == closing.change.after:
        state = "is closed already" if plan.status == "closed" and closing.is_closed else "stays open"
        return f"{plan.address} {state}; nothing to write"
    verb = "is" if is_written else "would be"
    if closing.is_closed:
        return f"{path}: {plan.address} {verb} closed"
    scores = sum(one.is_new for one in closing.endings)
    return f"{path}: {scores} score{'s' * (scores != 1)} {verb} written; {plan.address} stays open"


def _safe(text: str) -> str:
    return terminal(one_line(text))


COMMAND = close_quarter
