from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from okrlint.model.quantity import round_half_up
from okrlint.model.scoring import (
    PAR_HIGH,
    PAR_LOW,
    Score,
    band,
    mean_of_key_results,
    objective_score,
    par_range,
    par_word,
    plan_score,
    score,
)
from tests.model.scoring_vectors import (
    BANDS,
    FIRST_DAY,
    LAST_DAY,
    MEANS,
    PARS,
    SCORED,
    UNSCORED,
    Band,
    Mean,
    Par,
    Scored,
    Unscored,
    change,
    growth,
    steps,
    weekly,
)  # fmt: skip
from tests.model.written_plans import key_result, plan, plan_of


def rounded(number: Decimal | None) -> Decimal | None:
    """To the four decimals of the vectors."""
    return None if number is None else round_half_up(number, 4)


def fixed(raw: str, weight: str = "1") -> tuple[Score, Decimal]:
    """A row of a mean with a given raw score."""
    reached = Decimal(raw)
    return Score(reached, min(max(reached, Decimal(0)), Decimal(1)), "scored", reached, ""), Decimal(weight)


# The vectors of scoring.md ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("vector", SCORED, ids=lambda vector: vector.case)
def test_scores(vector: Scored) -> None:
    """A key result reaches the raw progress and the score of its vector."""
    result = score(key_result(vector.fields), LAST_DAY)
    assert result.status == "scored", result.reason
    assert (rounded(result.raw), rounded(result.score)) == (Decimal(vector.raw), Decimal(vector.score))


@pytest.mark.parametrize("vector", UNSCORED, ids=lambda vector: vector.case)
def test_what_has_no_score(vector: Unscored) -> None:
    """What is pending or cannot be scored says so, with its reason and never with a number."""
    result = score(key_result(vector.fields), LAST_DAY)
    assert result[:3] == (None, None, vector.status)
    assert result.reason == vector.reason


@pytest.mark.parametrize("vector", MEANS, ids=lambda vector: vector.case)
def test_means(vector: Mean) -> None:
    """A mean clamps first, weighs, and leaves out what has no score."""
    nothing = Score(None, None, "pending", None, "")
    rows = [(nothing, Decimal(weight)) if raw is None else fixed(raw, weight) for raw, weight in vector.rows]
    mean = mean_of_key_results(rows)
    assert (mean.score, mean.minimum) == (Decimal(vector.mean), Decimal(vector.minimum))
    assert mean.pending == sum(raw is None for raw, _ in vector.rows)
    assert mean.scored == sum(raw is not None and Decimal(weight) > 0 for raw, weight in vector.rows)


@pytest.mark.parametrize("vector", BANDS, ids=lambda vector: vector.score)
def test_bands(vector: Band) -> None:
    """The colour follows the score rounded half up to one decimal, so there is no gap between bands."""
    assert round_half_up(Decimal(vector.score), 1) == Decimal(vector.rounded)
    assert band(Decimal(vector.score)) == vector.band


@pytest.mark.parametrize("vector", PARS, ids=lambda vector: f"{vector.commitment} {vector.score}")
def test_par(vector: Par) -> None:
    """Par is 0.6 to 0.7 inclusive for aspirational and 1 for committed key results; 0 and 1 have their own words."""
    assert par_word(Decimal(vector.score), vector.commitment) == vector.word


def test_par_limits() -> None:
    """The limits of par are those of the source article."""
    assert par_range("aspirational") == (PAR_LOW, PAR_HIGH) == (Decimal("0.6"), Decimal("0.7"))
    assert par_range("committed") == (Decimal(1), Decimal(1))


