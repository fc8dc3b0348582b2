"""A call of the check from its flags to its exit code: what it opens, runs, prints and writes.

It knows nothing of how a command line is written, so that the commonest call need not wait for what reads one.
"""

from __future__ import annotations

import os
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from okrlint.discovery import load
from okrlint.errors import OkrlintError
from okrlint.escaping import terminal
from okrlint.linting.finding import SEVERITIES
from okrlint.linting.format import FormatInput
from okrlint.printing import echo
from okrlint.workspace.call_settings import under_flags, under_limits
from okrlint.workspace.checking import Checked
from okrlint.workspace.clock import day_of_run
from okrlint.workspace.outputs import FORMATS, append_summary, read_outputs, write_outputs
from okrlint.workspace.recalling import check_or_recall
from okrlint.workspace.request import Request
from okrlint.workspace.typed import read_typed
from okrlint.workspace.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from okrlint.workspace.fixing import Fixes

NOT_GIVEN: Mapping[str, Any] = {
    "jobs": None,
    "format_id": "text",
    "outputs": (),
    "preset": None,
    "select": (),
    "extend_select": (),
    "ignore": (),
    "severity": (),
    "fail_on": None,
    "max_warnings": None,
    "as_of": None,
    "no_clock": False,
    "force_exclude": False,
    "allow_empty": False,
    "limits": (),
    "color": "auto",
    "fix": False,
    "unsafe_fixes": False,
    "diff": False,
    "baseline": None,
    "no_baseline": False,
    "write_baseline": False,
    "all": False,
    "statistics": False,
    "since": None,
    "staged": False,
    "untrusted": False,
    "no_history": False,
    "no_cache": False,
    "stdin_filename": None,
    "show_files": False,
    "show_settings": False,
}
"""Every flag as it is where a call does not give it."""
_FOR_PEOPLE = ("text", "concise")
_MOST_OF_A_RULE = 10
"""Findings of one rule that are shown in the text format without --all: enough to see what it is about."""
_NO_HISTORY = {"untrusted": "--untrusted", "no_history": "--no-history"}
"""Flags of a call that does not want the history read; a branch of a stranger brings commits of its own."""
_MOST_PATTERNS = 5
"""Patterns without a file that are named; to look for more of them would take time."""
_MOST_SUPPRESSIONS = 50
"""Comments that are listed one by one."""


def plain_flags(words: Sequence[str]) -> tuple[tuple[Path, ...], dict[str, Any]] | None:
    """The paths and flags of a call without values; None where a word may be something else than a path or a flag."""
    known = {f"--{name.replace('_', '-')}": name for name, value in NOT_GIVEN.items() if value is False}
    given = [word for word in words if word.startswith("-")]
    if not known.keys() >= set(given):
        return None
    paths = tuple(Path(word) for word in words if word not in given)
    return paths, {**NOT_GIVEN, **{known[word]: True for word in given}}


def run_check(paths: tuple[Path, ...], flags: dict[str, Any]) -> int:
    """Check the plans of the folder that the call is made in, print what is asked for, and give the exit code."""
    workspace = _with_flags(_open(flags), flags)
    if flags["staged"]:
        from okrlint.workspace.staged_workspace import staged_workspace

        workspace = staged_workspace(workspace)
    if flags["show_files"] or flags["show_settings"]:
        return _show_run(workspace, flags)
    outputs = read_outputs(flags["outputs"])
    checked = _checked(workspace, _request(workspace, paths, flags), flags)
    checked = _with_known(workspace, checked, flags)
    given = _given(checked, workspace, flags)
    write_outputs(outputs, given, workspace.root)
    _print(given, flags)
    if checked.outcome.unasked and (workspace.root / ".git").exists():  # elsewhere nobody expects a history
        echo(terminal(checked.unasked_words), err=True)
    if checked.settings.per_file:
        from okrlint.linting.idle_patterns import idle_words

        for words in islice(idle_words(checked.settings, checked.sources), _MOST_PATTERNS):
            echo(terminal(words), err=True)
    if flags["untrusted"]:
        _show_suppressions(checked, workspace)
    return int(checked.fails(flags["max_warnings"]))


