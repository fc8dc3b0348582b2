"""`okrlint diff`: what a branch changes in meaning."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.discovery import load, names
from okrlint.review.review import FAIL_ON
from okrlint.workspace.clock import stated_day
from okrlint.workspace.comparing import review
from okrlint.workspace.workspace import open_workspace

_FORMS = "okrlint.review.forms"


@click.command("diff", epilog="Example: okrlint diff main --format markdown")
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.option("--format", "form", type=click.Choice(names(_FORMS)), default="text", help="How the changes are written.")
@click.option(
    "--fail-on-change", type=click.Choice(FAIL_ON), default="never", help="Exit with 1 at a change of this kind."
)
@click.option("--as-of", metavar="DATE|today", help="The day for which effects on scores are worked out.")
def show_changes(base: str | None, head: str | None, form: str, fail_on_change: str, as_of: str | None) -> int:
    """Show what changed in meaning between two revisions.

    BASE is by default where this branch left the main branch, HEAD the working tree. Targets that were eased or
    tightened come first, with what that does to the score; formatting is no change. Nothing is printed where nothing
    changed.
    """
    workspace = open_workspace(Path.cwd())
    found = review(workspace, base, head, stated_day(as_of, workspace.settings))
    click.echo(load(_FORMS, form, "FORM").render(found), nl=False)
    return int(found.fails(fail_on_change))


COMMAND = show_changes
