"""What makes two titles the same: the words that are left of them."""

from __future__ import annotations

import pytest

from okrlint.linting.wording.similar import essence

SAME = [
    ("verbs and articles", "Grow agency trials by 25%", "Increase the agency trials by 25%"),
    ("the order of words", "Agency trials grow by 25%", "Grow trials by 25%: agency"),
    ("plurals", "Win 40 agency trials", "Win 40 agencys trial"),
    ("a quarter and its year", "Win 40 agency trials in 2026-Q4", "Win 40 agency trials"),
    ("a year behind its quarter", "Win 40 agency trials in Q3 2026", "Win 40 agency trials"),
    ("a fiscal year", "Win 40 agency trials in FY27-Q3", "Win 40 agency trials"),
    ("a sign for thousands", "Win 1,900 agency trials", "Win 1900 agency trials"),
]
OTHER = [
    ("another number", "Win 40 agency trials", "Win 50 agency trials"),
    ("a number that could be a year", "Win 2026 agency trials", "Win agency trials"),
    ("another word", "Win 40 agency trials", "Win 40 partner trials"),
    ("words that only look like plurals", "Analysis of the virus", "Analysi of the viru"),
]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_titles_that_say_the_same(one: str, other: str) -> None:
    """Whatever tells nothing is left out."""
    assert essence(one) == essence(other) != frozenset()


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in OTHER], ids=[row[0] for row in OTHER])
def test_titles_that_say_something_else(one: str, other: str) -> None:
    """Numbers and names count."""
    assert essence(one) != essence(other)


@pytest.mark.parametrize("title", ["Hire 3", "Win 40 trials by 2026-Q4", ""])
def test_a_title_of_few_words_is_nobodys(title: str) -> None:
    """One word and a number may be anybody's."""
    assert essence(title) == frozenset()
