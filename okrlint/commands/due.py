"""`okrlint due`: what is owed, by person."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from okrlint.errors import OkrlintError
from okrlint.escaping import one_line, terminal
from okrlint.workspace.clock import day_of_run
from okrlint.workspace.completing import people
from okrlint.workspace.plan_choice import check_there_are
from okrlint.workspace.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.portfolio import Portfolio
    from okrlint.views.due import Due


@click.command("due", short_help="Show what is owed, by person.", epilog="Example: okrlint due demand-gen-lead")
@click.argument("person", required=False, shell_complete=people)
@click.option("--as-of", metavar="DATE|today", help="The day to ask on; default as_of of the settings, or today.")
def show_due(person: str | None, as_of: str | None) -> None:
    """Show what is owed: check-ins, actions that are past due or due within 14 days, causes of what was missed.

    PERSON is an id or a name of the company file; without it everybody is shown. What has no owner is asked of the
    objective's owner, else of the lead of the plan.
    """
    from okrlint.views.due import due_on

    workspace = open_workspace(Path.cwd())
    portfolio = workspace.load(workspace.paths())
    check_there_are(portfolio)
    day = day_of_run(as_of, workspace.settings)
    items = due_on(portfolio.plans, day)
    chosen = _chosen(portfolio, items, person) if person is not None else items
    for line in _lines(chosen, portfolio):
        click.echo(line)
    if not chosen:
        click.echo(f"Nothing is owed on {day}", err=True)


def _chosen(portfolio: Portfolio, items: tuple[Due, ...], person: str) -> tuple[Due, ...]:
    """Those of one person. Raises OkrlintError for somebody whom no file names."""
    from difflib import get_close_matches

    people = portfolio.company.people if portfolio.company is not None else ()
    names = {one.name.casefold(): one.id for one in people if one.name and one.id}
    known = {one.id for one in people if one.id} | {item.person for item in items if item.person} | _owners(portfolio)
    found = person if person in known else names.get(person.strip().casefold())
    if found is None:
        close = get_close_matches(person, sorted(known), n=1)
        hint = f"; did you mean {close[0]}?" if close else ""
        raise OkrlintError(f"there is no person {person} in the files{hint}")
    return tuple(item for item in items if item.person == found)


def _owners(portfolio: Portfolio) -> set[str]:
    from okrlint.views.due import owners_of

    return {owner for plan in portfolio.plans for kr in plan.key_results for owner in owners_of(kr) if owner}


def _lines(items: tuple[Due, ...], portfolio: Portfolio) -> Iterator[str]:
    from okrlint.views.names import person_name

    for number, (person, owed) in enumerate(groupby(items, key=lambda item: item.person)):
        if number:
            yield ""
        yield _safe(person_name(portfolio.company, person) if person else "Nobody is named")
        for item in owed:
            yield f"  {item.day}  {item.kind:<8}  {_safe(item.title)}: {item.words}  ({_safe(item.address)})"


def _safe(text: str) -> str:
    return terminal(one_line(text))


COMMAND = show_due