# Reasons ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        pytest.param(growth("650", "25%", "702"), "(702 − 650) ÷ (812.5 − 650)", id="growth"),
        pytest.param(change("1,900", "$3.5k", "2,300"), "($2,300 − $1,900) ÷ ($3,500 − $1,900)", id="money"),
        pytest.param(change("25%", "30%", "26.5%"), "(26.5% − 25%) ÷ (30% − 25%)", id="percentages"),
        pytest.param(change("-2", "-5", "-4"), "(−4 − (−2)) ÷ (−5 − (−2))", id="negative numbers"),
        pytest.param(change("0 leads", "40 leads", "10 leads"), "(10 − 0) ÷ (40 − 0)", id="units in words are left out"),
        pytest.param(growth("3", "33.3333333%", "3.1"), "(3.1 − 3) ÷ (4 − 3)", id="four decimals at most"),
        pytest.param("target: 1k\ncheck_ins: {2026-10-12: 600}", "600 ÷ 1,000", id="count"),
        pytest.param(weekly("type: at-most\ntarget: 25%", "25%", "26%"), "1 of 13 weeks at most 25%, 11 without a check-in", id="limit"),
        pytest.param(weekly("type: at-least\ntarget: 5", *["5"] * 13), "13 of 13 weeks at least 5", id="held all the time"),
        pytest.param(weekly("type: between\ntarget: [4, 5]", "4.5"), "1 of 13 weeks between 4 and 5, 12 without a check-in", id="band"),
        pytest.param(weekly("due: 2026-10-07\ntype: at-least\ntarget: 4", "4"), "1 of 1 week at least 4", id="one week"),
        pytest.param(steps("2026-10-20", "", ""), "1 of 3 steps finished", id="equal steps"),
        pytest.param(steps("2026-10-20"), "1 of 1 step finished", id="one step"),
        pytest.param(steps("2026-10-20", "", weights=("0.7", "0.3")), "1 of 2 steps finished, which weigh 0.7 of 1", id="weighted steps"),
        pytest.param("type: done\ncheck_ins: {2026-10-12: yes}", "done", id="done"),
        pytest.param("type: done\ncheck_ins: {2026-10-12: no}", "not done", id="not done"),
        pytest.param("type: establish-baseline\ncheck_ins: {2026-10-12: 42%}", "measured: 42%", id="measured"),
    ],
)  # fmt: skip
def test_reasons(fields: str, reason: str) -> None:
    """The reason shows the formula with the real numbers, a true minus sign and the unit where it is a sign."""
    assert score(key_result(fields), LAST_DAY).reason == reason


def test_reason_of_monthly_limit() -> None:
    """A metric that is read monthly is counted in months."""
    company = """
        kind: company
        version: 1
        metrics:
          - id: churn
            cadence: monthly
        """
    found = key_result(
        "metric: churn\ntype: at-most\ntarget: 3%\ncheck_ins: {2026-10-30: 2%, 2026-11-30: 4%}",
        company=company,
    )
    result = score(found, date(2026, 11, 30))
    assert (result.held, result.periods, result.reason) == (1, 2, "1 of 2 months at most 3%")


# What counts -----------------------------------------------------------------------------------------------------


def test_latest_date_is_current() -> None:
    """The latest date is the current value, whatever the order in the file."""
    found = key_result("baseline: 0\ntarget: 100\ncheck_ins: {2026-11-02: 40, 2026-10-12: 10, 2026-10-19: 90}")
    assert score(found, LAST_DAY).current == 40


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 10, 11), None, id="the day before"),
        pytest.param(date(2026, 10, 12), Decimal("0.1"), id="the day itself"),
        pytest.param(date(2026, 11, 1), Decimal("0.1"), id="the day before the next"),
        pytest.param(date(2026, 11, 2), Decimal("0.4"), id="the next"),
    ],
)
def test_check_ins_after_the_day_are_ignored(day: date, expected: Decimal | None) -> None:
    """What was checked in after the day is not known on that day."""
    found = key_result("baseline: 0\ntarget: 100\ncheck_ins: {2026-10-12: 10, 2026-11-02: 40}")
    assert score(found, day).score == expected


def test_unreadable_check_ins_are_ignored() -> None:
    """A check-in without a number or without a real day is no current value."""
    found = key_result(
        "baseline: 0\ntarget: 100\ncheck_ins: {2026-10-12: 10, 2026-10-19: soon, 2026-02-30: 70, 2026-11-02: yes}"
    )
    assert score(found, LAST_DAY).current == 10


def test_check_in_of_a_yes_or_no_needs_a_yes_or_no() -> None:
    """A number says neither done nor not done."""
    assert score(key_result("type: done\ncheck_ins: {2026-10-12: 1}"), LAST_DAY).status == "pending"


@pytest.mark.parametrize("text", ["true", "True", "YES", "yes", '"Yes"'], ids=str)
def test_yes_in_any_case(text: str) -> None:
    """Yes is read in any of its forms."""
    assert score(key_result(f"type: done\ncheck_ins:\n  2026-10-12: {text}"), LAST_DAY).score == 1


