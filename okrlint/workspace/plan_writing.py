"""Insertions into a plan, worked out as a change that can be shown or written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.source.edit import EditRefused, apply, bytes_of
from okrlint.source.insertion import Insertion
from okrlint.workspace.fixing import FileChange, write_changes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from okrlint.source.document import Document
    from okrlint.workspace.workspace import Workspace


class NotWritten(OkrlintError):
    """The file is as it was, or as somebody else has left it since; asking again may do."""


def together(parts: Iterable[Insertion]) -> Insertion:
    """Several insertions into a document as one."""
    known = tuple(parts)
    changes = {path: text for part in known for path, text in part.changes.items()}
    return Insertion(tuple(edit for part in known for edit in part.edits), changes)


def change_of(workspace: Workspace, document: Document, insertion: Insertion) -> FileChange:
    """The file before and after. Raises OkrlintError where it cannot be edited."""
    before = bytes_of(document)
    if not insertion.edits:
        return FileChange(document.path, before, before)
    try:
        return FileChange(document.path, before, apply(document, insertion.edits, insertion.changes, workspace.limits))
    except EditRefused as error:
        raise refusal(document, error) from error


def refusal(document: Document, error: EditRefused) -> OkrlintError:
    """Why a file cannot be edited: what is wrong in it, with its line, where that is why."""
    problem = next(iter(document.problems), None)
    if problem is None:
        return OkrlintError(f"{document.path} cannot be edited: {error}")
    place = f"{document.path}:{problem.span.start.line}"
    return OkrlintError(f"{place} cannot be edited before it is mended: {problem.message}")


def write_change(workspace: Workspace, change: FileChange) -> None:
    """Write the file whole. Raises NotWritten."""
    if change.before == change.after:
        return
    for sentence in write_changes(workspace, (change,)).values():
        raise NotWritten(sentence)
