from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.model.quarter import NotAQuarter, Quarter, parse_quarter, quarter_of, suggest_quarter

CALENDAR = "write the quarter as 2026-Q4"
FISCAL = "write the quarter as FY27-Q1"


@pytest.mark.parametrize(
    ("text", "fiscal_start", "start", "end", "days"),
    [
        ("2026-Q1", 1, "2026-01-01", "2026-03-31", 90), ("2024-Q1", 1, "2024-01-01", "2024-03-31", 91),
        ("2026-Q2", 1, "2026-04-01", "2026-06-30", 91), ("2026-Q3", 1, "2026-07-01", "2026-09-30", 92),
        ("2026-Q4", 1, "2026-10-01", "2026-12-31", 92), ("FY27-Q1", 2, "2026-02-01", "2026-04-30", 89),
        ("FY27-Q4", 2, "2026-11-01", "2027-01-31", 92), ("FY27-Q1", 4, "2026-04-01", "2026-06-30", 91),
        ("FY27-Q4", 4, "2027-01-01", "2027-03-31", 90), ("FY27-Q1", 7, "2026-07-01", "2026-09-30", 92),
        ("FY27-Q1", 10, "2026-10-01", "2026-12-31", 92), ("FY27-Q2", 12, "2027-03-01", "2027-05-31", 92),
        ("FY27-Q1", 12, "2026-12-01", "2027-02-28", 90), ("FY28-Q1", 12, "2027-12-01", "2028-02-29", 91),
    ],
    ids=str,
)  # fmt: skip
def test_days_of_a_quarter(text: str, fiscal_start: int, start: str, end: str, days: int) -> None:
    """A quarter has its first and last day; a fiscal year is named after the year in which it ends."""
    quarter = parse_quarter(text, fiscal_start)
    assert (quarter.start, quarter.end, quarter.days) == (date.fromisoformat(start), date.fromisoformat(end), days)
    assert quarter.label == text


@pytest.mark.parametrize(
    ("text", "fiscal_start", "reason"),
    [
        pytest.param("Q4 2026", 1, CALENDAR, id="other order"),
        pytest.param("2026q4", 1, CALENDAR, id="small letter"),
        pytest.param("2026-Q5", 1, CALENDAR, id="fifth quarter"),
        pytest.param("2026-Q0", 1, CALENDAR, id="quarter zero"),
        pytest.param("2026-Q4 ", 1, CALENDAR, id="space"),
        pytest.param("2026-Q4\n", 1, CALENDAR, id="line break"),
        pytest.param("0026-Q4", 1, CALENDAR, id="a year long ago"),
        pytest.param("9999-Q4", 1, CALENDAR, id="a year far ahead"),
        pytest.param("٢026-Q4", 1, CALENDAR, id="other digits"),
        pytest.param("2٠٢٦-Q4", 1, CALENDAR, id="other digits inside"),
        pytest.param("", 1, CALENDAR, id="empty"),
        pytest.param("", 2, FISCAL, id="empty in a fiscal year"),
        pytest.param("FY2027-Q1", 2, FISCAL, id="four digits in a fiscal year"),
        pytest.param("FY27-Q1", 1, "write a calendar quarter such as 2026-Q4, or set fiscal_year_start in company.yaml", id="fiscal without a fiscal year"),
        pytest.param("2026-Q4", 2, "write a fiscal quarter such as FY27-Q1; the fiscal year begins in month 2", id="calendar in a fiscal year"),
    ],
)  # fmt: skip
def test_what_is_no_quarter(text: str, fiscal_start: int, reason: str) -> None:
    """A label has one form, and the reason shows it."""
    with pytest.raises(NotAQuarter) as refused:
        parse_quarter(text, fiscal_start)
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    ("text", "fiscal_start", "label"),
    [
        ("Q4 2026", 1, "2026-Q4"), ("2026q4", 1, "2026-Q4"), ("2026/Q4", 1, "2026-Q4"), ("Q4 '26", 1, "2026-Q4"),
        ("Q1 FY27", 2, "FY27-Q1"), ("FY2027 Q1", 2, "FY27-Q1"), ("2027-Q1", 2, "FY27-Q1"), ("autumn", 1, None),
        ("Q5 2026", 1, None), ("2026", 1, None), ("", 1, None), ("Q٤ 2026", 1, None),
    ],
    ids=str,
)  # fmt: skip
def test_suggestions(text: str, fiscal_start: int, label: str | None) -> None:
    """A quarter that was written in another way is recognised, and nothing is guessed."""
    assert suggest_quarter(text, fiscal_start) == label


