"""What a page says of one key result: each row of the table is one key result in YAML."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.reports.sites import COMPANY, MARKETING, plan_rows, plan_text, survey

if TYPE_CHECKING:
    from okrlint.views.report import Row

INCREASE = """\
- title: More leads
  metric: mqls
  owner: ana
  baseline:
    value: 1900
    period: 2026-Q3
    source: CRM report 14
  growth: 25%
  check_ins:
    2026-10-12: 1950
    2026-11-09:
      value: 2100
      confidence: 0.6
      note: Webinar slipped
      next: Move its budget
      by: ana
    2026-12-01: 5000
"""


def row(
    key_result: str, status: str = "active", files: dict[str, str] | None = None, as_of: date = date(2026, 11, 15)
) -> Row:
    """The first key result of a plan as a page would get it."""
    plan = plan_text(key_result, more=f"status: {status}\n")
    found = survey({"okrs/company.yaml": COMPANY, MARKETING: plan, **(files or {})}, as_of)
    plans = [plan for plan in plan_rows(found) if plan["quarter"] == "2026-Q4"]
    objective = plans[0]["objectives"][0]
    return (objective["key_results"] + objective["others"])[0]  # type: ignore[no-any-return]


def facts(found: Row) -> list[tuple[str, str, str]]:
    """Label, text and note of its numbers."""
    return [(fact["label"], fact["text"], fact["note"]) for fact in found["facts"]]


def test_an_increase_in_numbers() -> None:
    """From where, to where and where it is now, with the source; what lies after the day is not known yet."""
    found = row(INCREASE)
    assert facts(found) == [
        ("Baseline", "1,900", "2026-Q3, CRM report 14"),
        ("Now", "2,100", "2026-11-09"),
        ("Target", "2,375 leads", "+25%"),
        ("Pace", "0.08 behind", "0.50 expected, 0.35 for par"),
        ("Forecast", "0.84", "mean pace so far"),
    ]
    assert (found["score"], found["status"].word) == ("0.42", "on track")
    assert found["reason"] == "(2,100 − 1,900) ÷ (2,375 − 1,900)"
    assert found["line_number"] == 11


def test_names_instead_of_ids() -> None:
    """People and metrics are named as the company names them."""
    found = row(INCREASE)
    assert (found["owners"], found["metric"]) == (["Ana Alves"], "Qualified leads")


def test_its_bar() -> None:
    """Progress, par, pace and tone; no last quarter where there is none."""
    bar = row(INCREASE)["bullet"]
    assert bar["value"] == pytest.approx(200 / 475)
    assert bar["expected"] == pytest.approx(0.5)
    assert (bar["band"], bar["previous"], bar["tone"]) == ((0.6, 0.7), None, "good")
    assert bar["description"] == "0.42 of 1, par 0.6 to 0.7, 0.50 expected by now"


def test_its_line() -> None:
    """Days as shares of the quarter, with the pace to the target and to par."""
    line = row(INCREASE)["line"]
    assert line["readings"] == [(pytest.approx(11 / 91), 1950.0), (pytest.approx(39 / 91), 2100.0)]
    assert line["paths"] == [("pace", 1900.0, 2375.0), ("par", 1900.0, 2232.5)]
    assert line["description"] == ("1,950 on 2026-10-12 to 2,100 on 2026-11-09; target 2,375")


def test_its_newest_words() -> None:
    """The newest note with what comes next, who said it, and the log from new to old."""
    found = row(INCREASE)
    newest = found["latest"]
    assert (newest["note"], newest["next"], newest["by"], newest["confidence"]) == (
        "Webinar slipped", "Move its budget", "Ana Alves", "0.6",
    )  # fmt: skip
    assert [str(entry["date"]) for entry in found["log"]] == ["2026-11-09", "2026-10-12"]


def test_the_log_in_lines() -> None:
    """Numbers without words share a line, and so does the newest word, which is shown above the log."""
    log = "    2026-10-05: 1\n    2026-10-12:\n      value: 2\n      note: a\n    2026-10-19: 3\n    2026-10-26: 4\n    2026-11-02:\n      value: 5\n      note: b\n    2026-11-09: 6"
    found = row(f"- title: x\n  target: 10\n  check_ins:\n{log}")
    assert [[entry["value"] for entry in run] for run in found["runs"]] == [["6", "5", "4", "3"], ["2"], ["1"]]


LAST_QUARTER = plan_text(
    "- title: Leads\n  metric: mqls\n  baseline: 1500\n  target: 2000\n  check_ins:\n    2026-09-28: 1950\n",
    quarter="2026-Q3",
    more="status: closed\n",
)


def test_where_last_quarter_ended() -> None:
    """The predecessor's value is shown, and drawn on the bar, where it is not the baseline itself."""
    found = row(INCREASE, files={"okrs/2026-Q3/marketing.yaml": LAST_QUARTER})
    assert facts(found)[0] == ("Last quarter", "1,950", "scored 0.90")
    assert found["bullet"]["previous"] == pytest.approx(50 / 475)


