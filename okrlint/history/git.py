"""The only place that starts git: reading only, and so hardened that a hostile repository runs nothing of its own.

A repository's own configuration may name programs for nearly every command: file system monitors, hooks, external
diffs, text converters, signature checkers, pagers, transports. Only commands that look things up are used here, each
with what is needed to keep those programs from being started; the tests hold this against a repository that names one
everywhere. Git never compares the files of the work tree, because that runs the repository's filters: who wants to know
what changed compares the names of contents (`name_of`). Paths and revisions never reach git where it could take them
for options.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import IO

from okrlint.errors import OkrlintError
from okrlint.records import Record

_OPTIONS = (
    "--no-pager",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "log.showSignature=false"),
    *("-c", "log.showRoot=true"),
    *("-c", "i18n.logOutputEncoding=UTF-8"),
)
_VARIABLES = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_DIFF = ("--no-ext-diff", "--no-textconv", "--no-renames", "--ignore-submodules=all", "-z", "--name-status")
_COMMIT = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_PLAIN_FILE = ("100644", "100755")
_PATIENCE = 60
"""Seconds after which git counts as hanging."""
_PIECE = 1024 * 1024
"""Bytes that are read at once of what nobody wants."""


class GitProblem(OkrlintError):
    """Git cannot say what was asked for; one sentence why, exit code 2."""


class Git(Record):
    """A repository whose work tree begins at `root`; every path is relative to it, with `/`."""

    root: Path

    def ask(self, *arguments: str) -> bytes:
        """What a git command prints. Raises GitProblem where it fails."""
        done = self._run(*arguments)
        if done.returncode:
            raise GitProblem(self._why(done.stderr.decode("utf-8", "replace")))
        return done.stdout

    def resolve(self, revision: str) -> str:
        """The commit that a revision names, as its hash. Raises GitProblem, and never lets git see an option."""
        if revision.startswith("-"):
            raise GitProblem(f"{revision} is not a revision: none begins with a dash")
        if not revision or "\0" in revision:
            raise GitProblem("an empty text is not a revision")
        commit = self._commit(revision)
        if commit is None:
            raise GitProblem(self._why_unknown(revision))
        return commit

    @cached_property
    def head(self) -> str | None:
        """The commit that is checked out; None in a repository without commits."""
        return self._commit("HEAD")

    def shared_with_head(self, commit: str) -> str:
        """The newest commit that the checked-out one and another both come from. Raises GitProblem without one."""
        if self.head is None:
            raise GitProblem("this repository has no commits yet")
        done = self._run("merge-base", commit, self.head)
        found = _COMMIT.fullmatch(done.stdout.strip())
        if found is None:
            raise GitProblem(f"{commit[:12]} and the checked-out commit share no history here{self._shallow_hint}")
        return found.group().decode()

    def first_branch(self, names: Sequence[str]) -> str | None:
        """The newest commit of the first branch that there is of some full names, such as `refs/heads/main`."""
        listed = self.ask("for-each-ref", "--format=%(refname) %(objectname)", *names).decode("utf-8", "replace")
        found = dict(line.rsplit(" ", 1) for line in listed.splitlines())
        return next((found[name] for name in names if name in found), None)

    def staged_changes(self) -> dict[str, str]:
        """Paths in the index that are not as in the checked-out commit, with `A`, `M`, `D` or `T`."""
        if self.head is None:
            return dict.fromkeys(sorted(self.tracked()), "A")
        return _statuses(self.ask("diff-index", "--cached", *_DIFF, self.head, "--"))

    def tracked(self) -> frozenset[str]:
        """Every path in the index."""
        return _paths(self.ask("ls-files", "-z", "--cached"))

    def index(self) -> dict[str, str]:
        """Every path in the index with the name of its content; an empty one for a link and for what is in conflict."""
        listed = self.ask("ls-files", "-z", "--stage")
        entries = (os.fsdecode(entry).partition("\t") for entry in listed.split(b"\0") if entry)
        found = ((path, facts.split()) for facts, _, path in entries)
        return {path: content if mode in _PLAIN_FILE and stage == "0" else "" for path, (mode, content, stage) in found}

    def ignored(self, below: Sequence[str] = ()) -> frozenset[str]:
        """Every file that is ignored and not in the index; a folder that is ignored whole ends in `/`.

        Only those in or around some folders, which must exist, so that git need not walk the rest.
        """
        listing = ("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory")
        return _paths(self.ask(*listing, "--", *below))

    def files_at(self, commit: str, below: Sequence[str] = ()) -> dict[str, str]:
        """The plain files of a commit by path, each with the name of its content; only those below some paths."""
        listed = self.ask("ls-tree", "-r", "-z", "--full-tree", commit, "--", *below)
        entries = (os.fsdecode(entry).partition("\t") for entry in listed.split(b"\0") if entry)
        found = ((path, facts.split()) for facts, _, path in entries)
        return {path: content for path, (mode, _, content) in found if mode in _PLAIN_FILE}

    def read(self, content: str, limit: int) -> bytes | None:
        """What a file held, by the name of its content; None where that is more than `limit` bytes."""
        if int(self.ask("cat-file", "-s", content)) > limit:
            return None
        return self.ask("cat-file", "blob", content)

    def contents(self, names: Iterable[str], limit: int) -> Iterator[tuple[str, bytes]]:
        """What many files held, by the names of their contents, from one process, in the order of the names.

        Larger ones and those that are not here are left out; no more than one is held at a time. Raises GitProblem.
        """
        import tempfile

        wanted = "".join(f"{name}\n" for name in dict.fromkeys(names)).encode()
        if not wanted:
            return
        with tempfile.TemporaryFile() as asked:
            asked.write(wanted)
            asked.seek(0)
            with self._started("cat-file", "--batch", "--buffer", given=asked) as process:
                stream = process.stdout
                if stream is not None:
                    yield from _batch(stream, limit)

    @property
    def references(self) -> bytes:
        """Which commit every branch and tag names, the checked-out one before them; nothing without commits."""
        return self._run("show-ref", "--head").stdout

    @cached_property
    def is_bare(self) -> bool:
        """Whether there is no work tree, and so nothing on the disk to compare with."""
        return self.ask("rev-parse", "--is-bare-repository").strip() == b"true"

    def skipped(self) -> frozenset[str]:
        """The paths of the index that a sparse checkout leaves out on the disk."""
        listed = self.ask("ls-files", "-z", "-t", "--cached").split(b"\0")
        return frozenset(os.fsdecode(entry[2:]) for entry in listed if entry.startswith(b"S "))

    @property
    def _shallow_hint(self) -> str:
        shallow = self._run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        return ": the clone is shallow; fetch its history (fetch-depth: 0)" if shallow else ""

    def _commit(self, revision: str) -> str | None:
        done = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if done.returncode and done.stderr.startswith(b"fatal: detected dubious"):
            raise GitProblem(self._why(done.stderr.decode("utf-8", "replace")))
        found = _COMMIT.fullmatch(done.stdout.strip())
        return found.group().decode() if found else None

    def _why_unknown(self, revision: str) -> str:
        self.ask("rev-parse", "--git-dir")
        if self.head is None:
            return f"{revision} is not a revision: this repository has no commits yet"
        return f"{revision} is not a revision of this repository{self._shallow_hint}"

    def _why(self, said: str) -> str:
        if "dubious ownership" in said:
            return (
                "git does not trust this repository because it belongs to somebody else; to trust it: "
                f"git config --global --add safe.directory {self.root}"
            )
        if "not a git repository" in said:
            return f"{self.root} is not a git repository"
        lines = said.strip().splitlines() or ["it gave no reason"]
        return f"git failed: {lines[0].removeprefix('fatal: ')}"

    @property
    def _environment(self) -> dict[str, str]:
        """Git never looks for a repository above the root, because that would be another one."""
        return {**os.environ, **_VARIABLES, "GIT_CEILING_DIRECTORIES": str(self.root.parent)}

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603  the program is git, and nothing of a call is an option
                ("git", *_OPTIONS, *arguments),  # noqa: S607  found as the user's shell finds it
                cwd=self.root,
                env=self._environment,
                input=b"",
                capture_output=True,
                check=False,
                timeout=_PATIENCE,
            )
        except (FileNotFoundError, NotADirectoryError):
            raise GitProblem("git is not installed") from None
        except subprocess.TimeoutExpired:
            raise GitProblem(f"git did not answer within {_PATIENCE} seconds") from None

    @contextlib.contextmanager
    def _started(self, *arguments: str, given: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
        """A git that prints while it is read; it is ended with the body, and after a while in any case."""
        try:
            process = subprocess.Popen(  # noqa: S603  the same
                ("git", *_OPTIONS, *arguments),  # noqa: S607
                cwd=self.root,
                env=self._environment,
                stdin=given,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except (FileNotFoundError, NotADirectoryError):
            raise GitProblem("git is not installed") from None
        clock = threading.Timer(_PATIENCE, process.kill)
        clock.daemon = True
        clock.start()
        try:
            with process:
                yield process
                process.kill()
        finally:
            clock.cancel()


def _batch(stream: IO[bytes], limit: int) -> Iterator[tuple[str, bytes]]:
    """The contents of `cat-file --batch`: a line with name, kind and size, then so many bytes and a line break."""
    while head := stream.readline():
        facts = head.split()
        if len(facts) != len(("name", "kind", "size")):
            continue
        left = int(facts[2])
        if left <= limit:
            data = stream.read(left)
            if len(data) < left:
                raise GitProblem("git stopped in the middle of a file")
            yield facts[0].decode(), data
            left = 0
        while left > 0:
            left -= len(stream.read(min(left, _PIECE))) or left
        stream.read(1)


def _paths(listed: bytes) -> frozenset[str]:
    return frozenset(os.fsdecode(path) for path in listed.split(b"\0") if path)


def _statuses(listed: bytes) -> dict[str, str]:
    parts = [os.fsdecode(part) for part in listed.split(b"\0")]
    return dict(zip(parts[1::2], (status[:1] for status in parts[0::2]), strict=False))


def name_of(data: bytes, like: str) -> str:
    """The name that git would give a content, by the kind of hash that another name is."""
    import hashlib

    kind = "sha1" if len(like) == len(hashlib.sha1(usedforsecurity=False).hexdigest()) else "sha256"
    return hashlib.new(kind, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