def _show_run(workspace: Workspace, flags: dict[str, Any]) -> int:
    """What a run would look at, and how, in place of the run."""
    lines = [terminal(path) for path in workspace.paths()] if flags["show_files"] else []
    if flags["show_settings"]:
        from okrlint.linting.settings_shown import Call, settings_lines

        day = None if flags["no_clock"] else day_of_run(flags["as_of"], workspace.settings)
        raised = frozenset(pair.partition("=")[0] for pair in flags["limits"])
        call = Call(day, "--as-of" if flags["as_of"] else None, workspace.limits, raised)
        lines += settings_lines(workspace.settings, workspace.rules, call)
    echo("".join(f"{line}\n" for line in lines), nl=False)
    return 0


def _with_known(workspace: Workspace, checked: Checked, flags: dict[str, Any]) -> Checked:
    """The run beside the baseline of findings, which is written where the call asks for it."""
    if flags["write_baseline"]:
        from okrlint.workspace.baseline_flags import write_baseline

        written = write_baseline(workspace, checked, flags["baseline"])
        echo(terminal(written.words), err=True)
        return written.checked
    if checked.outcome.gone:
        from okrlint.workspace.baseline_flags import gone_words

        echo(terminal(gone_words(checked)), err=True)
    return checked


def _open(flags: dict[str, Any]) -> Workspace:
    """The workspace around the call; one under review does not choose its own settings."""
    if not flags["untrusted"]:
        return open_workspace(Path.cwd())
    from okrlint.workspace.base_settings import open_untrusted

    return open_untrusted(Path.cwd(), flags["since"])


def _show_suppressions(checked: Checked, workspace: Workspace) -> None:
    """What the files of the report silence and with which words, for whoever reviews them."""
    from okrlint.workspace.base_settings import suppressions_in_focus

    found = list(suppressions_in_focus(checked, workspace.rules))
    for location, silenced, reason in found[:_MOST_SUPPRESSIONS]:
        place = f"{terminal(location.path)}:{location.span.start.line}"
        echo(f"suppressed: {place}: {terminal(', '.join(silenced))}: {terminal(reason)}", err=True)
    if len(found) > _MOST_SUPPRESSIONS:
        echo(f"suppressed: {len(found) - _MOST_SUPPRESSIONS} more comments like these", err=True)


def _checked(workspace: Workspace, request: Request, flags: dict[str, Any]) -> Checked:
    """The run that is reported: with fixes the one after them, with a diff the one before.

    What is staged stays as it was, and so does the run about it, until somebody stages what was mended.
    """
    if not (flags["fix"] or flags["unsafe_fixes"] or flags["diff"]):
        return check_or_recall(workspace, request)
    from okrlint.workspace.fixing import fix

    fixes = fix(workspace, request, unsafe=flags["unsafe_fixes"])
    if flags["diff"]:
        _show(fixes, flags)
        return fixes.first
    _write(workspace, fixes, is_staged=flags["staged"])
    return fixes.first if flags["staged"] else fixes.checked


def _show(fixes: Fixes, flags: dict[str, Any]) -> None:
    """The diff, beside what is printed for people; a format for programs has standard output to itself."""
    from okrlint.linting.diff import unified

    text = "".join(unified(*change) for change in fixes.changes)
    echo(text, nl=False, err=flags["format_id"] not in _FOR_PEOPLE)


def _write(workspace: Workspace, fixes: Fixes, *, is_staged: bool) -> None:
    """Write what is mended and say so; a file that cannot be written leaves the others whole, and ends the run."""
    from okrlint.workspace.fixing import write_changes
    from okrlint.workspace.staged_workspace import write_staged
    from okrlint.workspace.turns import turn

    if not fixes.changes:
        return
    with turn(workspace.root):  # a check-in that is being written is not written over
        refused = (write_staged if is_staged else write_changes)(workspace, fixes.changes)
    for finding in fixes.done:
        if finding.location.path not in refused:
            words = f": {finding.fix.words}" if finding.fix is not None else ""
            told = f"{finding.location.path}: {finding.rule}: {finding.message}{words}"
            echo(f"mended: {terminal(told)}", err=True)
    if is_staged and len(refused) < len(fixes.changes):
        echo("what is staged is as it was; git add stages what was mended", err=True)
    if refused:
        first, *others = refused.values()
        more = f"; {len(others)} more like it" if others else ""
        _refuse(first + more)


