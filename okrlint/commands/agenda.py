"""`okrlint agenda`: the page for the weekly meeting of a team."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.workspace.completing import teams


@click.command(
    "agenda",
    short_help="Print the page for a team's weekly meeting.",
    epilog="Example: okrlint agenda marketing --out agenda.md",
)
@click.argument("team", metavar="TEAM[/QUARTER]", shell_complete=teams)
@click.option("--out", type=click.Path(path_type=Path), help="A file to write instead of printing.")
@click.option("--as-of", metavar="DATE|today", help="The day of the meeting; default as_of of the settings, or today.")
def show_agenda(team: str, out: Path | None, as_of: str | None) -> None:
    """Print the agenda of a team's weekly meeting as Markdown, one sheet of paper at most.

    Progress comes first, then the three key results at most that are furthest behind their pace, most of all where
    confidence falls, and one question: which activity comes first? TEAM alone means the plan that runs.
    """
    from okrlint.workspace.meeting import agenda_text, hand_over

    hand_over(agenda_text(Path.cwd(), team, as_of), out, click.echo)


COMMAND = show_agenda
