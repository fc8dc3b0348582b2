"""Points that were meant to separate thousands, and those that were not."""

from __future__ import annotations

import pytest

from okrlint.linting.rule import Context
from okrlint.linting.settings import Settings
from okrlint.model.okr_file import build_file
from okrlint.model.portfolio import build_portfolio
from okrlint.rules.thousands_point import check
from okrlint.source.reader import read

PLAN = "kind: plan\nobjectives:\n  - key_results:\n      - title: T\n        target: {0}\n        note: 1.000\n"


def _messages(value: str) -> list[str]:
    document = read(PLAN.format(value).encode(), "okrs/a.yaml")
    portfolio = build_portfolio([document])
    context = Context(None, portfolio, Settings().preset, None)
    return [problem.message for problem in check(build_file(document, None), context)]


@pytest.mark.parametrize(
    ("value", "read_as"),
    [
        ("1.000", "1"),
        ("2.500", "2.5"),
        ("113.602", "113.602"),
        ("€1.000", "1"),
        ("1.250 leads", "1.25"),
        ("1.000 €", "1"),
    ],
)
def test_three_digits_behind_a_point_are_asked_about(value: str, read_as: str) -> None:
    """What okrlint makes of the number is said, so that nobody has to guess."""
    assert _messages(value) == [f"`{value}` is read as {read_as}: a point begins the decimals"]


@pytest.mark.parametrize("value", ["1,000", "0.125", "1.5", "1.25", "1.0000", "1000.125", "v1.000", "1.000%", "[1, 2]"])
def test_other_numbers_are_left_alone(value: str) -> None:
    """Decimals of another length, shares below one and percentages are what they look like."""
    assert _messages(value) == []
