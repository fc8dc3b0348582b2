from __future__ import annotations

from decimal import Decimal

import pytest

from okrlint.model.quarter import Quarter
from okrlint.views.report import Row
from okrlint.views.year_quarter import causes_of, ended_of, mean, share, year_quarter_row
from tests.reports.sites import plan_text, survey

PATH = "okrs/2026-Q3/marketing.yaml"


def _key_result(value: int, more: str = "") -> str:
    return f"- title: x\n  baseline: 0\n  target: 100\n  check_ins: {{2026-07-06: {{value: {value}, confidence: 0.5}}}}\n{more}"


def _row(key_results: str, status: str = "closed") -> Row:
    plan = plan_text(key_results, quarter="2026-Q3", more=f"status: {status}\n")
    found = survey({PATH: plan})
    plans = found.given.portfolio.plans
    return year_quarter_row(Quarter(2026, 3), plans, ended_of(plans, found))


def test_how_a_quarter_ended() -> None:
    """Counts, the mean, how many had each par word, and the shares of ones and zeros."""
    row = _row(_key_result(0) + _key_result(30) + _key_result(65) + _key_result(100))
    assert (row["objectives"], row["key_results"], row["scored"]) == (1, 4, 4)
    assert row["mean"] == "0.49"
    assert row["words"] == [1, 1, 1, 0, 1]
    assert (row["ones"], row["zeros"]) == ("25%", "25%")
    assert row["strip"]["description"] == "4 key results with a score, 1 of them between 0.6 and 0.7"


def test_planned_and_reached() -> None:
    """A stretch should end in the middle of par, a promise at 1; how sure people were stands beside what came."""
    row = _row(_key_result(65) + _key_result(65, "  commitment: committed\n"))
    assert (row["planned"], row["mean"], row["off"]) == ("0.83", "0.65", "−0.18")
    assert row["calibration"]["description"] == "planned 0.83, reached 0.65, each a mean of 2"
    assert (row["confidence"], row["reached_par"]) == ("0.50", "0.50")


def test_a_running_quarter_has_not_ended() -> None:
    """It counts what is planned and draws no conclusion."""
    row = _row(_key_result(65), "active")
    assert (row["closed"], row["key_results"], row["scored"], row["mean"], row["off"]) == (False, 1, 0, "–", "–")
    assert (row["strip"], row["calibration"]) == (None, None)


def test_causes_are_counted() -> None:
    """By quarter and in sum, the most frequent first; one that okrlint does not know keeps its words."""
    closes = ("budget-short", "channel-slower", "channel-slower", "the weather")
    key_results = "".join(_key_result(5, f"  close: {{cause: {cause}}}\n") for cause in closes)
    plans = survey({PATH: plan_text(key_results, quarter="2026-Q3")}).given.portfolio.plans
    assert [(row["cause"], row["counts"], row["total"]) for row in causes_of([(), plans])] == [
        ("the channel grows slower than planned", [0, 2], 2),
        ("the budget did not reach", [0, 1], 1),
        ("the weather", [0, 1], 1),
    ]


def test_drafts_and_dropped_ones_do_not_count() -> None:
    """A key result that was given up is in no mean."""
    found = survey({PATH: plan_text(_key_result(9, "  status: dropped\n"), quarter="2026-Q3", more="status: closed\n")})
    assert ended_of(found.given.portfolio.plans, found) == []


@pytest.mark.parametrize(("count", "whole", "text"), [(0, 0, "–"), (0, 3, "0%"), (1, 3, "33%"), (3, 3, "100%")])
def test_shares(count: int, whole: int, text: str) -> None:
    """Whole per cents; nothing of nothing has none."""
    assert share(count, whole) == text


def test_means() -> None:
    """Nothing has no mean."""
    assert mean([]) is None
    assert mean([Decimal(1), Decimal(2)]) == Decimal("1.5")