@pytest.mark.parametrize(
    ("day", "fiscal_start", "label"),
    [
        ("2026-10-01", 1, "2026-Q4"), ("2026-12-31", 1, "2026-Q4"), ("2027-01-01", 1, "2027-Q1"), ("2026-01-31", 2, "FY26-Q4"),
        ("2026-02-01", 2, "FY27-Q1"), ("2027-01-31", 2, "FY27-Q4"), ("2026-11-30", 12, "FY26-Q4"), ("2026-12-01", 12, "FY27-Q1"),
    ],
    ids=str,
)  # fmt: skip
def test_quarter_of_a_day(day: str, fiscal_start: int, label: str) -> None:
    """A day lies in one quarter."""
    assert quarter_of(date.fromisoformat(day), fiscal_start).label == label


def test_quarters_are_calendar_quarters_unless_told() -> None:
    """Without a fiscal year the year begins in January."""
    assert parse_quarter("2026-Q4") == quarter_of(date(2026, 12, 31)) == Quarter(2026, 4, 1)
    assert suggest_quarter("Q4 2026") == "2026-Q4"


def test_neighbours() -> None:
    """Quarters go on across the end of a year, calendar or fiscal."""
    assert Quarter(2026, 4).next() == Quarter(2027, 1)
    assert Quarter(2027, 1).previous() == Quarter(2026, 4)
    assert Quarter(2027, 1, 2).previous().label == "FY26-Q4"
    assert Quarter(2026, 4).shifted(-4) == Quarter(2025, 4)


def test_ends_belong_to_it() -> None:
    """The first and the last day are inside, their neighbours are not."""
    quarter = Quarter(2026, 4)
    inside = [quarter.contains(date(2026, 10, 1) + timedelta(days=offset)) for offset in (-1, 0, 91, 92)]
    assert inside == [False, True, True, False]


def test_first_and_last_quarter_that_can_be_written() -> None:
    """The ends of what a label can say have days and neighbours."""
    assert Quarter(1000, 1).previous().end == date(999, 12, 31)
    assert Quarter(2999, 4).next().start == date(3000, 1, 1)


months = st.integers(1, 12)
quarters = st.builds(Quarter, st.integers(2001, 2098), st.integers(1, 4), months)


@given(quarters)
def test_previous_and_next_are_inverse(quarter: Quarter) -> None:
    """One step on and one step back lead to the same quarter."""
    assert quarter.next().previous() == quarter.previous().next() == quarter


@given(quarters, st.integers(-40, 40), st.integers(-40, 40))
def test_steps_add_up(quarter: Quarter, one: int, other: int) -> None:
    """Two walks are one walk of both lengths."""
    assert quarter.shifted(one).shifted(other) == quarter.shifted(one + other)


@given(quarters)
def test_quarters_follow_without_gap(quarter: Quarter) -> None:
    """A quarter begins on the day after the last one, and has 89 to 92 days."""
    assert quarter.start == quarter.previous().end + timedelta(days=1)
    assert (quarter.end - quarter.start).days + 1 == quarter.days
    assert 89 <= quarter.days <= 92


@given(quarters)
def test_order_is_that_of_time(quarter: Quarter) -> None:
    """Of two quarters the earlier one is the smaller one."""
    assert quarter.previous() < quarter < quarter.next()


@given(quarters)
def test_labels_can_be_read(quarter: Quarter) -> None:
    """A label is read as the same quarter, and needs no suggestion but itself."""
    assert parse_quarter(quarter.label, quarter.fiscal_start) == quarter
    assert suggest_quarter(quarter.label, quarter.fiscal_start) == quarter.label


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), months)
def test_every_day_lies_in_its_quarter(day: date, fiscal_start: int) -> None:
    """The quarter of a day contains it; its neighbours do not."""
    quarter = quarter_of(day, fiscal_start)
    assert quarter.contains(day)
    assert not quarter.next().contains(day)
    assert not quarter.previous().contains(day)


@given(quarters)
def test_a_fiscal_year_ends_in_its_year(quarter: Quarter) -> None:
    """The last day of the fourth quarter lies in the year that names it."""
    assert Quarter(quarter.year, 4, quarter.fiscal_start).end.year == quarter.year


@given(st.text(max_size=12), months)
def test_any_text_is_a_quarter_or_refused(text: str, fiscal_start: int) -> None:
    """No text breaks the reading, and what is read has that label."""
    try:
        assert parse_quarter(text, fiscal_start).label == text
    except NotAQuarter:
        return
