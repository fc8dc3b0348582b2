"""The door: commands found by name, errors to exit codes, nothing imported before it is needed."""

from __future__ import annotations

import gc
import os
import sys
from enum import IntEnum
from typing import TYPE_CHECKING

import click

from okrlint import __version__
from okrlint.discovery import load, names
from okrlint.errors import OkrlintError, RuleFailure
from okrlint.escaping import one_line, terminal

if TYPE_CHECKING:
    from typing import TextIO

_COMMANDS = "okrlint.commands"
_DEFAULT = "check"
_COMPLETE = "_OKRLINT_COMPLETE"
"""The variable by which a shell asks for completions."""


class ExitCode(IntEnum):
    """What the number says that okrlint ends with."""

    CLEAN = 0
    FINDINGS = 1
    BAD_CALL = 2
    BUG = 3


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


def main() -> None:
    """Run the command line and exit with its code."""
    gc.disable()
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    sys.exit(_answer_shell() if _COMPLETE in os.environ else _run())


def _open_what_is_closed() -> None:
    """Give a program that was started without an output one that leads nowhere, so that it still ends with its code."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  open until the end


def _run() -> int:
    try:
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):
        return _gone(sys.stdout)
    except OSError as error:
        return _refused(error)
    except (OkrlintError, click.ClickException, click.Abort, KeyboardInterrupt) as error:
        return _say(_sentence(error), ExitCode.BAD_CALL)
    except RuleFailure as failure:
        return _bug(failure, str(failure))
    except Exception as error:  # noqa: BLE001  the door: whatever else happens is a bug and must be loud
        return _bug(error, f"{type(error).__name__}: {error}")
    return code if isinstance(code, int) else ExitCode.CLEAN


def _answer_shell() -> int:
    """Completions for a shell; whatever is wrong, nothing is printed into the line that somebody is typing."""
    import contextlib

    with contextlib.suppress(Exception, SystemExit):
        cli.main(standalone_mode=False)
    return _gone(sys.stdout)


def _sentence(error: BaseException) -> str:
    if isinstance(error, click.ClickException):
        return one_line(error.format_message())  # click lists what may be chosen on lines of their own
    return str(error) or "stopped"


def _say(sentence: str, code: ExitCode) -> int:
    click.echo(f"okrlint: {terminal(sentence)}", err=True)
    return code


def _bug(error: BaseException, sentence: str) -> int:
    """Loud: what broke, where, and the whole story below it."""
    import traceback

    click.echo(terminal_lines("".join(traceback.format_exception(error))), err=True, nl=False)
    return _say(f"a bug in okrlint: {sentence}; please report it with the lines above", ExitCode.BUG)


def terminal_lines(text: str) -> str:
    """Foreign text of several lines, each made harmless for a terminal."""
    return "".join(f"{terminal(line)}\n" for line in text.splitlines())


def _refused(error: OSError) -> int:
    """The system refused what no command could foresee, mostly a full disk under the output."""
    from okrlint.files import reason

    _gone(sys.stdout)
    what = error.filename if error.filename is not None else "the output cannot be written"
    return _say(f"{what}: {reason(error)}", ExitCode.BAD_CALL)


def _gone(stream: TextIO) -> int:
    """The reader has gone away, which is no error; keep the interpreter from saying so at exit.

    click answers to a broken pipe with SystemExit, and to nothing else.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return ExitCode.CLEAN