def test_a_baseline_that_is_last_quarter() -> None:
    """The same number is not said twice: the baseline gets the last score as its note."""
    files = {"okrs/2026-Q3/marketing.yaml": LAST_QUARTER.replace("1950", "1900")}
    found = row(INCREASE, files=files)
    assert facts(found)[0] == ("Baseline", "1,900", "2026-Q3, CRM report 14, scored 0.80")
    assert found["bullet"]["previous"] is None


@pytest.mark.parametrize(
    ("key_result", "expected"),
    [
        pytest.param(
            "- title: x\n  target: 6\n  check_ins:\n    2026-11-09: 4",
            ("0.67", "ahead", "4 ÷ 6", [("Now", "4"), ("Target", "6"), ("Pace", "0.17 ahead"), ("Forecast", "1.33")]),
            id="count",
        ),
        pytest.param(
            "- title: x\n  type: at-most\n  target: $45\n  check_ins:\n    2026-10-05: $40",
            (
                "0.17",
                "at risk",
                "1 of 6 weeks at most $45, 5 without a check-in",
                [("Now", "$40"), ("Target", "at most $45")],
            ),
            id="limit",
        ),
        pytest.param(
            "- title: x\n  milestones:\n    - title: a\n      done: 2026-10-05\n    - title: b\n      due: 2026-12-01",
            (
                "0.50",
                "ahead",
                "1 of 2 steps finished",
                [("Target", "2 steps"), ("Pace", "0.50 ahead"), ("Forecast", "1.00")],
            ),
            id="steps",
        ),
        pytest.param(
            "- title: x\n  type: done\n  check_ins:\n    2026-11-09: yes",
            ("1.00", "not due yet", "done", [("Now", "yes")]),
            id="yes or no",
        ),
        pytest.param(
            "- title: x\n  baseline: 10\n  target: 20",
            ("–", "no data yet", "no check-in yet", [("Baseline", "10"), ("Target", "20"), ("Pace", "0.50")]),
            id="no check-in yet",
        ),
        pytest.param(
            "- title: x",
            ("–", "no score", "nothing to score: no target, growth or milestones", []),
            id="nothing to measure",
        ),
        pytest.param(
            "- title: x\n  baseline: 10\n  target: 20\n  check_ins:\n    2026-11-09: 5",
            (
                "0.00",
                "at risk",
                "(5 − 10) ÷ (20 − 10)",
                [("Baseline", "10"), ("Now", "5"), ("Target", "20"), ("Pace", "1.00 behind"), ("Forecast", "−1.00")],
            ),
            id="went backwards",
        ),
    ],
)
def test_every_type_in_words(key_result: str, expected: tuple[str, str, str, list[tuple[str, str]]]) -> None:
    """Score, status, reason and numbers of each type of key result."""
    found = row(key_result)
    numbers = [(label, text) for label, text, _ in facts(found)]
    assert (found["score"], found["status"].word, found["reason"], numbers) == expected


@pytest.mark.parametrize(
    ("value", "beyond"),
    [("5", "went backwards: −0.50"), ("25", "overshot: 1.50"), ("15", ""), ("999999999999999", "overshot: over 1,000")],
)
def test_what_lies_beyond_the_scale_is_said(value: str, beyond: str) -> None:
    """The score is held between 0 and 1, and the words say what was cut off."""
    assert row(f"- title: x\n  baseline: 10\n  target: 20\n  check_ins:\n    2026-11-09: {value}")["beyond"] == beyond


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [
        pytest.param("12", "active", "at risk", id="running: pace"),
        pytest.param("12", "closed", "below par", id="closed: par"),
        pytest.param("16.5", "closed", "par", id="closed at par"),
        pytest.param("20", "closed", "too easy?", id="closed at 1"),
        pytest.param("10", "closed", "no movement", id="closed at 0"),
        pytest.param("12", "draft", "draft", id="a draft has no status yet"),
    ],
)
def test_the_status_word_follows_the_plan(field: str, value: str, status: str) -> None:
    """A running plan is told by its pace, a closed one by par, a draft not at all."""
    found = row(f"- title: x\n  baseline: 10\n  target: 20\n  check_ins:\n    2026-11-09: {field}", status=value)
    assert found["status"].word == status


MOVING = (
    "- title: x\n  baseline: 10\n  target: 20\n  check_ins:\n    2026-10-12: 11\n    2026-10-26: 12\n    2026-11-09: 13"
)


