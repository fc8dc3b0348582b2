"""Wrong clocks are set right, and right ones left alone."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.history.steady import steady


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("days", "right"),
    [
        pytest.param([], [], id="no commit"),
        pytest.param(["2026-10-01", "2026-10-01", "2026-10-02"], ["2026-10-01", "2026-10-01", "2026-10-02"], id="all right"),
        pytest.param(["2026-10-01", "1970-01-01", "2026-10-03"], ["2026-10-01", "2026-10-01", "2026-10-03"], id="1970"),
        pytest.param(["2026-10-01", "2038-01-19", "2026-10-03"], ["2026-10-01", "2026-10-01", "2026-10-03"], id="2038"),
        pytest.param(["2038-01-19", "2026-10-02", "2026-10-03"], ["2026-10-02", "2026-10-02", "2026-10-03"], id="the first"),
        pytest.param(["2026-10-01", "2026-10-02", "1970-01-01"], ["2026-10-01", "2026-10-02", "2026-10-02"], id="the last"),
    ],
)  # fmt: skip
def test_a_day_that_does_not_fit_in_takes_the_one_before(days: list[str], right: list[str]) -> None:
    """Along a line of commits time only goes on."""
    assert steady([_day(day) for day in days]) == [_day(day) for day in right]


@given(st.lists(st.dates(datetime.date(2012, 1, 1), datetime.date(2030, 1, 1)), max_size=30))
def test_time_never_goes_back(days: list[datetime.date]) -> None:
    """Whatever clocks say; and a line that is right stays as it is."""
    right = steady(days)

    assert right == sorted(right)
    assert steady(sorted(days)) == sorted(days)
