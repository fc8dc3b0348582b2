"""The commits that touched some files, oldest first, with what each of them changed; from one git process."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator, Sequence

from okrlint.history.git import Git
from okrlint.history.steady import steady
from okrlint.model.dates import parse_date
from okrlint.tuples import NamedTuple

_FORMAT = "%H%x00%an%x00%cs%x00%(trailers:key=OKR-Reason,valueonly,separator=%x20)%x00%s"
_COMMIT = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_PLAIN_FILE = (b"100644", b"100755")


class FileStep(NamedTuple):
    """A file before and after a commit, by the names of its contents; None where it was not there."""

    path: str
    before: str | None
    after: str | None


class Commit(NamedTuple):
    """One commit of the line that the checked-out one stands on."""

    hash: str
    author: str
    date: str
    """The day on which it was committed, such as 2026-10-20; an author's own clock is not asked."""
    reason: str
    """The words behind `OKR-Reason:` in its message."""
    subject: str
    steps: tuple[FileStep, ...]
    day: datetime.date
    """The date, with a clock that was wrong set right."""
    on_main: bool = True
    """False where only this branch has it."""


def timeline(git: Git, below: Sequence[str], newest: str | None = None) -> tuple[Commit, ...]:
    """The commits on the first-parent line of a commit that touched files below some paths; None for the checked-out.

    A merge counts as one step, the way it came onto the line. Raises GitProblem.
    """
    newest = newest or git.head
    if newest is None:
        return ()
    walk = ("--first-parent", "-m", "--reverse", "--raw", "--no-abbrev", "--no-renames", "-z")
    printed = git.ask("log", *walk, "--no-ext-diff", "--no-textconv", f"--format={_FORMAT}", newest, "--", *below)
    commits = list(_commits(printed.split(b"\0")))
    now = git.ask("log", "-1", "--format=%cs", newest, "--").decode("ascii", "replace").strip()
    right = steady([*(commit.day for commit in commits), _day(now)])
    return tuple(commit._replace(day=day) for commit, day in zip(commits, right, strict=False))


def only_here(git: Git, main: str, newest: str | None = None) -> frozenset[str]:
    """The commits of the line that the main branch has not; none where the two share no history."""
    tip = newest or git.head
    if tip is None:
        return frozenset()
    return frozenset(git.ask("rev-list", "--first-parent", tip, f"^{main}", "--").decode().split())


def _commits(tokens: list[bytes]) -> Iterator[Commit]:
    at = 0
    while at < len(tokens):
        if not _COMMIT.fullmatch(tokens[at].strip()):
            at += 1
            continue
        name, author, date, reason, subject = tokens[at : at + 5]
        at += 5
        steps = []
        while at + 1 < len(tokens) and tokens[at].lstrip(b"\n").startswith(b":"):
            steps.append(_step(tokens[at].lstrip(b"\n"), tokens[at + 1]))
            at += 2
        words = [text.decode("utf-8", "replace").strip() for text in (name, author, date, reason, subject)]
        yield Commit(words[0], words[1], words[2], words[3], words[4], tuple(steps), _day(words[2]))


def _day(text: str) -> datetime.date:
    """The day of a commit; git writes a year that has more than four digits, and such a clock is wrong."""
    return parse_date(text) or datetime.date.max


def _step(raw: bytes, path: bytes) -> FileStep:
    old_mode, new_mode, before, after, _ = raw[1:].split()
    old = before.decode() if old_mode in _PLAIN_FILE else None
    new = after.decode() if new_mode in _PLAIN_FILE else None
    return FileStep(os.fsdecode(path), old, new)


def is_shallow(git: Git) -> bool:
    """Whether the beginning of the history is missing here."""
    return git.ask("rev-parse", "--is-shallow-repository").strip() == b"true"
