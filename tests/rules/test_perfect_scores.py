"""Quarters in which everything was reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

Lint = Callable[..., list[str]]
EASY = ", cause: target-too-easy"


def plan(
    scores: Sequence[str], fields: str = "", close: str = "", quarter: str = "2026-Q4", status: str = "closed"
) -> str:
    """A plan of the quarter whose key results were closed with these scores."""
    rows = "".join(
        f"      - {{id: k{n}, title: Reviews {n}, baseline: 1, target: 2{fields}, close: {{score: {score}{close}}}}}\n"
        for n, score in enumerate(scores)
    )
    head = f"kind: plan\nversion: 1\nteam: marketing\nquarter: {quarter}\nstatus: {status}\n"
    return f"{head}objectives:\n  - title: A\n    key_results:\n{rows}"


ROWS = [
    ("all ones", ["1", "1.0", "1.00", "1"], "all 4 aspirational key results of 2026-Q4 scored 1"),
    ("four of five", ["1", "1", "1", "1", "0.5"], "4 of 5 aspirational key results of 2026-Q4 scored 1"),
    ("three of four", ["1", "1", "1", "0.5"], None),
    ("nearly ones", ["0.9", "0.9", "0.92", "0.9"], "the 4 aspirational key results of 2026-Q4 scored 0.91 on average"),
    ("just not", ["0.9", "0.9", "0.9", "0.9"], None),
    ("par", ["0.6", "0.7", "0.65", "0.7"], None),
    ("too few to say", ["1", "1", "1"], None),
    ("nothing", [], None),
]


@pytest.mark.parametrize(("scores", "message"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_scores_of_one_quarter(lint: Lint, scores: list[str], message: str | None) -> None:
    """Four fifths of ones, or a mean above 0.9, of at least four key results."""
    assert lint("perfect-scores", plan(scores)) == ([f"5:9 warning {message}"] if message else [])


@pytest.mark.parametrize(
    "fields",
    [", commitment: committed", ", type: done", ", type: establish-baseline", ", status: dropped", ", status: draft"],
)
def test_what_is_meant_to_be_a_one(lint: Lint, fields: str) -> None:
    """Promises end at 1, all-or-nothing has only 1 to reach, and what does not count is not counted."""
    assert lint("perfect-scores", plan(["1"] * 5, fields)) == []


@pytest.mark.parametrize("status", ["active", "draft"])
def test_only_closed_plans(lint: Lint, status: str) -> None:
    """Before the end nothing is perfect."""
    assert lint("perfect-scores", plan(["1"] * 5, status=status)) == []


def test_two_small_quarters_running(lint: Lint) -> None:
    """A team with two key results is judged by two quarters."""
    before = {"okrs/2026-Q3/marketing.yaml": plan(["1", "1"], quarter="2026-Q3")}

    assert lint("perfect-scores", plan(["1", "1"]), files=before) == [
        "5:9 warning all 4 aspirational key results of 2026-Q3 and 2026-Q4 scored 1"
    ]
    assert lint("perfect-scores", plan(["1"]), files=before) == []


@pytest.mark.parametrize(
    ("scores", "quarter", "status"),
    [(["1", "0.5"], "2026-Q3", "closed"), (["1", "1"], "2026-Q2", "closed"), (["1", "1"], "2026-Q3", "active")],
    ids=["the one before was not perfect", "a quarter between", "not closed"],
)
def test_a_small_quarter_alone(lint: Lint, scores: list[str], quarter: str, status: str) -> None:
    """Two ones may be luck."""
    before = {f"okrs/{quarter}/marketing.yaml": plan(scores, quarter=quarter, status=status)}

    assert lint("perfect-scores", plan(["1", "1"]), files=before) == []


def test_said_by_the_team_itself(lint: Lint) -> None:
    """Where all of the ones are closed as too easy the lesson is drawn; where one is not, it is not."""
    assert lint("perfect-scores", plan(["1"] * 4, close=EASY)) == []
    assert len(lint("perfect-scores", plan(["1"] * 4, close=EASY).replace(EASY, "", 1))) == 1


def test_computed_scores_count_as_well(lint: Lint) -> None:
    """A plan that was closed without writing the scores down."""
    text = plan(["1"] * 4).replace("close: {score: 1}", "check_ins: {2026-12-28: 2}")

    assert len(lint("perfect-scores", text)) == 1


def test_the_limits_are_options(lint: Lint) -> None:
    """A team may want to hear it sooner or later."""
    assert (
        len(lint("perfect-scores", plan(["1", "1", "0.4"]), options={"min_key_results": 3, "share": Decimal("0.6")}))
        == 1
    )
    assert lint("perfect-scores", plan(["1"] * 5), options={"min_key_results": 6}) == []
    assert len(lint("perfect-scores", plan(["0.8"] * 4), options={"mean": Decimal("0.75")})) == 1
