"""A repository with one healthy plan beside whatever is hostile, and the real command line in a child process."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from okrlint.linting.examples import files_of
from okrlint.linting.rule import Example

MEMORY = 512 * 1024 * 1024
"""Address space of the child in bytes: a bomb that goes off ends it."""
_DROP, _DAC_OVERRIDE, _DAC_READ_SEARCH = 24, 1, 2
"""prctl's PR_CAPBSET_DROP and two of Linux' capabilities."""
PLAIN = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
"""The environment without what changes how Python starts and writes."""
PATIENCE = 30
"""Seconds after which a run counts as hanging; it needs a fraction of one."""
HEALTHY = "okrs/2026-Q4/marketing.yaml"
KNOWN = ("unknown-field", HEALTHY, 2)
"""Rule, path and line of the one finding of the healthy plan."""


class Result(NamedTuple):
    """What a run said and how it ended."""

    code: int
    out: bytes
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        """The findings of the json format."""
        found: list[dict[str, Any]] = json.loads(self.out)["findings"]
        return found

    def of(self, path: str) -> list[dict[str, Any]]:
        """The findings in one file."""
        return [finding for finding in self.findings if finding["path"] == path]

    @property
    def knows_the_known(self) -> bool:
        """Whether the finding of the healthy plan was told."""
        return KNOWN in [(finding["rule"], finding["path"], finding["line"]) for finding in self.findings]


Run = Callable[..., Result]


def _bounded() -> None:
    """Bound the child's memory, and take from root the right to pass over permissions."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if sys.platform == "linux":
        system = ctypes.CDLL(None)
        for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
            system.prctl(_DROP, capability, 0, 0, 0)


def run_okrlint(folder: Path, *arguments: str | bytes, **variables: str) -> Result:
    """Run `okrlint` in a folder, with bounded memory and time; a traceback fails the test at once."""
    command: Sequence[str | bytes] = (sys.executable, "-m", "okrlint", *arguments)
    done = subprocess.run(
        command,
        cwd=folder,
        env={**PLAIN, **variables},
        capture_output=True,
        check=False,
        timeout=PATIENCE,
        preexec_fn=_bounded,
    )
    err = done.stderr.decode("utf-8", "backslashreplace")
    assert "Traceback" not in err, err
    return Result(done.returncode, done.stdout, err)


def make_repository(root: Path) -> Path:
    """A small repository whose plan of marketing has one known finding."""
    for path, text in files_of(Example("")).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    healthy = root / HEALTHY
    healthy.write_text(healthy.read_text("utf-8").replace("kind: plan\n", "kind: plan\ncolour: blue\n"), "utf-8")
    (root / "okrlint.toml").write_text('paths = ["okrs"]\nas_of = "2026-10-01"\n', "utf-8")
    (root / ".git").mkdir()
    return root


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of its own for each test."""
    return make_repository(tmp_path / "repository")


@pytest.fixture
def okrlint(repository: Path) -> Run:
    """`okrlint` in the repository of the test."""

    def run(*arguments: str | bytes, folder: Path = repository, **variables: str) -> Result:
        return run_okrlint(folder, *arguments, **variables)

    return run
