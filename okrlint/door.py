"""The door: a call from its first word to its exit code, with every way in which it can end.

The commonest call, a check with nothing but paths, is answered without what reads a command line.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError, RuleFailure
from okrlint.escaping import terminal
from okrlint.printing import echo

if TYPE_CHECKING:
    from typing import TextIO

_COMPLETE = "_OKRLINT_COMPLETE"
"""The variable by which a shell asks for completions."""
CLEAN, FINDINGS, BAD_CALL, BUG = range(4)
"""What the number says that okrlint ends with."""


def main() -> None:
    """Run the command line and exit with its code."""
    gc.disable()
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    code = _answer_shell() if _COMPLETE in os.environ else run()
    gc.freeze()  # else Python looks through everything once more before it ends, for a sixth of a short run
    sys.exit(code)


def _open_what_is_closed() -> None:
    """Give a program that was started without an output one that leads nowhere, so that it still ends with its code."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  open until the end


def run() -> int:
    """The exit code of the call in `sys.argv`; what went wrong is told in one sentence."""
    try:
        code = _call(sys.argv[1:])
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):
        return _gone(sys.stdout)
    except OSError as error:
        return _refused(error)
    except (OkrlintError, KeyboardInterrupt) as error:
        return _say(str(error) or "stopped", BAD_CALL)
    except RuleFailure as failure:
        return _bug(failure, str(failure))
    except Exception as error:  # noqa: BLE001  the door: whatever else happens is a bug and must be loud
        return _bug(error, f"{type(error).__name__}: {error}")
    return code if isinstance(code, int) else CLEAN


def _call(words: list[str]) -> object:
    """What a command gives; only on Windows are paths patterns, and not yet files."""
    if words[:1] in ([], ["check"]) and os.name == "posix":
        from okrlint.workspace.check_run import plain_flags, run_check

        plain = plain_flags(words[1:])
        if plain is not None:
            return run_check(*plain)
    from okrlint.cli import call

    return call()


def _answer_shell() -> int:
    """Completions for a shell; whatever is wrong, nothing is printed into the line that somebody is typing."""
    import contextlib

    from okrlint.cli import call

    with contextlib.suppress(Exception, SystemExit):
        call()
    return _gone(sys.stdout)


def _say(sentence: str, code: int) -> int:
    echo(f"okrlint: {terminal(sentence)}", err=True)
    return code


def _bug(error: BaseException, sentence: str) -> int:
    """Loud: what broke, where, and the whole story below it."""
    import traceback

    echo(terminal_lines("".join(traceback.format_exception(error))), err=True, nl=False)
    return _say(f"a bug in okrlint: {sentence}; please report it with the lines above", BUG)


def terminal_lines(text: str) -> str:
    """Foreign text of several lines, each made harmless for a terminal."""
    return "".join(f"{terminal(line)}\n" for line in text.splitlines())


def _refused(error: OSError) -> int:
    """The system refused what no command could foresee, mostly a full disk under the output."""
    from okrlint.files import reason

    _gone(sys.stdout)
    what = error.filename if error.filename is not None else "the output cannot be written"
    return _say(f"{what}: {reason(error)}", BAD_CALL)


def _gone(stream: TextIO) -> int:
    """The reader has gone away, which is no error; keep the interpreter from saying so at exit.

    click answers to a broken pipe with SystemExit, and to nothing else.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return CLEAN
