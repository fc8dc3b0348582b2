"""`okrlint export`: plans for other programs and people."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.discovery import names

_FOLDER = "okrlint.exchange.exporters"


@click.command("export", epilog="Example: okrlint export marketing/2026-Q4 --format csv > marketing.csv")
@click.argument("plans", nargs=-1, metavar="[TEAM/QUARTER]...")
@click.option("--format", "form", type=click.Choice(names(_FOLDER)), default="csv", help="How they are written.")
@click.option(
    "--check-ins", is_flag=True, help="As CSV, a row a check-in and an empty one a key result: fill in, import again."
)
def export_plans(plans: tuple[str, ...], form: str, check_ins: bool) -> None:
    """Print plans in another form; a team alone, or a quarter alone, are all plans of it.

    csv and json hold everything, and `okrlint import` makes the same plans of them; table is one table for a
    spreadsheet with a key result in each row, markdown a document.
    """
    from okrlint.workspace.export_run import chosen_plans, export
    from okrlint.workspace.workspace import open_workspace

    workspace = open_workspace(Path.cwd())
    if not check_ins:
        click.echo(export(workspace, form, plans), nl=False)
        return
    if form != "csv":
        raise click.UsageError("--check-ins is a table of its own: leave --format out")
    from okrlint.workspace.check_in_table import table_of

    click.echo(table_of(chosen_plans(workspace, plans)), nl=False)


COMMAND = export_plans
