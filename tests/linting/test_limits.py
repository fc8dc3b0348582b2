"""Who set a limit."""

from __future__ import annotations

import pytest

from okrlint.linting.limits import counted, limit_words
from okrlint.linting.rule import Context
from okrlint.model.portfolio import Portfolio
from okrlint.records import Record


class Options(Record):
    """A limit as a rule has it."""

    max: int = 4


@pytest.mark.parametrize(
    ("preset", "limit", "expected"),
    [
        ("geckoboard", 4, "preset geckoboard allows 4"),
        ("t2d3", 5, "preset t2d3 allows 5"),
        ("t2d3", 4, "the settings allow 4"),
    ],
    ids=str,
)
def test_a_limit_has_its_source(preset: str, limit: int, expected: str) -> None:
    """The preset is named only where the number is its own."""
    context = Context(Options(max=limit), Portfolio(files=()), preset, None)

    assert limit_words(context, "too-many-objectives", "max", "allow") == expected


def test_one_is_not_many() -> None:
    """One objective, two objectives, no objectives."""
    assert [counted(number, "objective") for number in (0, 1, 2)] == ["0 objectives", "1 objective", "2 objectives"]
