"""`okrlint check-in`: a value of today, in one line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from okrlint.errors import OkrlintError
from okrlint.escaping import one_line, terminal
from okrlint.workspace.completing import people

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from okrlint.workspace.check_in_walk import Stop, Walk


class _WithMinus(click.Command):
    """A command whose arguments may begin with a minus; therefore it has no option of one letter but help."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, ["--help" if argument == "-h" else argument for argument in args])


def _complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The addresses that what was typed can become; none where the repository cannot be read."""
    from click.shell_completion import CompletionItem

    from okrlint.workspace.completing import key_results

    del context, parameter
    try:
        return [CompletionItem(address, help=title) for address, title in key_results(incomplete)]
    except Exception:  # noqa: BLE001  the line of a shell is no place for messages
        return []


@click.command(
    "check-in",
    short_help="Write a value of today into a plan.",
    cls=_WithMinus,
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
    epilog='Example: okrlint check-in leads 2010 --confidence 0.6 --note "Webinar slipped"',
)
@click.argument("address", required=False, shell_complete=_complete)
@click.argument("value", required=False)
@click.option("--confidence", metavar="0..1", help="How sure you are to reach the target.")
@click.option("--note", metavar="TEXT", help="What happened.")
@click.option("--next", "next_", metavar="TEXT", help="What is done next because of it.")
@click.option("--by", metavar="PERSON", shell_complete=people, help="Who checks in; alone: only what that person owes.")
@click.option(
    "--date", "day", metavar="DATE|today", help="The day of the value; default as_of of the settings, or today."
)
@click.option("--replace", is_flag=True, help="Write over the check-in of that day; fields not given stay.")
def check_in(address: str | None, value: str | None, day: str | None, replace: bool, **given: str | None) -> None:
    """Write a check-in into the plan of a key result; all else in the file stays as it is.

    ADDRESS is a key result such as marketing/2026-Q4#demand.leads, or a part that only one has, such as leads. VALUE is
    a number with or without its unit, and may begin with a minus; yes or no where the key result is done or not done.

    Without VALUE, on a terminal, okrlint asks for it; without ADDRESS too, it goes through everything that is owed.
    """
    told = {name.rstrip("_"): text for name, text in given.items() if text is not None}
    if address is None or value is None:
        others = [f"--{name}" for name in told if name != "by"] + ["--replace"] * replace
        _walk(address, day, told.get("by"), others)
        return
    from okrlint.workspace.check_in_run import Call, run

    click.echo(terminal(run(Path.cwd(), Call(address, value, day, told, replace))), err=True)


def _walk(address: str | None, day: str | None, by: str | None, others: list[str]) -> None:
    """Ask on a terminal for what is owed; nobody answers in a pipe."""
    if others:
        raise OkrlintError(f"{others[0]} goes with ADDRESS and VALUE")
    if sys.stdin is None or not sys.stdin.isatty():
        raise OkrlintError(
            "without ADDRESS and VALUE questions are asked on a terminal; okrlint due lists what is owed"
        )
    from okrlint.workspace.check_in_walk import Walk

    walk = Walk(Path.cwd(), day, by, address)
    if not walk.stops:
        click.echo(f"Nothing is owed on {walk.day}", err=True)
        return
    click.echo("Enter skips, q quits; each answer is written at once.", err=True)
    written = 0
    try:
        for number, stop in enumerate(walk.stops, 1):
            written += _ask(walk, stop, f"{number} of {len(walk.stops)}")
    except click.Abort:  # q, the end of input or a break: what is written stays
        click.echo(err=True)
    left = len(walk.stops) - written
    click.echo(f"{written} written, {left} left" if left else f"{written} written", err=True)


def _ask(walk: Walk, stop: Stop, place: str) -> bool:
    """One key result: its value, then what there is to say. Raises Abort for somebody who quits."""
    click.echo(f"\n{terminal(one_line(f'{place}: {stop.title} ({stop.address})'))}", err=True)
    if stop.standing:
        click.echo(terminal(one_line(stop.standing)), err=True)
    value = _answer(walk, stop, "value", "yes or no" if stop.is_yes_or_no else "value")
    if not value:
        return False
    asked = {"confidence": "confidence, 0 to 1", "note": "what happened", "next": "what is next"}
    fields = {name: text for name, words in asked.items() if (text := _answer(walk, stop, name, words))}
    try:
        click.echo(terminal(walk.write(stop, value, fields)), err=True)
    except OkrlintError as error:
        click.echo(terminal(str(error)), err=True)
        return False
    return True


def _answer(walk: Walk, stop: Stop, field: str, words: str) -> str:
    """What somebody types, asked again where it cannot be; empty for Enter."""
    while True:
        text: str = click.prompt(f"  {words}", default="", show_default=False, err=True).strip()
        if text.casefold() == "q":
            raise click.Abort
        why = walk.refuses(stop, field, text) if text else ""
        if not why:
            return text
        click.echo(f"  {terminal(why)}", err=True)


COMMAND = check_in
