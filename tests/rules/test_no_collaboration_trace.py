"""Plans that one person seems to have made."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


def company(people: str) -> dict[str, str]:
    """A company file with these people."""
    return {"okrs/company.yaml": f"kind: company\nversion: 1\npeople: {people}"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lead: ana", "3:7 info nothing says who agreed to this plan"),
        ("lead: ana\nagreed: {date: 2026-09-24}", "6:16 info nothing says who agreed to this plan"),
        ("lead: ana\nagreed: {by: []}", "6:14 info nothing says who agreed to this plan"),
        ("lead: ana\nagreed: {by: [ana]}", "6:14 info ana leads this plan, and nobody else agreed to it"),
        ("lead: ana\nagreed: {by: ana}", "6:14 info ana leads this plan, and nobody else agreed to it"),
        ("lead: ana\nagreed: {by: [ana, ana]}", "6:14 info ana leads this plan, and nobody else agreed to it"),
    ],
    ids=["nothing", "a day only", "an empty list", "the lead", "the lead, no list", "the lead twice"],
)
def test_nobody_besides_the_lead(lint: Lint, text: str, expected: str) -> None:
    """The place is the list of names, else the line by which the plan is known."""
    assert lint("no-collaboration-trace", text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "lead: ana\nagreed: {by: [ana, ben]}",
        "lead: ana\nagreed: {by: [ben]}",
        "agreed: {by: [ana]}",
        "lead: ana\nstatus: draft",
        "lead: ana\nstatus: closed",
    ],
    ids=["two people", "somebody else", "no lead is named", "a draft", "closed"],
)
def test_what_is_trace_enough(lint: Lint, text: str) -> None:
    """One other name, or a plan that is not in force."""
    assert lint("no-collaboration-trace", text) == []


def test_a_team_of_one_has_nobody_to_ask(lint: Lint) -> None:
    """company.yaml says who is in which team; who is in none may be in this one."""
    plan = "lead: ana\nagreed: {by: [ana]}"
    alone, unknown = "{id: ana, team: marketing}, {id: ben, team: product}", "{id: ana, team: marketing}, {id: ben}"

    assert lint("no-collaboration-trace", plan, files=company("[{id: ana}]")) == []
    assert lint("no-collaboration-trace", plan, files=company(f"[{alone}]")) == []
    assert len(lint("no-collaboration-trace", plan, files=company(f"[{unknown}]"))) == 1
