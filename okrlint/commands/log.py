"""`okrlint log`: what was promised, when it changed, and who changed it."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.errors import OkrlintError
from okrlint.escaping import terminal
from okrlint.history.git import Git
from okrlint.history.history import agreed_at
from okrlint.history.ledger import ledgers, of_address
from okrlint.model.as_of import newest_recorded
from okrlint.review.ledger_words import ledger_data, ledger_lines
from okrlint.workspace.cache_folder import user_cache
from okrlint.workspace.clock import stated_day
from okrlint.workspace.completing import addresses
from okrlint.workspace.remembering import NO_CACHE, remember
from okrlint.workspace.workspace import open_workspace


@click.command("log", epilog="Example: okrlint log marketing/2026-Q4#demand.leads")
@click.argument("address", required=False, shell_complete=addresses)
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="How the ledger is written."
)
@click.option("--as-of", metavar="DATE|today", help="The day of the scores as promised and as amended.")
@click.option("--agreed", metavar="REVISION", help="The state that was agreed, such as a tag; default the plan's own.")
@click.option("--no-cache", "cache", is_flag=True, default=True, flag_value=False, help="Read every version anew.")
def show_ledger(address: str | None, form: str, as_of: str | None, agreed: str | None, cache: bool) -> None:
    """Show every change of a plan since it was agreed.

    ADDRESS is a plan, an objective or a key result, such as marketing/2026-Q4#demand.leads; without it all plans are
    shown. A change that was taken back is not one; formatting, units and moved files are none.
    """
    workspace = open_workspace(Path.cwd())
    portfolio = workspace.load(workspace.paths())
    memory = remember(workspace, portfolio.company, user_cache() if cache else NO_CACHE)
    history, notes = memory.history, memory.notes
    if agreed is not None:
        commit = Git(root=workspace.root).resolve(agreed)
        earlier = remember(workspace, portfolio.company, user_cache() if cache else NO_CACHE, commit)
        history = agreed_at(history, earlier.history)
        notes = (*notes, f"what was agreed is what {agreed} says, the commit {commit[:12]}")
    every = ledgers(history, portfolio.plans)
    found = every if address is None else of_address(every, address)
    if address is not None and not found:
        raise OkrlintError(f"there is no agreed {'OKR' if '#' in address else 'plan'} {address} in this repository")
    day = stated_day(as_of, workspace.settings) or newest_recorded(ledger.current for ledger in found)
    if form == "json":
        click.echo(ledger_data(found, notes, day), nl=False)
        return
    for line in ledger_lines(found, day):
        click.echo(line)
    for note in notes:
        click.echo(f"note: {terminal(note)}", err=True)


COMMAND = show_ledger
