"""`okrlint init`: a working repository in one command."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.escaping import terminal
from okrlint.workspace.starters import TEMPLATES


@click.command("init", short_help="Write a repository to start from.", epilog="Example: okrlint init --template t2d3")
@click.argument("folder", required=False, default=".", metavar="[DIR]", type=click.Path(path_type=Path))
@click.option(
    "--template", type=click.Choice(TEMPLATES), default=TEMPLATES[0], help="The first plan, and the preset; geckoboard."
)
@click.option("--quarter", metavar="QUARTER", help="The quarter of the first plan; default the one that runs.")
def begin_repository(folder: Path, template: str, quarter: str | None) -> None:
    """Write a company file, a first plan, settings, hooks and a workflow into DIR, by default this folder.

    A file that is there already is kept as it is. In a git repository the settings, hooks and the workflow go to its
    root, where the tools look for them, and the plans into DIR.
    """
    from okrlint.workspace.beginning import begin

    begun = begin(Path.cwd() / folder, template, quarter)
    lines = [*(f"written: {path}" for path in begun.written), *(f"kept: {path}" for path in begun.kept), *begun.notes]
    if begun.written:
        lines.append("Next: okrlint check lists what you have to fill in, wherever XX stands")
    for line in lines:
        click.echo(terminal(line), err=True)


COMMAND = begin_repository