def test_steps_finished_later_are_ignored() -> None:
    """A step that is finished after the day is not finished yet, and that is a 0 and not pending."""
    found = key_result(steps("2026-10-20", "2026-11-20"))
    assert score(found, date(2026, 10, 19)).score == 0
    assert score(found, date(2026, 10, 20)).score == Decimal("0.5")


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        pytest.param(("3", "1"), Decimal("0.75"), id="proportions"),
        pytest.param(("1", "0"), Decimal(1), id="a step of weight 0"),
    ],
)
def test_weights_of_steps(weights: tuple[str, ...], expected: Decimal) -> None:
    """Weights that do not add up to 1 are proportions."""
    assert score(key_result(steps("2026-10-20", "", weights=weights)), LAST_DAY).score == expected


@pytest.mark.parametrize("weights", [("0", "0"), ("-1", "2")], ids=["all zero", "negative"])
def test_weights_that_mean_nothing(weights: tuple[str, ...]) -> None:
    """Steps whose weights mean nothing are not scored."""
    result = score(key_result(steps("2026-10-20", "", weights=weights)), LAST_DAY)
    assert (result.status, result.reason) == ("unscorable", "a weight of a step is below 0, or all are 0")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        pytest.param("type: improve\ntarget: 4", "its type is none that has a formula", id="unknown type"),
        pytest.param("type: increase\nbaseline: 4", "no target and no growth", id="no target"),
        pytest.param("type: count", "no target", id="count without target"),
        pytest.param("type: decrease\nbaseline: 4\ngrowth: 5%", "type decrease, but the target 4.2 is above the baseline 4", id="growing decrease"),
        pytest.param("baseline: 4\ngrowth: 0.25", "growth must be a plain percentage", id="bare growth"),
        pytest.param("baseline: 4\ngrowth: 5% per month", "growth must be a plain percentage", id="growth a month"),
        pytest.param("baseline: 650\ngrowth: 25%\ntarget: 800", "growth and target are both given and disagree", id="two targets"),
        pytest.param(change("€400", "$300", "$330"), "two units in one formula: € and $", id="baseline in another unit"),
        pytest.param("target: $300\ncheck_ins: {2026-10-12: 30%}", "two units in one formula: $ and %", id="count in another unit"),
        pytest.param(weekly("type: at-most\ntarget: 3%", "$2"), "two units in one formula: % and $", id="limit in another unit"),
        pytest.param("type: at-most\ncheck_ins: {2026-10-12: 4}", "no limit to hold", id="limit without target"),
        pytest.param("type: between\ntarget: 4", "no limit to hold", id="band of one"),
        pytest.param("type: between\ntarget: [5, 4]", "the lower limit is above the upper one", id="band upside down"),
        pytest.param("type: milestones", "no steps", id="no steps"),
    ],
)  # fmt: skip
def test_what_cannot_be_scored(fields: str, reason: str) -> None:
    """A key result that lacks something or contradicts itself gets a reason instead of a guess."""
    result = score(key_result(fields), LAST_DAY)
    assert (result.status, result.score, result.reason) == ("unscorable", None, reason)


def test_limit_without_a_quarter() -> None:
    """A limit can only be held in check-in periods, and those need a quarter."""
    result = score(key_result("type: at-most\ntarget: 4\ncheck_ins: {2026-10-12: 4}", quarter="someday"), LAST_DAY)
    assert (result.status, result.reason, result.current) == (
        "unscorable",
        "no quarter in which to hold the limit",
        4,
    )


def test_growth_and_target_that_agree() -> None:
    """Growth and a target that say the same leave nothing to choose."""
    found = key_result("baseline: 650\ngrowth: 25%\ntarget: 812.5\ncheck_ins: {2026-10-12: 731.25}")
    assert score(found, LAST_DAY).score == Decimal("0.5")


def test_judged() -> None:
    """A judged key result has the score that a person gave it, whatever its numbers say."""
    found = key_result(change("0", "100", "20") + "\nscoring: judged\nclose:\n  score: 0.6")
    assert score(found, LAST_DAY) == (
        Decimal("0.6"),
        Decimal("0.6"),
        "judged",
        Decimal(20),
        "judged: 0.6",
        None,
        None,
    )


