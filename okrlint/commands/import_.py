"""`okrlint import`: plans from what a team has."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.discovery import names
from okrlint.escaping import terminal


@click.command("import", epilog="Example: okrlint import okrs.md --team marketing --quarter 2026-Q4 --dry-run")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
@click.option(
    "--from", "form", type=click.Choice(names("okrlint.exchange.importers")), help="Read as this; default a guess."
)
@click.option("--team", metavar="ID", help="Whose plan it is, where the file does not say it.")
@click.option("--quarter", metavar="QUARTER", help="Of which quarter it is, where the file does not say it.")
@click.option("--as-of", metavar="DATE|today", help="The day of values and ticks that have none.")
@click.option("--check-ins", is_flag=True, help="Read a table of `okrlint export --check-ins`, and write what is new.")
@click.option("--replace", is_flag=True, help="With --check-ins: write over check-ins that the table has changed.")
def import_plans(files: tuple[str, ...], dry_run: bool, check_ins: bool, replace: bool, **flags: str | None) -> None:
    """Write plans from Markdown outlines and tables, CSV, YAML and JSON.

    Each FILE is read by a guess that says how it went; `-` is standard input. Words that fit no field become notes, so
    nothing is lost, and no file is ever written over.
    """
    from okrlint.workspace.workspace import open_workspace

    workspace = open_workspace(Path.cwd())
    if check_ins:
        from okrlint.workspace.check_in_table import read_table

        table = read_table(workspace, files, replace=replace)
        for line in table.preview:
            click.echo(terminal(line))
        for line in table.problems:
            click.echo(terminal(line), err=True)
        table.refuse_problems()
        if not dry_run:
            click.echo(terminal(table.write()), err=True)
        return
    _import(files, flags, dry_run=dry_run)


def _import(files: tuple[str, ...], flags: dict[str, str | None], *, dry_run: bool) -> None:
    from okrlint.workspace.clock import stated_day
    from okrlint.workspace.import_run import Call, start, summary
    from okrlint.workspace.workspace import open_workspace

    workspace = open_workspace(Path.cwd())
    day = stated_day(flags["as_of"], workspace.settings) if flags["as_of"] else None
    run = start(workspace, files, Call(flags["form"], flags["team"], flags["quarter"], day))
    if dry_run:
        for plan in run.plans:
            click.echo(f"# {terminal(plan.path)}\n{plan.text}", nl=False)
    else:
        run.write()
    for line in (*run.remarks, *map(summary, run.plans), *(run.obstacles() if dry_run else ())):
        click.echo(terminal(line), err=True)


COMMAND = import_plans
