from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.model.pace import Pace, elapsed, pace, pace_of, word_for
from okrlint.model.quantity import round_half_up
from okrlint.model.scoring import score
from tests.model.scoring_vectors import FIRST_DAY, LAST_DAY, PACES, Paced, change, steps, weekly
from tests.model.written_plans import key_result

HALF = date(2026, 11, 15)
NO_PACE = Pace("none")


@pytest.mark.parametrize("vector", PACES, ids=lambda vector: vector.case)
def test_words(vector: Paced) -> None:
    """A key result has the expected progress and the word of its vector on its day."""
    result = pace(key_result(vector.fields), date.fromisoformat(vector.day))
    expected = None if result.expected is None else round_half_up(result.expected, 4)
    assert (expected, result.word) == (Decimal(vector.expected) if vector.expected else None, vector.word)


@pytest.mark.parametrize(
    ("gap", "word"),
    [
        ("-0.5", "ahead"), ("0", "ahead"), ("0.0001", "on track"), ("0.1", "on track"), ("0.1001", "behind"),
        ("0.2", "behind"), ("0.2001", "at risk"), ("1.5", "at risk"),
    ],
    ids=str,
)  # fmt: skip
def test_limits_of_words(gap: str, word: str) -> None:
    """A gap right at a limit has the better word."""
    assert word_for(Decimal(gap)) == word


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param(change("0", "100", "40"), (Decimal("0.5"), Decimal("0.4"), Decimal("0.1"), Decimal("0.8")), id="increase"),
        pytest.param(change("100", "60", "110"), (Decimal("0.5"), Decimal("-0.25"), Decimal("0.75"), Decimal("-0.5")), id="backwards"),
        pytest.param("target: 100\ncheck_ins: {2026-10-12: 60}", (Decimal("0.5"), Decimal("0.6"), Decimal("-0.1"), Decimal("1.2")), id="count"),
        pytest.param(weekly("type: at-least\ntarget: 5", *["5"] * 3, "4", *["5"] * 2), (1, Decimal(5) / 6, 1 - Decimal(5) / 6, Decimal(5) / 6), id="limit"),
        pytest.param(steps("2026-10-20", "", "", ""), (0, Decimal("0.25"), Decimal("-0.25"), Decimal("0.5")), id="milestones"),
    ],
)  # fmt: skip
def test_numbers(fields: str, expected: tuple[Decimal, ...]) -> None:
    """Expected, raw progress, the gap between them, and where it ends if it goes on like this."""
    assert pace(key_result(fields), HALF)[1:] == expected


@pytest.mark.parametrize(
    ("day", "forecast"),
    [
        pytest.param(date(2026, 10, 18), None, id="18 of 92 days"),
        pytest.param(date(2026, 10, 19), Decimal("0.1") / (Decimal(19) / 92), id="19 of 92 days"),
    ],
)
def test_forecast_waits_for_a_fifth(day: date, forecast: Decimal | None) -> None:
    """Before a fifth of the time has passed nothing is forecast."""
    assert pace(key_result(change("0", "100", "10")), day).forecast == forecast


def test_forecast_from_exactly_a_fifth() -> None:
    """A fifth that has just passed has passed: the first of five days."""
    found = key_result("baseline: 0\ntarget: 100\ndue: 2026-10-05\ncheck_ins:\n  2026-10-01: 10")
    assert pace(found, FIRST_DAY).forecast == Decimal("0.5")


def test_limit_forecasts_at_once() -> None:
    """The share of periods held so far is the forecast of a limit, from its first week on."""
    assert pace(key_result(weekly("type: at-least\ntarget: 5", "5")), date(2026, 10, 7)).forecast == 1


def test_par_pace() -> None:
    """Par pace is the expected progress that ends at 0.7."""
    assert pace(key_result(change("0", "100", "40")), HALF).par == Decimal("0.35")
    assert NO_PACE.par is None