def test_judged_is_pending_until_the_close() -> None:
    """Before the close there is nothing to judge by."""
    result = score(key_result(change("0", "100", "20") + "\nscoring: judged"), LAST_DAY)
    assert (result.status, result.score, result.current) == ("pending", None, 20)
    assert result.reason == "to be judged when the quarter closes"


# Limits and their periods ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "held", "periods"),
    [
        pytest.param(date(2026, 10, 14), 2, 2, id="last day of the second week"),
        pytest.param(date(2026, 10, 15), 2, 2, id="a running week without a check-in does not count"),
        pytest.param(date(2026, 10, 20), 2, 2, id="the day before its check-in"),
        pytest.param(date(2026, 10, 21), 2, 3, id="missed and over"),
        pytest.param(date(2026, 10, 26), 2, 3, id="the next is running"),
        pytest.param(date(2026, 10, 27), 3, 4, id="a running week with a check-in counts"),
        pytest.param(LAST_DAY, 3, 13, id="the whole quarter"),
        pytest.param(date(2027, 6, 1), 3, 13, id="long after it"),
    ],
)
def test_periods_that_count(day: date, held: int, periods: int) -> None:
    """A missed period that is over counts as not held; the running one counts only with a check-in."""
    found = key_result(weekly("type: at-least\ntarget: 5", "5", "5", "", "5"))
    result = score(found, day)
    assert (result.held, result.periods) == (held, periods)


def test_last_check_in_of_a_period_counts() -> None:
    """Of several check-ins in a week only the last one says whether the limit was held."""
    found = key_result("type: at-most\ntarget: 25\ncheck_ins: {2026-10-07: 24, 2026-10-01: 30, 2026-10-06: 26}")
    assert score(found, date(2026, 10, 6)).score == 0
    assert score(found, date(2026, 10, 7)).score == 1


def test_limit_until_its_own_day() -> None:
    """A limit with a day of its own has no periods after it, so none can be missed."""
    found = key_result(weekly("due: 2026-10-14\ntype: at-least\ntarget: 5", "5", "5"))
    result = score(found, LAST_DAY)
    assert (result.held, result.periods) == (2, 2)


@pytest.mark.parametrize("due", ["2026-09-01", "9999-12-31"], ids=["before the quarter", "after it"])
def test_limit_with_a_day_outside_the_quarter(due: str) -> None:
    """A day outside the quarter changes none of its periods."""
    found = key_result(weekly(f"due: {due}\ntype: at-least\ntarget: 5", "5", "5"))
    assert score(found, LAST_DAY).periods == 13


def test_limit_of_one_day() -> None:
    """A limit that is due on the quarter's first day has one period of one day."""
    found = key_result("due: 2026-10-01\ntype: at-least\ntarget: 5\ncheck_ins: {2026-10-01: 5, 2026-10-02: 4}")
    assert score(found, LAST_DAY).reason == "1 of 1 week at least 5"


def test_band_of_one_value() -> None:
    """A band whose two limits are the same can be held, exactly there."""
    found = key_result(weekly("due: 2026-10-14\ntype: between\ntarget: [5, 5]", "5", "5.1"))
    assert score(found, LAST_DAY).score == Decimal("0.5")


def test_unreadable_check_ins_hold_nothing() -> None:
    """In a limit, too, a check-in without a number or without a real day is passed over."""
    found = key_result(
        "due: 2026-10-07\ntype: at-least\ntarget: 5\ncheck_ins: {2026-10-05: 5, 2026-10-06: soon, 2026-02-30: 4, 2026-10-07: no}"
    )
    assert score(found, LAST_DAY).score == 1


def test_check_ins_outside_the_quarter_hold_nothing() -> None:
    """A limit that was checked only before the quarter is pending."""
    found = key_result("type: at-least\ntarget: 5\ncheck_ins: {2026-09-30: 5, 2027-01-01: 5}")
    assert score(found, date(2027, 2, 1)).status == "pending"


# Objectives and plans --------------------------------------------------------------------------------------------

TWENTY = change("0", "100", "20")
SIXTY = change("0", "100", "60")
PENDING = "baseline: 0\ntarget: 100"
BROKEN = "title: Be better"


