"""Plans as they were at a commit: read through git, nothing checked out, nothing written."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.history.git import Git
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.source.document import Document
from okrlint.source.limits import DEFAULT_LIMITS, Limits
from okrlint.source.reader import read
from okrlint.tuples import NamedTuple

ENDINGS = (".yaml", ".yml")


class Snapshot(NamedTuple):
    """The OKR files of one commit."""

    commit: str
    portfolio: Portfolio
    contents: dict[str, str]
    """The name of each file's content by path; the same name means the same bytes."""
    unreadable: tuple[str, ...]
    """Paths that could not be read as YAML then; they are said and never fatal."""


def snapshot(
    git: Git, commit: str, paths: Sequence[str], cadence: str = "weekly", limits: Limits = DEFAULT_LIMITS
) -> Snapshot:
    """The plans below some paths as they were at a commit; `cadence` as in `build_portfolio`. Raises GitProblem."""
    listed = git.files_at(commit, paths)
    contents = {path: name for path, name in listed.items() if path.endswith(ENDINGS)}
    held = dict(git.contents(contents.values(), limits.file_bytes))
    documents = [_document(held.get(name), path, limits) for path, name in sorted(contents.items())]
    unreadable = tuple(document.path for document in documents if document.data is None)
    return Snapshot(commit, build_portfolio(documents, cadence), contents, unreadable)


def _document(data: bytes | None, path: str, limits: Limits) -> Document:
    return read(b"" if data is None else data, path, limits)
