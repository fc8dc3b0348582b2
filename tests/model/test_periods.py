from __future__ import annotations

import itertools
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.model.periods import Period, Tally, check_in_periods, key_result_span, share_elapsed, tally
from okrlint.model.quarter import Quarter
from tests.model.written_plans import key_result

AUTUMN = Period(date(2026, 10, 1), date(2026, 12, 31))

spans = st.dates(date(2000, 1, 1), date(2100, 1, 1)).flatmap(
    lambda start: st.integers(0, 120).map(lambda days: Period(start, start + timedelta(days=days)))
)


@pytest.mark.parametrize(
    ("days", "lengths"),
    [
        pytest.param(1, [1], id="one day"),
        pytest.param(3, [3], id="less than a remainder"),
        pytest.param(7, [7], id="a week"),
        pytest.param(10, [10], id="three days more join the week"),
        pytest.param(11, [7, 4], id="four days more stand alone"),
        pytest.param(90, [7] * 12 + [6], id="first quarter"),
        pytest.param(91, [7] * 13, id="second quarter"),
        pytest.param(92, [7] * 12 + [8], id="third and fourth quarter"),
    ],
)
def test_weeks(days: int, lengths: list[int]) -> None:
    """Weeks are blocks of 7 days from the first day, and a remainder under 4 days joins the last."""
    span = Period(AUTUMN.start, AUTUMN.start + timedelta(days=days - 1))
    periods = check_in_periods(span, "weekly")
    assert [(period.end - period.start).days + 1 for period in periods] == lengths


def test_weeks_begin_with_the_quarter() -> None:
    """A week begins on the weekday of the quarter's first day, here a Thursday."""
    assert check_in_periods(AUTUMN, "weekly")[1] == (date(2026, 10, 8), date(2026, 10, 14))


def test_months() -> None:
    """Monthly periods are calendar months."""
    ends = [date(2026, 10, 31), date(2026, 11, 30), date(2026, 12, 31)]
    assert [period.end for period in check_in_periods(AUTUMN, "monthly")] == ends
    assert check_in_periods(AUTUMN, "monthly")[1].start == date(2026, 11, 1)


def test_months_are_cut_to_the_span() -> None:
    """A span that ends within a month ends its last period."""
    span = Period(AUTUMN.start, date(2026, 12, 2))
    assert check_in_periods(span, "monthly")[-1] == (date(2026, 12, 1), date(2026, 12, 2))


def test_months_of_the_last_year() -> None:
    """The last month that a calendar has is no overflow."""
    span = Period(date(9999, 10, 1), date(9999, 12, 31))
    assert [len(check_in_periods(span, cadence)) for cadence in ("weekly", "monthly")] == [13, 3]


@pytest.mark.parametrize("fiscal_start", [1, 2, 4, 7, 12], ids=lambda month: f"year begins in month {month}")
@pytest.mark.parametrize("year", [2023, 2024, 2025], ids=str)
def test_every_quarter_has_13_weeks_and_3_months(year: int, fiscal_start: int) -> None:
    """Whatever its length, leap years and fiscal years included, a quarter has 13 weeks and 3 months."""
    for number in (1, 2, 3, 4):
        quarter = Quarter(year, number, fiscal_start)
        span = Period(quarter.start, quarter.end)
        assert len(check_in_periods(span, "weekly")) == 13
        assert len(check_in_periods(span, "monthly")) == 3


@given(spans, st.sampled_from(["weekly", "monthly"]))
def test_periods_fill_the_span(span: Period, cadence: str) -> None:
    """Periods follow each other without gap or overlap, from the first day to the last."""
    periods = check_in_periods(span, cadence)
    assert (periods[0].start, periods[-1].end) == span
    assert all(period.start <= period.end for period in periods)
    assert all(after.start - before.end == timedelta(days=1) for before, after in itertools.pairwise(periods))


@given(spans)
def test_weeks_have_4_to_10_days(span: Period) -> None:
    """Only a span shorter than 4 days has a shorter week."""
    lengths = [(period.end - period.start).days + 1 for period in check_in_periods(span, "weekly")]
    assert lengths[:-1] == [7] * (len(lengths) - 1)
    assert 4 <= lengths[-1] <= 10 or len(lengths) == 1


