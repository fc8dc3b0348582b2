"""Plans of quarters that are over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-11-15", []),
        ("2026-12-31", []),
        ("2027-01-14", []),
        ("2027-01-15", ["5:9 warning 2026-Q4 ended on 2026-12-31, 15 days ago, and the plan is still active"]),
        ("2027-03-31", ["5:9 warning 2026-Q4 ended on 2026-12-31, 90 days ago, and the plan is still active"]),
        (None, []),
    ],
)
def test_two_weeks_to_close(lint: Lint, as_of: str | None, expected: list[str]) -> None:
    """On the fifteenth day it is late; without a clock nobody knows."""
    assert lint("plan-not-closed", "status: active", as_of=as_of) == expected


def test_a_plan_without_a_status_is_active(lint: Lint) -> None:
    """The place is the team then."""
    assert lint("plan-not-closed", "note: N", as_of="2027-01-15") == [
        "3:7 warning 2026-Q4 ended on 2026-12-31, 15 days ago, and the plan is still active"
    ]


def test_a_draft_of_the_past(lint: Lint) -> None:
    """It can be closed or removed, but not be worked by any more."""
    assert lint("plan-not-closed", "status: draft", as_of="2027-01-15") == [
        "5:9 warning 2026-Q4 ended on 2026-12-31, 15 days ago, and the plan is still a draft"
    ]


def test_closed_and_future_plans(lint: Lint) -> None:
    """What is closed is closed, and what has not begun cannot be."""
    assert lint("plan-not-closed", "status: closed", as_of="2027-06-01") == []
    assert lint("plan-not-closed", "status: draft", as_of="2026-07-01") == []


def test_a_fiscal_quarter(lint: Lint) -> None:
    """FY27-Q1 ends in April where the fiscal year begins in February."""
    company = {"okrs/company.yaml": "kind: company\nversion: 1\nfiscal_year_start: 2"}
    text = "kind: plan\nversion: 1\nteam: marketing\nquarter: FY27-Q1"

    assert lint("plan-not-closed", text, files=company, as_of="2026-05-14") == []
    assert lint("plan-not-closed", text, files=company, as_of="2026-05-15") == [
        "3:7 warning FY27-Q1 ended on 2026-04-30, 15 days ago, and the plan is still active"
    ]


def test_the_grace_is_an_option(lint: Lint) -> None:
    """A company with slow books takes a month."""
    assert lint("plan-not-closed", "status: active", as_of="2027-01-31", options={"grace_days": 31}) == []
