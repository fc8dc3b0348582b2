"""People who are counted without saying how."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


def plan(fields: str, status: str = "active") -> str:
    """A plan of one key result, which stands on line 8."""
    return f"status: {status}\nobjectives:\n  - {{title: A, key_results: [\n      {{{fields}}}]}}"


def test_free_words(lint: Lint) -> None:
    """The metric is read, else the title."""
    words = "and nothing says over which time or who counts"

    assert lint("metric-ambiguous", plan("title: Reach 1 million users, target: 1000000")) == [
        f'8:15 info "Reach 1 million users" counts "users", {words}'
    ]
    assert lint("metric-ambiguous", plan("title: Grow, metric: Visitors, baseline: 40, target: 60")) == [
        f'8:29 info "Grow" counts "Visitors", {words}'
    ]


@pytest.mark.parametrize(
    "fields",
    [
        "baseline: {value: 40, period: 2026-Q3}, growth: 25%",
        "baseline: {value: 40, source: CRM report}, growth: 25%",
        "target: 60, note: Everybody who signed in since the launch",
        "baseline: 40%, target: 60%",
        "target: 60, unit: users per seat",
        "type: done",
        "target: 60, metric: Weekly active users",
        "target: 60, status: draft",
    ],
    ids=["period", "source", "note", "a share", "a ratio", "no number", "a window in the metric", "a draft"],
)
def test_what_says_how(lint: Lint, fields: str) -> None:
    """A period or a place to look is enough."""
    assert lint("metric-ambiguous", plan(f"title: Users, {fields}")) == []


def company(metric: str) -> dict[str, str]:
    """A company file with one metric, on line 4."""
    return {"okrs/company.yaml": f"kind: company\nversion: 1\nmetrics:\n  - {{{metric}}}"}


def test_a_registered_metric_is_told_once_where_it_is_registered(lint: Lint) -> None:
    """A definition settles it for everybody."""
    rows = "title: A, key_results: [{title: B, metric: users, target: 5}, {title: C, metric: users, target: 6}]"
    text = f"objectives: [{{{rows}}}]"

    assert lint("metric-ambiguous", text, files=company("id: users, name: Active users")) == [
        'okrs/company.yaml:4:23 info "Active users" counts "Active users" and has no `definition`'
    ]
    assert lint("metric-ambiguous", text, files=company("id: users, name: Users, definition: Opened a report")) == []
    assert lint("metric-ambiguous", text, files=company("id: users, name: Weekly users")) == []


def test_closed_plans_are_history(lint: Lint) -> None:
    """What was counted was counted."""
    assert lint("metric-ambiguous", plan("title: 60 users, target: 60", status="closed")) == []


def test_words_of_the_settings(lint: Lint) -> None:
    """Other people are counted elsewhere, and some words are clear in one house."""
    assert lint("metric-ambiguous", plan("title: Reach 300 guests, target: 300")) == []
    assert (
        len(lint("metric-ambiguous", plan("title: Reach 300 guests, target: 300"), options={"words": ("guests",)})) == 1
    )
    assert lint("metric-ambiguous", plan("title: Reach 300 users, target: 300"), options={"allow": ("users",)}) == []
