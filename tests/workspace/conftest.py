"""A repository of its own under the real git, with the clean portfolio of the rules' examples."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from okrlint.linting.examples import files_of
from okrlint.linting.rule import Example


class Ran(NamedTuple):
    """How a call ended."""

    code: int
    out: str
    err: str


Call = Callable[..., Ran]
SOMEBODY = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false")


@pytest.fixture
def committed(tmp_path: Path) -> Path:
    """All files of the portfolio and the settings, committed."""
    for path, text in files_of(Example("")).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "okrlint.toml").write_text('as_of = "2026-10-01"\n', "utf-8")
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=tmp_path, check=True)
    commit(tmp_path)
    return tmp_path


def git(folder: Path, *arguments: str, given: str = "") -> str:
    """Run git as somebody."""
    done = subprocess.run(
        ["git", *SOMEBODY, *arguments], cwd=folder, check=True, capture_output=True, text=True, input=given
    )
    return done.stdout.strip()


def commit(folder: Path) -> None:
    """Commit the folder as it is."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "as it is")


@pytest.fixture
def check(committed: Path) -> Call:
    """`okrlint check` in the repository, one line a finding."""

    def call(*arguments: str, stdin: str | None = None, cwd: str = ".", **variables: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "okrlint", "check", "--format", "concise", *arguments],
            cwd=committed / cwd,
            env={**os.environ, **variables},
            input=stdin or "",
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return call
