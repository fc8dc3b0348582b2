"""Repositories with a history, made by `git fast-import` in one process: quick, and the same on every machine."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.rules.pasts import PATH, PLAN

OTHER = "okrs/2026-Q4/sales.yaml"
SETTINGS = 'as_of = "2026-11-20"\npaths = ["okrs"]\n'


class Made(NamedTuple):
    """A commit to be made."""

    day: str
    files: Mapping[str, str | bytes | None]
    """What it changes, by path; None for what it takes away."""
    message: bytes = b"change"
    branch: str = "main"
    parents: tuple[int, ...] | None = None
    """The numbers of the commits before it, from 1; None for the one made last."""
    author: bytes = b"Ana"
    encoding: str = ""


def stream(commits: Sequence[Made]) -> bytes:
    """The commits as git reads them."""
    return b"".join(_commit(commit, number) for number, commit in enumerate(commits, 1))


def _commit(commit: Made, number: int) -> bytes:
    noon = datetime.datetime.combine(datetime.date.fromisoformat(commit.day), datetime.time(12), datetime.UTC)
    who = b"%s <ana@example.com> %d +0000\n" % (commit.author, int(noon.timestamp()))
    parents = commit.parents if commit.parents is not None else ((number - 1,) if number > 1 else ())
    lines = [b"commit refs/heads/%s\nmark :%d\n" % (commit.branch.encode(), number), b"author " + who]
    lines += [b"committer " + who, b"encoding %s\n" % commit.encoding.encode() if commit.encoding else b""]
    lines += [b"data %d\n%s\n" % (len(commit.message), commit.message)]
    words = (b"from", *(b"merge",) * len(parents[1:]))
    lines += [b"%s :%d\n" % pair for pair in zip(words, parents, strict=False)]
    return b"".join([*lines, *(_file(path, text) for path, text in commit.files.items())])


def _file(path: str, text: str | bytes | None) -> bytes:
    if text is None:
        return b"D %s\n" % path.encode()
    data = text if isinstance(text, bytes) else text.encode()
    return b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(data), data)


def imported(folder: Path, *commits: Made, checkout: str = "main") -> Path:
    """A repository with these commits, the newest of a branch checked out."""
    folder.mkdir(exist_ok=True)
    first = commits[0]._replace(files={"okrlint.toml": SETTINGS, **commits[0].files})
    call(folder, "init", "--quiet", "--initial-branch=main")
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, check=True, input=stream((first, *commits[1:])))
    call(folder, "checkout", "--quiet", "--force", checkout)
    return folder


def call(folder: Path, *arguments: str) -> str:
    """Run git there, with files of the disk allowed as sources of clones."""
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def eased(growth: int) -> str:
    """The plan with another growth."""
    return PLAN.replace("growth: 25%", f"growth: {growth}%")


AGREED = Made("2026-09-28", {PATH: PLAN})
EASED = Made("2026-11-02", {PATH: eased(20)})
