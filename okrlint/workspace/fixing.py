"""Fixing a workspace: rounds of check and fix in memory, then the files, each whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from okrlint.files import Changed, Unreadable, read_regular, reason, write_atomically
from okrlint.linting.finding import Finding
from okrlint.linting.fixing import Course, mend
from okrlint.model.portfolio import build_portfolio
from okrlint.records import Record
from okrlint.source.document import Document
from okrlint.source.edit import bytes_of
from okrlint.tuples import NamedTuple
from okrlint.workspace.checking import Checked, Scope, check, judge
from okrlint.workspace.request import Request
from okrlint.workspace.workspace import Workspace


class FileChange(NamedTuple):
    """A file before and after."""

    path: str
    before: bytes
    after: bytes


class Fixes(Record):
    """What fixing would do, or did."""

    first: Checked
    """The run before it."""
    checked: Checked
    """The run after the last round."""
    changes: tuple[FileChange, ...]
    done: tuple[Finding, ...]
    """What is mended, round by round."""


def fix(workspace: Workspace, request: Request, *, unsafe: bool) -> Fixes:
    """Check, fix and check again until nothing more can be mended; nothing is written yet."""
    first = check(workspace, request)
    settings, focus = first.settings, first.focus
    scope = Scope(focus, first.change, first.past)
    course = Course(
        build=lambda documents: build_portfolio(documents, settings.cadence),
        judge=lambda portfolio: judge(workspace, request, portfolio, scope),
        focus=focus,
        limits=request.limits,
    )
    mended = mend(first.portfolio, first.outcome, course, unsafe=unsafe)
    checked = Checked(
        portfolio=mended.portfolio,
        outcome=mended.outcome,
        settings=settings,
        focus=focus,
        change=first.change,
        past=first.past,
    )
    pairs = zip(first.portfolio.files, mended.portfolio.files, strict=True)
    changes = tuple(_change(old.document, new.document) for old, new in pairs if old.document is not new.document)
    return Fixes(first=first, checked=checked, changes=changes, done=mended.done)


def _change(before: Document, after: Document) -> FileChange:
    return FileChange(before.path, bytes_of(before), bytes_of(after))


def write_changes(workspace: Workspace, changes: tuple[FileChange, ...]) -> dict[str, str]:
    """Write the changed files, and say of each that was not written why, by path; such a file is as it was."""
    reasons = {change.path: _write(workspace.root / change.path, change) for change in changes}
    return {path: f"{path} {words}" for path, words in reasons.items() if words}


def _write(path: Path, change: FileChange) -> str:
    """Write one file; why it was not written, empty where it was or where another run has done it already."""
    try:
        if read_regular(path, len(change.after)) == change.after:
            return ""
        if _is_read_only(path):
            return "cannot be written: it is read-only"
        write_atomically(path, change.after, before=change.before)
    except Changed:
        return (
            "" if _is_done(path, change) else "was changed by somebody else during the run; nothing was written to it"
        )
    except Unreadable as error:
        return f"cannot be read again: {error}; nothing was written to it"
    except OSError as error:
        return f"cannot be written: {reason(error)}; it is as it was"
    return ""


def _is_done(path: Path, change: FileChange) -> bool:
    """Whether another run came first and did the same."""
    try:
        return read_regular(path, len(change.after)) == change.after
    except Unreadable:
        return False


def _is_read_only(path: Path) -> bool:
    """Whether nobody may write the file, or we may not: a new one in its place would pass over that."""
    return not stat.S_IMODE(path.stat().st_mode) & 0o222 or not os.access(path, os.W_OK)
