"""`okrlint doctor`: versions, parser, git, settings, cache, and a self-check."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.escaping import json_document, one_line, terminal


@click.command(
    "doctor",
    short_help="Show versions and settings, and try whether it works.",
    epilog="Example: okrlint doctor --format json",
)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How it is printed.")
def see_doctor(form: str) -> int:
    """Show what okrlint is made of and what it finds around it, and try in a second whether it works.

    Exits with 1 where something is wrong: a library that is missing, settings that cannot be read, a file that cannot
    be read, or a check of its own that fails. Add what it prints to a report of a bug.
    """
    from okrlint.workspace.diagnosis import WRONG, as_data, examine

    lines = examine(Path.cwd())
    if form == "json":
        click.echo(json_document(as_data(lines), indent=2), nl=False)
    else:
        width = max(len(line.part) for line in lines)
        for line in lines:
            mark = "" if line.state == "ok" else f"{line.state}: "
            click.echo(f"{line.part.ljust(width)}  {terminal(one_line(mark + line.words))}")
    return int(any(line.state == WRONG for line in lines))


COMMAND = see_doctor
