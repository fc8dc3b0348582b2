"""Plans that were agreed when their quarter was under way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]
HEAD = "kind: plan\nversion: 1\nteam: {team}\nquarter: {quarter}\n"


def earlier(team: str = "marketing", quarter: str = "2026-Q3") -> dict[str, str]:
    """A plan that makes this one not the team's first."""
    return {f"okrs/{quarter}/{team}.yaml": HEAD.format(team=team, quarter=quarter)}


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2026-06-01", 0),
        ("2026-09-24", 0),
        ("2026-10-01", 0),
        ("2026-10-15", 0),
        ("2026-10-16", 15),
        ("2027-01-10", 101),
    ],
)
def test_two_weeks(lint: Lint, date: str, days: int) -> None:
    """The fifteenth day after the first one is late."""
    words = f"5:16 warning agreed on {date}, {days} days after 2026-Q4 began; the limit is 14 days"

    assert lint("agreed-late", f"agreed: {{date: {date}}}", files=earlier()) == ([words] if days else [])


@pytest.mark.parametrize(
    "files",
    [
        {},
        earlier("sales"),
        earlier(quarter="2027-Q1"),
        {"okrs/x/marketing.yaml": "kind: plan\nversion: 1\nteam: marketing\n"},
    ],
    ids=["alone", "another team", "a later plan", "a plan without a quarter"],
)
def test_the_first_plan_of_a_team(lint: Lint, files: dict[str, str]) -> None:
    """It may come when it comes."""
    assert lint("agreed-late", "agreed: {date: 2026-11-10}", files=files) == []


@pytest.mark.parametrize(
    "text",
    ["note: N", "agreed: {by: [ana]}", "agreed: {date: 2026-11-10}\nstatus: draft"],
    ids=["not agreed", "no day", "a draft"],
)
def test_nothing_to_compare(lint: Lint, text: str) -> None:
    """Whether a plan is agreed at all is another question."""
    assert lint("agreed-late", text, files=earlier()) == []


def test_closing_changes_nothing(lint: Lint) -> None:
    """It was as late as it was."""
    assert len(lint("agreed-late", "agreed: {date: 2026-11-10}\nstatus: closed", files=earlier())) == 1


def test_the_limit_is_an_option(lint: Lint) -> None:
    """A company that plans in week one."""
    text = "agreed: {date: 2026-10-09}"

    assert lint("agreed-late", text, files=earlier(), options={"days": 7}) == [
        "5:16 warning agreed on 2026-10-09, 8 days after 2026-Q4 began; the limit is 7 days"
    ]
