"""Repositories made by the real git, as somebody whom the machine's own settings do not change."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint.history.change import Change
from okrlint.history.compare import compare
from tests.history.plans import DAY, PLAN, Compare, portfolio

GitCall = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path) -> GitCall:
    """Run git in the repository of the test."""

    def call(*arguments: str) -> str:
        somebody = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", *somebody, *arguments], cwd=tmp_path, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    return call


@pytest.fixture
def committed(tmp_path: Path, git: GitCall) -> Path:
    """A repository with two files and one commit."""
    git("init", "--quiet", "--initial-branch=main")
    (tmp_path / "a.yaml").write_text("a: 1\n", "utf-8")
    (tmp_path / "b.yaml").write_text("b: 1\n", "utf-8")
    git("add", "--all")
    git("commit", "--quiet", "--message", "first")
    return tmp_path


@pytest.fixture
def changes() -> Compare:
    """Compare the plan with itself after some texts in it were replaced."""

    def between(*replaced: tuple[str, str], before: str = PLAN) -> tuple[Change, ...]:
        after = before
        for old, new in replaced:
            assert old in after
            after = after.replace(old, new)
        return compare(portfolio(before), portfolio(after), DAY)

    return between