def test_own_day_replaces_the_end() -> None:
    """With a day of its own a key result has less time."""
    found = key_result(change("0", "100", "40") + "\ndue: 2026-11-15")
    assert elapsed(found, HALF) == 1
    assert pace(found, HALF).word == "at risk"


def test_pending_has_no_progress() -> None:
    """Without a check-in there is something to expect and nothing to compare."""
    assert pace(key_result("baseline: 0\ntarget: 100"), HALF) == Pace("pending", Decimal("0.5"))


def test_limit_never_checked_is_pending() -> None:
    """A limit without a check-in is pending, not at risk."""
    assert pace(key_result("type: at-most\ntarget: 5"), HALF) == Pace("pending", Decimal(1))


def test_steps_are_never_pending() -> None:
    """A plan of steps needs no check-in to be behind."""
    found = key_result("milestones:\n  - title: Pilot\n    due: 2026-10-31\n  - title: Launch")
    assert pace(found, date(2026, 10, 30)).word == "ahead"
    assert pace(found, date(2026, 10, 31)).word == "at risk"


def test_steps_without_a_day_are_due_with_the_key_result() -> None:
    """A step without a day of its own is expected on the key result's day."""
    found = key_result(steps("", ""))
    assert [pace(found, day).expected for day in (LAST_DAY - timedelta(days=1), LAST_DAY)] == [0, 1]


@pytest.mark.parametrize("kind", ["done", "establish-baseline"])
def test_all_or_nothing_has_no_pace_before_its_day(kind: str) -> None:
    """What is done or not done is neither ahead nor behind until its day comes."""
    found = key_result(f"type: {kind}\ndue: 2026-11-30")
    assert pace(found, date(2026, 11, 29)) == Pace("not due")
    assert pace(found, date(2026, 11, 30)) == Pace("pending", Decimal(1))


@pytest.mark.parametrize(
    ("fields", "quarter"),
    [
        pytest.param("title: Be better", "2026-Q4", id="nothing to measure"),
        pytest.param(change("650", "650", "700"), "2026-Q4", id="nowhere to go"),
        pytest.param(change("0", "100", "40"), "someday", id="no quarter"),
        pytest.param(change("0", "100", "40") + "\nscoring: judged", "2026-Q4", id="to be judged"),
        pytest.param(change("0", "100", "40") + "\nscoring: judged\nclose: {score: 0.4}", "2026-Q4", id="judged"),
    ],
)
def test_no_pace(fields: str, quarter: str) -> None:
    """Where no progress can be computed there is no pace."""
    assert pace(key_result(fields, quarter=quarter), HALF) == NO_PACE


def test_elapsed_without_a_quarter() -> None:
    """Without a readable quarter no time passes."""
    assert elapsed(key_result("title: Leads", quarter="someday"), HALF) == 0


days = st.dates(FIRST_DAY - timedelta(days=20), LAST_DAY + timedelta(days=20))


@given(days, st.integers(-50, 250))
def test_words_follow_from_the_gap(day: date, current: int) -> None:
    """Exactly one word fits, by the gap between expected and raw progress."""
    found = key_result(f"baseline: 0\ntarget: 100\ncheck_ins:\n  2026-09-01: {current}")
    result = pace_of(found, score(found, day), day)
    behind_by = elapsed(found, day) - Decimal(current) / 100
    fitting = {
        "ahead": behind_by <= 0,
        "on track": 0 < behind_by <= Decimal("0.1"),
        "behind": Decimal("0.1") < behind_by <= Decimal("0.2"),
        "at risk": behind_by > Decimal("0.2"),
    }
    assert [word for word, fits in fitting.items() if fits] == [result.word]
    assert result.gap == behind_by


@given(days, days)
def test_the_same_value_never_looks_better_later(one: date, other: date) -> None:
    """As time passes and nothing moves, a pace only gets worse."""
    found = key_result("baseline: 0\ntarget: 100\ncheck_ins:\n  2026-09-01: 40")
    words = ["ahead", "on track", "behind", "at risk"]
    earlier, later = sorted((one, other))
    assert words.index(pace(found, earlier).word) <= words.index(pace(found, later).word)
