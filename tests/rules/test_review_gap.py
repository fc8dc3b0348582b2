"""Weeks in which the team did not look at its plan together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]
RULE = "review-gap"
ASKS = "preset geckoboard asks for one every 14 days"
WEEKLY = "check_ins: {2026-10-05: 1, 2026-10-12: 1, 2026-10-19: 2, 2026-10-26: 2, 2026-11-02: 3, 2026-11-09: 3}"


def plan(*reviews: str, check_ins: str = WEEKLY, more: str = "", status: str = "active") -> str:
    """A plan with reviews on these days; the key stands on line 6."""
    days = "".join(f"  - date: {day}\n" for day in reviews)
    head = f"status: {status}\nreviews:\n{days}" if reviews else f"status: {status}\n"
    return f"{head}{more}objectives:\n  - title: A\n    key_results:\n      - {{title: B, target: 9, {check_ins}}}\n"


ROWS = [
    ("fourteen days", ["2026-10-19", "2026-11-02"], "2026-11-16", []),
    ("fifteen days", ["2026-10-19", "2026-11-02"], "2026-11-17", [f"6:1 info the last review was on 2026-11-02, 15 days ago; {ASKS}"]),
    ("in any order", ["2026-11-02", "2026-10-19"], "2026-11-16", []),
    ("a gap of before is over", ["2026-10-05", "2026-11-09"], "2026-11-16", []),
    ("a review of tomorrow", ["2026-10-12", "2026-11-16"], "2026-11-12", [f"6:1 info the last review was on 2026-10-12, 31 days ago; {ASKS}"]),
    ("none, first two weeks", [], "2026-10-15", []),
    ("none, third week", [], "2026-10-16", [f"3:7 info no review in the 15 days since 2026-10-01; {ASKS}"]),
    ("before the quarter", [], "2026-09-20", []),
    ("no clock", ["2026-10-05"], None, []),
]  # fmt: skip


@pytest.mark.parametrize(("reviews", "as_of", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_two_cadences(lint: Lint, reviews: list[str], as_of: str | None, expected: list[str]) -> None:
    """Exactly 14 days apart is in time."""
    assert lint(RULE, plan(*reviews), as_of=as_of) == expected


def test_a_review_of_before_the_quarter(lint: Lint) -> None:
    """The kick-off in September starts the clock on the first of October."""
    assert lint(RULE, plan("2026-09-24"), as_of="2026-10-15") == []
    assert lint(RULE, plan("2026-09-24"), as_of="2026-10-16") == [
        f"6:1 info no review in the 15 days since 2026-10-01; {ASKS}"
    ]


def test_days_count_from_the_agreement(lint: Lint) -> None:
    """Nobody reviews what is not agreed."""
    text = plan(more="agreed: {date: 2026-10-12}\n")

    assert lint(RULE, text, as_of="2026-10-26") == []
    assert len(lint(RULE, text, as_of="2026-10-27")) == 1


@pytest.mark.parametrize("check_ins", ["note: N", "check_ins: {2026-10-12: 1, 2026-11-30: 5}"], ids=["none", "old"])
def test_stale_check_ins_are_told_alone(lint: Lint, check_ins: str) -> None:
    """One finding for one silence."""
    assert lint(RULE, plan("2026-10-05", check_ins=check_ins), as_of="2026-11-15") == []


@pytest.mark.parametrize("status", ["draft", "closed"])
def test_only_active_plans(lint: Lint, status: str) -> None:
    """Only a running plan is reviewed."""
    assert lint(RULE, plan("2026-10-05", status=status), as_of="2026-11-15") == []


def test_after_the_quarter(lint: Lint) -> None:
    """Then it is closed, not reviewed."""
    late = "check_ins: {2026-12-28: 5}"

    assert len(lint(RULE, plan("2026-10-05", check_ins=late), as_of="2026-12-31")) == 1
    assert lint(RULE, plan("2026-10-05", check_ins=late), as_of="2027-01-01") == []


def test_presets_and_settings(lint: Lint) -> None:
    """Twice the days between check-ins: 60 where they are 30."""
    text = plan("2026-10-12")

    assert lint(RULE, text, as_of="2026-11-15", preset="google") == []
    assert lint(RULE, text, as_of="2026-11-15", options={"days": 21}) == [
        "6:1 info the last review was on 2026-10-12, 34 days ago; the settings ask for one every 21 days"
    ]
