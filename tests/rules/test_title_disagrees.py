"""Titles that say other numbers than the fields; tests/wording/title.toml has more of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from okrlint.linting.rule import Context
from okrlint.model.portfolio import build_portfolio
from okrlint.rules.title_disagrees import RULE
from okrlint.source.reader import read

Lint = Callable[..., list[str]]


def plan(title: str, fields: str, status: str = "active") -> str:
    """A plan of one key result, whose title stands on line 8."""
    return f"status: {status}\nobjectives:\n  - title: A\n    key_results: [\n      {{title: '{title}', {fields}}}]"


@pytest.mark.parametrize(
    ("title", "fields", "expected"),
    [
        ("Increase leads by 25%", "growth: 20%", 'the title says "25%", `growth` says 20%'),
        ("Raise it from 31 to 40", "baseline: 31, target: 42", 'the title says "40", `target` says 42'),
        ("Raise it from 31 to 40", "baseline: 28, target: 40", 'the title says "31", `baseline` says 28'),
        ("Win 6 references", "target: 8", 'the title says "6", `target` says 8'),
        ("Win six references", "target: 8", 'the title says "six", `target` says 8'),
        (
            "Cut cost by 15%",
            "baseline: $40, target: $36",
            'the title says "15%", `target` says $40 to $36, so −10%',
        ),
        (
            "Grow readers to 2,400",
            "baseline: 1881, growth: 20%",
            'the title says "2,400", `growth` says 20% over 1,881, so 2,257.2',
        ),
        (
            "Between 20 and 28 tickets",
            "type: between, target: [18, 26]",
            'the title says "20", `target` says 18 to 26',
        ),
        ("Double the partners", "baseline: 40, target: 60", 'the title says "Double", `target` says 40 to 60'),
        ("Triple the partners", "baseline: 10, growth: 100%", 'the title says "Triple", `growth` says 100%'),
    ],
    ids=["growth", "target", "baseline", "count", "in words", "a change", "a level", "a band", "double", "triple"],
)
def test_what_is_told(lint: Lint, title: str, fields: str, expected: str) -> None:
    """Both numbers stand in the message, with what follows from the fields."""
    found = lint("title-disagrees", plan(title, fields))

    assert [line.split(" ", 2)[2] for line in found] == [expected]


def test_the_number_is_the_place(lint: Lint) -> None:
    """In the title, where it is read."""
    assert [line.split()[0] for line in lint("title-disagrees", plan("Grow by 25% vs. 2026-Q3", "growth: 20%"))] == [
        "9:24"
    ]


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        ("Increase leads by 35%", "growth: 34.95%"),
        ("Increase leads by 35%", "growth: 34.5%"),
        ("Reach $1.2M", "baseline: 900000, target: 1234000"),
        ("Grow readers to 2,350", "baseline: 1881, growth: 25%"),
        ("Raise it from 8% to 12%", "baseline: 0.08, target: 0.12"),
        ("Cut churn by 20%", "baseline: 3%, target: 2.4%"),
        ("Raise activation by 5 points", "baseline: 31%, target: 36%"),
    ],
    ids=["rounded", "half", "millions", "worked out", "shares as fractions", "relative", "points"],
)
def test_the_titles_precision_decides(lint: Lint, title: str, fields: str) -> None:
    """People round in titles."""
    assert lint("title-disagrees", plan(title, fields)) == []


def test_closed_plans_and_drafts_are_left_alone(lint: Lint) -> None:
    """The first is history, the second is not promised yet."""
    assert lint("title-disagrees", plan("Grow by 25%", "growth: 20%", status="closed")) == []
    assert lint("title-disagrees", plan("Grow by 25%", "growth: 20%, status: draft")) == []
    assert lint("title-disagrees", plan("", "growth: 20%")) == []


def test_a_revision_is_told_in_the_hint(lint: Lint) -> None:
    """Then it is the title that is out of date."""
    fields = "growth: 20%, revisions: [{date: 2026-10-20, field: growth, from: 25%, to: 20%, reason: Two hires later}]"
    text = f"kind: plan\nteam: a\nquarter: 2026-Q4\n{plan('Grow by 25%', fields)}"
    portfolio = build_portfolio((read(text.encode(), "plan.yaml"),))

    (found,) = RULE.check(portfolio.plans[0], Context(None, portfolio, "geckoboard", None))

    assert found.hint == "the growth was revised on 2026-10-20: bring the title up to date"
