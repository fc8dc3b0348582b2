from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.model.dates import parse_date


@pytest.mark.parametrize(
    "text",
    [
        "2026-13-01", "2026-02-29", "2026-00-10", "2026-1-01", "26-12-31", "20261231", "2026-12-31T00:00", "2026/12/31",
        "31.12.2026", "2026-W53-4", "2026-12-3١", "0000-01-01", " 2026-12-31", "2026-12-31\n", "tomorrow!!", "", None, 20261231, True,
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_no_day(text: object) -> None:
    """Only year-month-day, and only a day that exists."""
    assert parse_date(text) is None


@given(st.dates())
def test_every_day_can_be_read(day: date) -> None:
    """Every day is read from its one form."""
    assert parse_date(day.isoformat()) == day


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_none(text: str) -> None:
    """No text breaks the reading, and what is read has that form."""
    day = parse_date(text)
    assert day is None or day.isoformat() == text
