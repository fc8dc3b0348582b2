"""Fixing a workspace: rounds of check and fix in memory, then the files, each whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular, reason, write_atomically
from okrlint.linting.finding import Finding
from okrlint.linting.fixing import fix_files
from okrlint.linting.run import run
from okrlint.model.portfolio import build_portfolio
from okrlint.records import Record
from okrlint.source.document import Document
from okrlint.source.reader import read
from okrlint.workspace.checking import Checked, Request, check
from okrlint.workspace.workspace import Workspace

ROUNDS = 10
"""So many rounds are made at most; a fix may make room for another one, but not for ever."""


class FileChange(NamedTuple):
    """A file before and after."""

    path: str
    before: bytes
    after: bytes


class Fixes(Record):
    """What fixing did."""

    checked: Checked
    """The run after the last round."""
    changes: tuple[FileChange, ...]
    done: tuple[Finding, ...]


def fix(workspace: Workspace, request: Request, *, unsafe: bool) -> Fixes:
    """Check, fix and check again until nothing more can be mended; nothing is written yet."""
    checked = check(workspace, request)
    first = {file.path: file.document for file in checked.portfolio.files}
    current, done = dict(first), []
    for _ in range(ROUNDS):
        fixed = fix_files(checked.outcome.findings, current, unsafe=unsafe)
        if not fixed:
            break
        current |= {path: read(change.data, path, request.limits) for path, change in fixed.items()}
        done += [finding for change in fixed.values() for finding in change.done]
        checked = _again(workspace, request, checked, current)
    changes = tuple(_change(first[path], document) for path, document in current.items() if document is not first[path])
    return Fixes(checked=checked, changes=tuple(sorted(changes)), done=tuple(done))


def _again(workspace: Workspace, request: Request, checked: Checked, current: dict[str, Document]) -> Checked:
    portfolio = build_portfolio(current.values(), workspace.settings.cadence)
    outcome = run(portfolio, workspace.rules, workspace.settings, checked.focus, request.as_of)
    return Checked(portfolio=portfolio, outcome=outcome, settings=checked.settings, focus=checked.focus)


def _change(before: Document, after: Document) -> FileChange:
    return FileChange(before.path, _bytes(before), _bytes(after))


def _bytes(document: Document) -> bytes:
    return b"\xef\xbb\xbf" * document.text.has_bom + document.text.text.encode()


def write_changes(workspace: Workspace, changes: tuple[FileChange, ...]) -> None:
    """Write the changed files.

    Raises OkrlintError for one that somebody else changed in the meantime, or that cannot be written.
    """
    for change in changes:
        try:
            _write(workspace.root / change.path, change)
        except Unreadable as error:
            raise OkrlintError(f"{change.path} cannot be read again: {error}; nothing was written to it") from error
        except OSError as error:
            raise OkrlintError(f"{change.path} cannot be written: {reason(error)}; it is as it was") from error


def _write(path: Path, change: FileChange) -> None:
    if read_regular(path, len(change.before)) != change.before:
        raise OkrlintError(f"{change.path} was changed by somebody else during the run; nothing was written to it")
    write_atomically(path, change.after)