def test_objective() -> None:
    """An objective is the mean of what is scored, beside its minimum and the counts of the rest."""
    objective = plan_of([TWENTY, SIXTY, PENDING, BROKEN]).objectives[0]
    assert objective_score(objective, LAST_DAY) == (Decimal("0.4"), Decimal("0.2"), 2, 1, 1)


@pytest.mark.parametrize("field", ["status: dropped", "status: draft", "weight: 0"], ids=str)
def test_key_results_that_do_not_count(field: str) -> None:
    """Dropped and draft key results and those of weight 0 leave mean, minimum and counts."""
    objective = plan_of([TWENTY + "\n" + field, SIXTY, PENDING + "\n" + field]).objectives[0]
    assert objective_score(objective, LAST_DAY) == (Decimal("0.6"), Decimal("0.6"), 1, 0, 0)


def test_objective_of_weights_zero() -> None:
    """All weights 0 is no mean at all, and never a division by 0."""
    objective = plan_of([TWENTY + "\nweight: 0", SIXTY + "\nweight: 0"]).objectives[0]
    assert objective_score(objective, LAST_DAY) == (None, None, 0, 0, 0)


def test_judged_counts_in_the_mean() -> None:
    """A judged score is averaged like a computed one."""
    objective = plan_of([TWENTY, "scoring: judged\nclose:\n  score: 0.8"]).objectives[0]
    assert objective_score(objective, LAST_DAY).score == Decimal("0.5")


def test_plan() -> None:
    """A plan is the plain mean of its objectives, and counts them."""
    found = plan_of([TWENTY], [SIXTY + "\nweight: 3"], [PENDING, BROKEN], [BROKEN], [])
    assert plan_score(found, LAST_DAY) == (Decimal("0.4"), Decimal("0.2"), 2, 1, 2)


@pytest.mark.parametrize("status", ["dropped", "draft"])
def test_objectives_that_do_not_count(status: str) -> None:
    """Dropped and draft objectives leave the plan's mean and counts."""
    text = plan_of([TWENTY], [SIXTY]).document.text.text
    changed = text.replace("- id: objective-1", f"- id: objective-1\n    status: {status}")
    assert plan_score(plan(changed), LAST_DAY) == (Decimal("0.6"), Decimal("0.6"), 1, 0, 0)


def test_empty_plan() -> None:
    """A plan without objectives has no score."""
    assert plan_score(plan_of([]), LAST_DAY) == (None, None, 0, 0, 1)


# Laws ------------------------------------------------------------------------------------------------------------

numbers = st.decimals(min_value=-100_000, max_value=100_000, places=3, allow_nan=False)
positive = st.decimals(min_value="0.001", max_value=100_000, places=3)
days = st.dates(FIRST_DAY - timedelta(days=20), LAST_DAY + timedelta(days=20))
check_ins = st.dictionaries(days, numbers, min_size=1, max_size=8)
scores = st.decimals(min_value=-2, max_value=3, places=4)
weights = st.decimals(min_value="0.001", max_value=1000, places=3)


def written(entries: dict[date, Decimal] | list[tuple[date, Decimal]]) -> str:
    """Check-ins as YAML, in the order given."""
    pairs = entries.items() if isinstance(entries, dict) else entries
    return "check_ins:\n" + "".join(f"  {day}: {value:f}\n" for day, value in pairs)


@given(numbers, numbers, numbers)
def test_score_is_within_bounds_and_tells_progress(baseline: Decimal, target: Decimal, current: Decimal) -> None:
    """A score is 0..1, and above 0 exactly when the value moved from the baseline towards the target."""
    result = score(key_result(change(f"{baseline:f}", f"{target:f}", f"{current:f}")), LAST_DAY)
    if target == baseline:
        assert result[:3] == (None, None, "unscorable")
        return
    assert result.score is not None
    assert 0 <= result.score <= 1
    moved = current > baseline if target > baseline else current < baseline
    assert (result.score > 0) is moved
    arrived = current >= target if target > baseline else current <= target
    assert (result.score == 1) is arrived


@given(positive, st.integers(-99, 300), numbers)
def test_growth_is_a_target(baseline: Decimal, percentage: int, current: Decimal) -> None:
    """Growth g and the target baseline × (1 + g) score the same."""
    by_growth = score(key_result(growth(f"{baseline:f}", f"{percentage}%", f"{current:f}")), LAST_DAY)
    target = baseline * (100 + percentage) / 100
    by_target = score(key_result(change(f"{baseline:f}", f"{target:f}", f"{current:f}")), LAST_DAY)
    assert by_growth == by_target


