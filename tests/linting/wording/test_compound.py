"""Titles with two measures, and second numbers that belong to the first."""

from __future__ import annotations

import pytest

from okrlint.linting.wording.compound import second_measure

TWO = [
    ("Cut cost by 5% and churn to 8%", "8%"),
    ("Win 40 leads and an 8% share", "8%"),
    ("Win 40 leads and a 5% share", "5%"),
    ("Hold 6 workshops, and at least 5 talks", "5"),
]
ONE = [
    "Raise leads by 10%, an 8% rise over last year",
    "Raise leads to 40 and an 80% improvement",
    "Raise leads to 40 and a 70% improvement",
    "Raise leads from 40 to 60",
    "Win 40 customers in 3 countries",
]


@pytest.mark.parametrize(("title", "second"), TWO, ids=[row[0] for row in TWO])
def test_a_second_measure(title: str, second: str) -> None:
    """Two promises in one line."""
    found = second_measure(title)

    assert found is not None
    assert (found.text, title[found.start : found.end]) == (second, second)


@pytest.mark.parametrize("title", ONE)
def test_a_number_that_says_more_about_the_first(title: str) -> None:
    """A change told again, a range, or a condition."""
    assert second_measure(title) is None