@pytest.mark.parametrize(
    ("state", "plan", "word"),
    [
        pytest.param("dropped", "active", "dropped", id="a dropped one"),
        pytest.param("draft", "active", "draft", id="a draft"),
        pytest.param("active", "draft", "draft", id="one of a plan that is a draft"),
    ],
)
def test_what_does_not_count_has_no_pace(state: str, plan: str, word: str) -> None:
    """It says so, and nobody is told how far it is behind or where it would end."""
    found = row(f"{MOVING}\n  status: {state}", status=plan)
    assert found["status"].word == word
    assert [label for label, _, _ in facts(found)] == ["Baseline", "Now", "Target"]
    assert (found["gap"], found["bullet"]["expected"], found["line"]["cone"]) == (None, None, None)


def test_a_gap_of_nothing() -> None:
    """What is on its pace to the second decimal is not called ahead or behind."""
    count = "- title: x\n  target: 46\n  check_ins:\n    2026-11-09: 23"
    assert facts(row(count))[2] == ("Pace", "as expected", "0.50 expected, 0.35 for par")


def test_a_forecast_names_its_methods() -> None:
    """From the third check-in on a range between two ways of going on stands beside the mean pace."""
    forecast = facts(row(MOVING))[-1]
    assert forecast == ("Forecast", "0.60", "mean pace so far; 16 to 16.7 by the last check-ins")


@pytest.mark.parametrize(
    ("fields", "baseline"),
    [
        pytest.param("baseline: $10\n  target: 20%", "$10", id="another sign"),
        pytest.param("baseline: 10 hours\n  target: 20 days", "10 hours", id="another word"),
        pytest.param("baseline: 10%\n  target: 20%", "10%", id="the same sign"),
        pytest.param("baseline: 10\n  target: 20%", "10%", id="none of its own"),
        pytest.param("baseline: 10 days\n  target: 20 days", "10", id="the same word, which stands at the target"),
    ],
)
def test_a_baseline_keeps_its_own_unit(fields: str, baseline: str) -> None:
    """A number is never shown with a unit that it was not written with."""
    assert facts(row(f"- title: x\n  {fields}"))[0][:2] == ("Baseline", baseline)


def test_what_was_measured_keeps_its_own_unit_too() -> None:
    """A check-in in another unit is shown as it was written."""
    found = row("- title: x\n  baseline: 10%\n  target: 20%\n  check_ins:\n    2026-11-09: $15")
    assert (facts(found)[1][:2], found["log"][0]["value"]) == (("Now", "$15"), "$15")


def test_shared_work_is_told_on_both_sides() -> None:
    """Who is named as sharing the work links back, though only one of the two says it."""
    other = plan_text(
        "- id: trials\n  title: Trials\n  shared_with:\n    - marketing/2026-Q4#demand.leads", team="product"
    )
    found = row("- id: leads\n  title: Leads\n  target: 5", files={"okrs/2026-Q4/product.yaml": other})
    expected = {"text": "Product 2026-Q4: Trials", "target": "quarters/2026-q4/product/demand#trials"}
    assert found["shared_with"] == [expected]


@pytest.mark.parametrize(
    ("action", "shape", "state"),
    [
        pytest.param("status: done\ndone: 2026-10-06", "tick", "done 2026-10-06", id="done"),
        pytest.param("status: doing\ndue: 2026-11-20", "half", "under way, due 2026-11-20", id="under way"),
        pytest.param("status: doing\ndue: 2026-11-14", "triangle", "under way, was due 2026-11-14", id="late"),
        pytest.param("status: todo", "box", "to do", id="to do"),
        pytest.param("status: dropped\ndue: 2026-10-01", "slash", "dropped", id="dropped is never late"),
    ],
)
def test_actions(action: str, shape: str, state: str) -> None:
    """An action's state has a shape and words; it is late only when its day is over."""
    fields = action.replace("\n", "\n      ")
    found = row(f"- title: x\n  actions:\n    - title: a\n      {fields}")["actions"][0]
    assert (found["shape"], found["state"]) == (shape, state)


def test_nothing_is_late_in_a_closed_plan() -> None:
    """What was not done by the end is to do, and no reproach."""
    action = "- title: x\n  actions:\n    - title: a\n      due: 2026-10-01"
    assert row(action, status="closed")["actions"][0]["state"] == "to do, due 2026-10-01"


def test_a_close_in_words() -> None:
    """Causes are told as people would say them; an unknown one is shown as it stands."""
    close = row(
        "- title: x\n  close:\n    score: 0.4\n    cause: channel-slower\n    learned: a\n    decision: stop",
        status="closed",
    )["close"]
    assert close == {
        "score": "0.40", "score_reason": "", "cause": "the channel grows slower than planned", "learned": "a", "decision": "stop",
    }  # fmt: skip


def test_a_revision_in_words() -> None:
    """Before and after are told whatever their shape."""
    revisions = "- title: x\n  revisions:\n    - date: 2026-10-20\n      field: growth\n      from: 30%\n      to: [1, 2]\n      approved_by: ana"
    found = row(revisions)["revisions"][0]
    assert (found["before"], found["after"], found["approved_by"]) == ("30%", "1, 2", "Ana Alves")
