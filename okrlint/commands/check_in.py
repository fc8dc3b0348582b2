"""`okrlint check-in`: a value of today, in one line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from okrlint.escaping import terminal
from okrlint.workspace.completing import people

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


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
    cls=_WithMinus,
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
    epilog='Example: okrlint check-in leads 2010 --confidence 0.6 --note "Webinar slipped"',
)
@click.argument("address", shell_complete=_complete)
@click.argument("value")
@click.option("--confidence", metavar="0..1", help="How sure you are to reach the target.")
@click.option("--note", metavar="TEXT", help="What happened.")
@click.option("--next", "next_", metavar="TEXT", help="What is done next because of it.")
@click.option("--by", metavar="PERSON", shell_complete=people, help="Who checks in.")
@click.option(
    "--date", "day", metavar="DATE|today", help="The day of the value; default as_of of the settings, or today."
)
@click.option("--replace", is_flag=True, help="Write over the check-in of that day; fields not given stay.")
def check_in(address: str, value: str, day: str | None, replace: bool, **given: str | None) -> None:
    """Write a check-in into the plan of a key result; all else in the file stays as it is.

    ADDRESS is a key result such as marketing/2026-Q4#demand.leads, or a part that only one has, such as leads. VALUE is
    a number with or without its unit, and may begin with a minus; yes or no where the key result is done or not done.
    """
    from okrlint.workspace.check_in_run import Call, run

    told = {name.rstrip("_"): text for name, text in given.items() if text is not None}
    click.echo(terminal(run(Path.cwd(), Call(address, value, day, told, replace))), err=True)


COMMAND = check_in
