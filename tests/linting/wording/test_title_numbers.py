"""Which number of a title its fields contradict, where it stands, and what they say instead."""

from __future__ import annotations

import pytest

from okrlint.linting.wording.title_numbers import disagreement
from okrlint.model.key_result import KeyResult
from okrlint.model.portfolio import build_portfolio
from okrlint.source.reader import read

HEAD = "kind: plan\nversion: 1\nteam: m\nquarter: 2026-Q4\nobjectives:\n  - title: Win\n    key_results:\n"


def _key_result(title: str, fields: str) -> KeyResult:
    lines = "".join(f"        {field}\n" for field in fields.split("; "))
    text = f"{HEAD}      - title: '{title}'\n{lines}"
    (plan,) = build_portfolio([read(text.encode(), "okrs/2026-Q4/m.yaml")]).plans
    return plan.objectives[0].key_results[0]


ROWS = [
    ("a goal", "Increase trials from 40 to 60", "baseline: 40; target: 70", ("60", "target", "70")),
    ("a start", "Increase trials from 40 to 60", "baseline: 30; target: 60", ("40", "baseline", "30")),
    ("a goal without a start", "Raise trials from 5 to 8", "target: 9", ("8", "target", "9")),
    ("a growth", "Grow leads by 25%", "baseline: 100; growth: 20%", ("25%", "growth", "20%")),
    ("twice as much", "Double the trials", "baseline: 100; target: 150", ("Double", "target", "100 to 150")),
    ("half as much", "Halve the churn", "baseline: 10; target: 8; type: decrease", ("Halve", "target", "10 to 8")),
    ("a number at the beginning", "Win 6 customers", "target: 7", ("6", "target", "7")),
]  # fmt: skip
AGREE = [
    ("both", "Increase trials from 40 to 60", "baseline: 40; target: 60"),
    ("the way between them", "Win trials from 5 to 8", "target: 3"),
    ("the growth that two numbers make", "Grow trials by 50%", "baseline: 40; target: 60"),
    ("twice as much", "Double the trials", "baseline: 100; target: 200"),
    ("nearly twice as much", "Double the trials", "baseline: 100; target: 195"),
    ("numbers of steps", "Run 12 interviews", "milestones: [{title: x}]"),
    ("a number of something that is done or not", "Move 12 teams to the new tool", "type: done; target: 1"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "fields", "found"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_number_that_the_fields_contradict(title: str, fields: str, found: tuple[str, str, str]) -> None:
    """Its own characters, the field, and what that says."""
    told = disagreement(_key_result(title, fields))

    assert told is not None
    assert (told.text, told.field, told.says) == found
    assert title[told.start : told.end] == told.text


@pytest.mark.parametrize(("title", "fields"), [row[1:] for row in AGREE], ids=[row[0] for row in AGREE])
def test_numbers_that_agree(title: str, fields: str) -> None:
    """Or that nobody can compare."""
    assert disagreement(_key_result(title, fields)) is None
