"""Volume without cost, quality or retention beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


LEADS = "{title: Increase leads by 25%, baseline: 650, growth: 25%}"
FOUND = '6:13 info "A" has 1 volume key result and none on cost, quality or retention'


def plan(*key_results: str) -> str:
    """A plan with one objective."""
    return f"objectives:\n  - {{title: A, key_results: [{', '.join(key_results)}]}}"


@pytest.mark.parametrize(
    "other",
    [
        "{title: Cost per lead to $34, baseline: $40, target: $34}",
        "{title: Net churn below 2%, type: at-most, target: 2%}",
        "{title: Answer within 2 hours, target: 2 hours}",
        "{title: Raise the net promoter score (NPS), baseline: 31, target: 40}",
        "{title: Trial-to-paid from 9% to 12%, baseline: 9%, target: 12%}",
    ],
    ids=str,
)
def test_what_supports(lint: Lint, other: str) -> None:
    """Prices, rates, limits, times, and words of quality."""
    assert lint("supporting-metric-missing", plan(LEADS, other)) == []


def test_nothing_beside(lint: Lint) -> None:
    """More volume and work are no support."""
    stories = "{title: Publish 5 stories, target: 5}"

    assert lint("supporting-metric-missing", plan(LEADS, stories)) == [FOUND]
    assert lint("supporting-metric-missing", plan(LEADS, LEADS.replace("leads", "trials"))) == [
        '6:13 info "A" has 2 volume key results and none on cost, quality or retention'
    ]


def test_a_guard_is_enough(lint: Lint) -> None:
    """Each volume key result may name what must not suffer; the one without is counted."""
    guarded = LEADS.replace("growth: 25%", "growth: 25%, guard: cost-per-lead")

    assert lint("supporting-metric-missing", plan(guarded)) == []
    assert lint("supporting-metric-missing", plan(guarded, LEADS)) == [FOUND]


def test_registered_categories_decide(lint: Lint) -> None:
    """A metric of the category quality supports whatever it is called."""
    company = {"okrs/company.yaml": "kind: company\nversion: 1\nmetrics: [{id: stars, name: Stars, category: quality}]"}

    assert lint("supporting-metric-missing", plan(LEADS, "{title: B, metric: stars, target: 5}"), files=company) == []


def test_no_volume_no_question(lint: Lint) -> None:
    """An objective about something else is not asked."""
    assert lint("supporting-metric-missing", plan("{title: Publish 5 stories, target: 5}")) == []
