"""The real command line in a scratch repository."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from okrlint.door import run
from okrlint.linting.examples import files_of
from okrlint.linting.rule import Example


class Ran(NamedTuple):
    """How a call ended."""

    code: int
    out: str
    err: str


Call = Callable[..., Ran]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder with the clean portfolio of the rules' examples, without git."""
    for path, text in files_of(Example("")).items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    (tmp_path / "okrlint.toml").write_text('as_of = "2026-10-01"\n', "utf-8")
    return tmp_path


@pytest.fixture
def okrlint(repository: Path) -> Call:
    """Run okrlint in the scratch repository."""

    def call(*arguments: str, cwd: str = ".", env: Mapping[str, str] | None = None, stdin: str | None = None) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "okrlint", *arguments],
            cwd=repository / cwd,
            env={**os.environ, **(env or {})},
            input=stdin or "",
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return call


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run okrlint in a folder of the test's own without starting a program: quick, and faults can be put in its way."""

    def call(*arguments: str, cwd: str = ".") -> Ran:
        monkeypatch.chdir(tmp_path / cwd)
        monkeypatch.setattr(sys, "argv", ["okrlint", *arguments])
        capsys.readouterr()
        code = run()
        return Ran(code, *capsys.readouterr())

    return call
