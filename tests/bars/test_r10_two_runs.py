"""R10: two programs of ours that write the same file at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from okrlint.linting.examples import files_of
from okrlint.linting.rule import Example
from tests.bars.conftest import Figure, Size

_PLAN = "okrs/2026-Q4/marketing.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A plan with something to mend."""
    for path, text in files_of(Example("")).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "okrlint.toml").write_text('paths = ["okrs"]\nas_of = "2026-10-01"\n', "utf-8")
    (tmp_path / ".git").mkdir()
    return tmp_path


def test_two_fixes_at_once_leave_a_mended_plan(size: Size, figure: Figure, repository: Path) -> None:
    """Whoever comes first: the file is the mended one, whole, and both programs end in an orderly way."""
    plan = repository / _PLAN
    clean = plan.read_text("utf-8")
    broken, mended = (clean.replace("lead: ana\n", f"lead: {word}\n") for word in ("no", '"no"'))
    assert broken != clean
    rounds = 100 if size.full else 3
    for _ in range(rounds):
        plan.write_text(broken, "utf-8")
        ended = [child.wait(60) for child in [_fix(repository), _fix(repository)]]
        assert set(ended) <= {0, 1, 2}
        assert plan.read_text("utf-8") == mended
        assert [path.name for path in plan.parent.iterdir() if path.name.startswith(".")] == []
    figure(f"{rounds} races of two fixes, no damaged file")


def _fix(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "okrlint", "check", "--fix"]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
