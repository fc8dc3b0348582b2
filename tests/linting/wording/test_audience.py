"""Who is counted, and who leads."""

from __future__ import annotations

import pytest

from okrlint.linting.wording.audience import uncounted

COUNTED = [
    ("Grow active users to 500", "active users"),
    ("Leads to 300", "Leads"),
    ("Leads to 300 in Q4", "Leads"),
    ("Leads to 300 by December", "Leads"),
    ("Raise leads to 300 by 10%", "leads"),
]
NOT_COUNTED = [
    "Leads the team",
    "Leads to 300 renewals",
    "Leads to deals",
    "Grow weekly active users to 500",
    "Grow active users a month to 500",
    "Talk to 20 users",
]


@pytest.mark.parametrize(("title", "people"), COUNTED, ids=[row[0] for row in COUNTED])
def test_people_whose_count_is_not_defined(title: str, people: str) -> None:
    """They are counted, and nobody says over which time."""
    found = uncounted(title)

    assert found is not None
    assert (found.text, title[found.start : found.end]) == (people, people)


@pytest.mark.parametrize("title", NOT_COUNTED)
def test_a_verb_a_window_or_whom_one_talks_to(title: str) -> None:
    """Somebody leads, a window is named, or something is done for people."""
    assert uncounted(title) is None