@given(numbers, numbers, numbers)
def test_increase_and_decrease_are_mirrors(baseline: Decimal, target: Decimal, current: Decimal) -> None:
    """Turning every sign turns an increase into a decrease with the same score."""
    one = score(key_result(change(f"{baseline:f}", f"{target:f}", f"{current:f}")), LAST_DAY)
    other = score(key_result(change(f"{-baseline:f}", f"{-target:f}", f"{-current:f}")), LAST_DAY)
    assert (one.raw, one.score, one.status) == (other.raw, other.score, other.status)


@pytest.mark.parametrize(
    "measure",
    [
        pytest.param("baseline: 0\ntarget: 100", id="increase"),
        pytest.param("target: 100", id="count"),
        pytest.param("type: at-least\ntarget: 0", id="limit"),
    ],
)
@given(entries=check_ins, seed=st.randoms(use_true_random=False), day=days)
def test_order_in_the_file_does_not_matter(measure: str, entries: dict[date, Decimal], seed: Random, day: date) -> None:
    """Check-ins score the same in any order."""
    shuffled = list(entries.items())
    seed.shuffle(shuffled)
    one = score(key_result(f"{measure}\n{written(entries)}"), day)
    assert one == score(key_result(f"{measure}\n{written(shuffled)}"), day)


@pytest.mark.parametrize(
    "measure",
    [
        pytest.param("baseline: 0\ntarget: 100", id="increase"),
        pytest.param("type: between\ntarget: [-10, 10]", id="limit"),
        pytest.param("type: establish-baseline", id="new metric"),
    ],
)
@given(entries=check_ins, day=days)
def test_the_future_does_not_matter(measure: str, entries: dict[date, Decimal], day: date) -> None:
    """Check-ins after a day change nothing on that day."""
    known = {when: value for when, value in entries.items() if when <= day}
    whole = score(key_result(f"{measure}\n{written(entries)}"), day)
    assert whole == score(key_result(f"{measure}\n{written(known)}" if known else measure), day)


@given(check_ins, days)
def test_held_periods_are_a_share(entries: dict[date, Decimal], day: date) -> None:
    """A limit is held in none to all of the periods, and there are never more than 13."""
    result = score(key_result(f"type: at-least\ntarget: 0\n{written(entries)}"), day)
    assume(result.status == "scored")
    assert result.held is not None
    assert result.periods is not None
    assert 0 <= result.held <= result.periods <= 13
    assert result.raw == Decimal(result.held) / result.periods


@given(st.lists(st.tuples(scores, weights), min_size=1, max_size=8), positive)
def test_scaling_weights_changes_no_mean(rows: list[tuple[Decimal, Decimal]], factor: Decimal) -> None:
    """Only the proportion of weights matters."""
    one = mean_of_key_results(fixed(str(raw), str(weight)) for raw, weight in rows).score
    other = mean_of_key_results(fixed(str(raw), str(weight * factor)) for raw, weight in rows).score
    assert rounded(one) == rounded(other)


@given(st.lists(st.tuples(scores, weights), min_size=1, max_size=8))
def test_mean_lies_between_its_ends(rows: list[tuple[Decimal, Decimal]]) -> None:
    """A mean is between the smallest and the largest score, to the last digit."""
    clamped = [min(max(raw, Decimal(0)), Decimal(1)) for raw, _ in rows]
    mean = mean_of_key_results(fixed(str(raw), str(weight)) for raw, weight in rows)
    assert mean.minimum == min(clamped)
    assert mean.score is not None
    assert min(clamped) <= mean.score <= max(clamped)


@given(st.decimals(min_value=0, max_value=1, places=6), st.sampled_from(["aspirational", "committed"]))
def test_words_and_bands_have_no_gap(reached: Decimal, commitment: str) -> None:
    """Every score has one word of par and one colour, and both rise with it."""
    words = ["no movement", "below par", "par", "above par", "too easy?"]
    bands = ["red", "amber", "green"]
    higher = min(reached + Decimal("0.05"), Decimal(1))
    assert words.index(par_word(reached, commitment)) <= words.index(par_word(higher, commitment))
    assert bands.index(band(reached)) <= bands.index(band(higher))
