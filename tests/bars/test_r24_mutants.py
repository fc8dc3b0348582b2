"""R24: the tests notice when the code is changed; `make mutation` measures it."""

from __future__ import annotations

import random
import re
import signal
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.bars.conftest import Figure
from tests.mutation.children import Children
from tests.mutation.page import ASKED, UNEXPLAINED, Note, Sampling, page
from tests.mutation.reach import Reached
from tests.mutation.verdicts import ROOMS, Mutant, drawn, room

NOTES = {("okrlint.linting.run._c", "3 → 4"): Note("a reason", "tests/x.py")}


def test_the_committed_sample_meets_the_bar(checkout: Path, figure: Figure) -> None:
    """The page that was written last has a sample that says something, and enough of it was killed."""
    text = _written(checkout)
    found = re.search(r"commit (\w+): (\d+) of (\d+) killed .* drawn from ([\d,]+) mutants", text)
    assert found is not None
    commit, killed, sampled, total = found.groups()
    since = re.search(r"all \d+ were killed, which makes (\d+) of", text)
    more = f"; {since[1]} with the tests that came of it" if since else ""
    figure(f"{killed} of {sampled} killed, drawn from {total} mutants at commit {commit}{more}")
    assert int(sampled) >= 200
    assert int(since[1] if since else killed) >= ASKED * int(sampled)


def test_every_committed_survivor_has_a_reason(checkout: Path) -> None:
    """Somebody looked at each, and there are as many as the figures say."""
    text = _written(checkout)
    found = re.search(r": (\d+) of (\d+) killed", text)
    assert found is not None
    assert text.count("\n* `") == int(found[2]) - int(found[1])
    assert UNEXPLAINED not in text


def test_survivors_are_named() -> None:
    """Each with what was changed and why it survives; what was killed is not listed, what no test reaches survives."""
    mutants = [
        Mutant("okrlint.source.edit.x_a__mutmut_1", "killed", "x → y"),
        Mutant("okrlint.model.plan.xǁPlanǁb__mutmut_2", "survived", "`1` → `2`"),
        Mutant("okrlint.linting.run.x__c__mutmut_3", "no test", "3 → 4"),
        Mutant("okrlint.source.text.x_d__mutmut_4", "no end", "5 → 6"),
    ]
    text = page(Sampling(mutants, 10, 7, "2026-11-22", "abc1234"), NOTES)
    assert "at commit abc1234: 2 of 4 killed (50.0%), drawn from 10 mutants by the seed" in text
    assert f"* `okrlint.model.plan.Plan.b`: `` `1` → `2` ``\n  {UNEXPLAINED}\n" in text
    assert "* `okrlint.linting.run._c`: `3 → 4`\n  a reason Killed since by `tests/x.py`.\n" in text
    assert "all 1 were killed, which makes 3 of 4 (75.0%)." in text
    assert "| the edits | 1 | 1 | 0 | 0 | 0 | 100% |" in text
    assert "source.text" not in text


def test_a_sample_has_every_room_and_is_drawn_alike() -> None:
    """Each room with its share; the same seed gives the same names."""
    modules = ("source.edit", "source.reader", "model.plan", "linting.run", "linting.wording.words")
    names = [f"okrlint.{module}.x_f__mutmut_{number}" for module in modules for number in range(100)]
    sample, again, other = (drawn(names, 50, random.Random(seed)) for seed in (1, 1, 2))  # noqa: S311 - drawn alike
    assert sample == again != other
    assert [sum(room(name) == one for name in sample) for one in ROOMS] == [10] * len(ROOMS)


def _is_ended() -> bool:
    signal.raise_signal(signal.SIGUSR1)
    return True


@pytest.mark.parametrize(
    ("work", "end"),
    [
        (lambda: True, "survived"),
        (lambda: False, "killed"),
        (lambda: bool(1 / 0), "killed"),
        (lambda: all(True for _ in count()), "no end"),
        (_is_ended, "crashed"),
    ],
    ids=["tests pass", "a test fails", "pytest itself fails", "a test never ends", "Python is ended"],
)
def test_how_a_trial_ends(work: Callable[[], bool], end: str, capfd: pytest.CaptureFixture[str]) -> None:
    """A test that never ends is stopped, and counts as one that notices."""
    trials: Children[str] = Children()
    trials.start("mutant", work, seconds=1)
    trials.wait()

    capfd.readouterr()
    assert trials.ends == {"mutant": end}


def test_tests_of_many_kinds_come_before_many_of_one_kind() -> None:
    """The first rows of all tests, then their second ones."""
    tests = ("a.py::t[1]", "a.py::t[2]", "a.py::t[3]", "a.py::u", "b.py::v[1]")
    reached = Reached({}, dict.fromkeys(tests, 1.0), [])

    assert sorted(tests, key=lambda test: (reached.ranks[test], test)) == [
        "a.py::t[1]",
        "b.py::v[1]",
        "a.py::t[2]",
        "a.py::u",
        "a.py::t[3]",
    ]


def _written(checkout: Path) -> str:
    written = checkout / "docs" / "mutation.md"
    if not written.is_file():
        pytest.skip("not measured yet: make mutation writes docs/mutation.md")
    return written.read_text("utf-8")
