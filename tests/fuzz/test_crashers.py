"""Whatever once broke a fuzzed function breaks it no more, and the functions take what is broken at random."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bars.mutations import mutations
from tests.fuzz.targets import PLAN, TARGETS

CRASHERS = sorted((Path(__file__).parent.parent / "crashers").glob("*/*"))
_ROUNDS = {"reader": 300, "fixes": 40, "importers": 60}


@pytest.mark.parametrize("crasher", CRASHERS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_once_stays_mended(crasher: Path) -> None:
    """A file in tests/crashers/ is named after the target that it broke."""
    TARGETS[crasher.parent.name](crasher.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_takes_what_is_broken(target: str) -> None:
    """A few mutations with every run; `make fuzz` goes on for as long as it is let."""
    for text in mutations([PLAN.decode(), "# Plan\n\n## O1: Win\n\n- KR 1: from 1 to 2 (0.7)\n"], _ROUNDS[target], 7):
        TARGETS[target](text.encode("utf-8", "surrogatepass"))
