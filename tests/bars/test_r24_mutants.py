"""R24: the tests notice when the code is changed; `make mutation` measures it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bars.conftest import Figure
from tests.mutation.page import ASKED, Mutant, page


def test_the_committed_sample_meets_the_bar(checkout: Path, figure: Figure) -> None:
    """The page that was written last has a sample that says something, and enough of it was killed."""
    written = checkout / "docs" / "mutation.md"
    if not written.is_file():
        pytest.skip("not measured yet: make mutation writes docs/mutation.md")
    text = written.read_text("utf-8")
    found = re.search(r"commit (\w+): (\d+) of (\d+) killed .* drawn from ([\d,]+) mutants", text)
    assert found is not None
    commit, killed, sampled, total = found.groups()
    figure(f"{killed} of {sampled} killed, drawn from {total} mutants at commit {commit}")
    assert int(sampled) >= 200
    assert int(killed) >= ASKED * int(sampled)


def test_survivors_are_named() -> None:
    """Each with what was changed; what was killed is not listed."""
    text = page([Mutant("a.b", True, "x → y"), Mutant("a.c", False, "`1` → `2`")], 10, "2026-11-22", "abc1234")
    assert "1 of 2 killed (50%), drawn from 10 mutants" in text
    assert "* `a.c`: `` `1` → `2` ``" in text
    assert "a.b" not in text
