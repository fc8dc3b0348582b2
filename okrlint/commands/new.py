"""`okrlint new`: the plan of the next quarter, from the last one."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.escaping import terminal
from okrlint.workspace.completing import next_plans


@click.command(
    "new",
    short_help="Begin the plan of a quarter from the last one.",
    epilog="Example: okrlint new marketing/2027-Q1 --from 2026-Q4",
)
@click.argument("plan", metavar="TEAM/QUARTER", shell_complete=next_plans)
@click.option("--from", "source", metavar="QUARTER", help="The plan to carry on; default the team's newest one before.")
def begin_next_plan(plan: str, source: str | None) -> None:
    """Write the plan of a quarter with the objectives of an earlier one.

    Each baseline is what the earlier quarter ended at, each target is left open as XX for okrlint check to ask for, and
    the file begins with what was learned. What is done, dropped or was decided to stop stays behind. A team without an
    earlier plan gets an empty one. Nothing is ever written over.
    """
    from okrlint.workspace.next_plan import begin_plan

    for line in begin_plan(Path.cwd(), plan, source):
        click.echo(terminal(line), err=True)


COMMAND = begin_next_plan
