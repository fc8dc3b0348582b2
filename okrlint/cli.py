"""The command line: commands found by name, nothing imported before it is needed."""

from __future__ import annotations

import os

import click

from okrlint import __version__
from okrlint.discovery import load, names
from okrlint.errors import OkrlintError
from okrlint.escaping import one_line

_COMMANDS = "okrlint.commands"
_DEFAULT = "check"


class _Commands(click.Group):
    """A group whose commands are the files of a folder, imported one by one when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(names(_COMMANDS))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        found: click.Command | None = load(_COMMANDS, cmd_name, "COMMAND") if cmd_name in names(_COMMANDS) else None
        return found

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = ("--help", "--version")
        if ctx.resilient_parsing:  # a shell asks what can stand here; words may be half typed
            return super().parse_args(ctx, args)
        if not args or (args[0] not in own and args[0] not in names(_COMMANDS)):
            _refuse_misspelt(args[:1])
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)


def _refuse_misspelt(first: list[str]) -> None:
    """A word that is nearly a command and no file is a command with a slip in it."""
    for word in first:
        if not word.startswith("-") and not os.path.lexists(word):
            from difflib import get_close_matches

            close = get_close_matches(word, names(_COMMANDS), n=1)
            hint = f"; did you mean {close[0]}?" if close else ""
            raise OkrlintError(f"{word} is neither a command nor a file{hint}")


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="okrlint", message="%(prog)s %(version)s")
def cli() -> None:
    """OKRs as code: check plans kept in git, and render them as reports.

    Without a command, okrlint checks.
    """


def call() -> object:
    """What the command of `sys.argv` gives. Raises OkrlintError for a call that is not understood."""
    try:
        return cli.main(standalone_mode=False)
    except click.ClickException as error:
        raise OkrlintError(one_line(error.format_message())) from error  # click lists choices on lines of their own
    except click.Abort as error:
        raise KeyboardInterrupt from error