def test_tally_of_the_last_check_in() -> None:
    """In each period the last check-in decides, in any order of the check-ins."""
    periods = check_in_periods(AUTUMN, "weekly")
    checked = [(date(2026, 10, 7), False), (date(2026, 10, 1), True), (date(2026, 10, 8), True)]
    assert tally(periods, checked, date(2026, 10, 8)) == Tally(held=1, missed=0, periods=2)


def test_tally_before_the_first_day() -> None:
    """Before the quarter no period counts."""
    periods = check_in_periods(AUTUMN, "weekly")
    assert tally(periods, [(date(2026, 9, 30), True)], date(2026, 9, 30)) == Tally(0, 0, 0)


@given(
    st.dictionaries(st.dates(date(2026, 9, 1), date(2027, 1, 31)), st.booleans()),
    st.dates(date(2026, 9, 1), date(2027, 1, 31)),
)
def test_tally_agrees_with_counting_by_hand(checked: dict[date, bool], as_of: date) -> None:
    """Looking at one period after the other gives the same counts."""
    held = missed = counted = 0
    for start, end in check_in_periods(AUTUMN, "weekly"):
        inside = sorted(day for day in checked if start <= day <= min(end, as_of))
        if inside or end <= as_of:
            counted += 1
            held += bool(inside) and checked[inside[-1]]
            missed += not inside
    assert tally(check_in_periods(AUTUMN, "weekly"), checked.items(), as_of) == (held, missed, counted)


@pytest.mark.parametrize(
    ("span", "day", "share"),
    [
        pytest.param(AUTUMN, date(2026, 9, 30), Decimal(0), id="the day before"),
        pytest.param(AUTUMN, date(2026, 10, 1), Decimal(1) / 92, id="the first day has passed"),
        pytest.param(AUTUMN, date(2026, 11, 15), Decimal("0.5"), id="half"),
        pytest.param(AUTUMN, date(2026, 12, 31), Decimal(1), id="the last day"),
        pytest.param(AUTUMN, date(2027, 3, 1), Decimal(1), id="long after"),
        pytest.param(Period(date(2024, 1, 1), date(2024, 3, 31)), date(2024, 2, 29), Decimal(60) / 91, id="leap day"),
        pytest.param(Period(date(2026, 10, 1), date(2026, 10, 1)), date(2026, 9, 30), Decimal(0), id="before one day"),
        pytest.param(Period(date(2026, 10, 1), date(2026, 10, 1)), date(2026, 10, 1), Decimal(1), id="one day"),
        pytest.param(Period(date(2026, 10, 1), date(2026, 9, 1)), date(2026, 8, 31), Decimal(0), id="due before it began, before"),
        pytest.param(Period(date(2026, 10, 1), date(2026, 9, 1)), date(2026, 9, 1), Decimal(1), id="due before it began, on the day"),
    ],
)  # fmt: skip
def test_share_elapsed(span: Period, day: date, share: Decimal) -> None:
    """Elapsed is (as_of − start + 1) ÷ days, clamped to 0..1."""
    assert share_elapsed(span, day) == share


@given(spans, st.dates(date(1999, 1, 1), date(2101, 1, 1)))
def test_time_only_passes(span: Period, day: date) -> None:
    """The share of time is 0..1 and never falls."""
    share = share_elapsed(span, day)
    assert 0 <= share <= share_elapsed(span, day + timedelta(days=1)) <= 1
    assert (share == 1) is (day >= span.end)


@pytest.mark.parametrize(
    ("fields", "quarter", "span"),
    [
        pytest.param("title: Leads", "2026-Q4", AUTUMN, id="the quarter"),
        pytest.param("due: 2026-11-30", "2026-Q4", Period(AUTUMN.start, date(2026, 11, 30)), id="an own day"),
        pytest.param("due: 2027-01-31", "2026-Q4", Period(AUTUMN.start, date(2027, 1, 31)), id="a later day"),
        pytest.param("due: soon", "2026-Q4", AUTUMN, id="no day"),
        pytest.param("due: 2026-11-30", "someday", None, id="no quarter"),
    ],
)
def test_span_of_a_key_result(fields: str, quarter: str, span: Period | None) -> None:
    """A key result runs from its quarter's first day to its own day, else to the quarter's last."""
    assert key_result_span(key_result(fields, quarter=quarter)) == span