def _request(workspace: Workspace, paths: tuple[Path, ...], flags: dict[str, Any]) -> Request:
    most_bytes = workspace.limits.file_bytes
    stream = sys.stdin.buffer if sys.stdin is not None else None
    typed = read_typed(workspace.root, paths, flags["stdin_filename"], stream, most_bytes)
    if typed is not None and (flags["since"] is not None or flags["staged"]):
        _refuse("- is what an editor holds; --since and --staged are about the repository")
    if typed is not None and (flags["fix"] or flags["unsafe_fixes"]) and not flags["diff"]:
        _refuse("--fix has no file to write to with -; --diff shows what it would do")
    if flags["since"] is not None and flags["staged"]:
        _refuse("--since and --staged are two answers to one question; give one of them")
    return Request(
        arguments=paths,
        force_exclude=flags["force_exclude"],
        allow_empty=flags["allow_empty"] or flags["staged"],  # a commit need not have any
        as_of=None if flags["no_clock"] else day_of_run(flags["as_of"], workspace.settings),
        limits=workspace.limits,
        since=flags["since"],
        staged=flags["staged"],
        typed=typed,
        why_no_history=next((f"{flag} was given" for name, flag in _NO_HISTORY.items() if flags[name]), ""),
        cache=not flags["no_cache"],
        jobs=flags["jobs"] or 0,
    )


def _given(checked: Checked, workspace: Workspace, flags: dict[str, Any]) -> FormatInput:
    rules = {rule.id: rule for rule in workspace.rules}
    fail_on = SEVERITIES.get(checked.settings.fail_on)
    return FormatInput(checked.outcome, checked.sources, rules, color=_color(flags["color"]), fail_on=fail_on)


def _print(given: FormatInput, flags: dict[str, Any]) -> None:
    echo(_rendered(given, flags), nl=False, color=True)
    summary = os.environ.get("GITHUB_STEP_SUMMARY") if flags["format_id"] == "github" else None
    problem = append_summary(Path(summary), given) if summary else ""
    if problem:
        echo(f"okrlint: {terminal(problem)}", err=True)
    count = given.outcome.outside_focus
    if count:
        of_change = flags["since"] is not None or flags["staged"]
        where = "in files that have not changed" if of_change else "outside the named files"
        how = "--since and --staged" if of_change else "paths"
        echo(f"{count} more {where}; okrlint check without {how} shows them", err=True)


def _rendered(given: FormatInput, flags: dict[str, Any]) -> str:
    """What goes to standard output; only text for people leaves anything out, and says so."""
    if flags["statistics"]:
        from okrlint.linting.summary import statistics

        return statistics(given.outcome)
    capped = given if flags["all"] else given._replace(most_of_a_rule=_MOST_OF_A_RULE)
    text: str = load(FORMATS, flags["format_id"], "FORMAT").render(capped)
    return text


def _color(choice: str) -> bool:
    """The flag, then NO_COLOR, then FORCE_COLOR, then whether a person is looking."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def _with_flags(workspace: Workspace, flags: dict[str, Any]) -> Workspace:
    settings = under_flags(workspace.settings, workspace.rules, flags)
    limits = under_limits(workspace.limits, flags["limits"])
    if flags["statistics"] and flags["format_id"] != "text":
        _refuse("--statistics is for people; leave out --format")
    changed = Workspace(**{**workspace.__dict__, "settings": settings, "limits": limits})
    if not (flags["baseline"] or flags["no_baseline"] or flags["write_baseline"]):
        return changed
    from okrlint.workspace.baseline_flags import under_baseline

    return under_baseline(changed, flags)


def _refuse(sentence: str) -> None:
    raise OkrlintError(sentence)
