"""Conversion rates without the volume that they are a rate of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


RATE = "{id: c, title: Trial-to-paid rate from 9% to 12%, baseline: 9%, target: 12%}"
FOUND = '6:45 info "Trial-to-paid rate from 9% to 12%" is a conversion rate, and no volume stands beside it'


def plan(*others: str) -> str:
    """A plan with the rate and other key results."""
    return f"objectives:\n  - {{title: A, key_results: [{', '.join((RATE, *others))}]}}"


@pytest.mark.parametrize(
    ("other", "watched"),
    [
        ("{title: Increase trials by 10%, baseline: 640, growth: 10%}", True),
        ("{title: New customers from 30 to 45, baseline: 30, target: 45}", True),
        ("{title: 40 leads from the new channel, baseline: 0, target: 40}", True),
        ("{title: Publish 5 stories, target: 5}", False),
        ("{title: Lead-to-trial rate to 30%, baseline: 20%, target: 30%, guard: Leads}", False),
        ("{title: Increase trials by 10%, baseline: 640, growth: 10%, status: dropped}", False),
    ],
    ids=str,
)
def test_what_is_a_volume(lint: Lint, other: str, watched: bool) -> None:
    """Leads, trials, customers and revenue; neither work nor other rates."""
    assert lint("rate-without-volume", plan(other)) == ([] if watched else [FOUND])


def test_another_teams_volume_counts(lint: Lint) -> None:
    """Marketing brings the trials that product converts; in another quarter it does not help."""
    sales = "kind: plan\nversion: 1\nteam: sales\nquarter: {}\nobjectives:\n  - {{title: A, key_results: [{{title: Increase trials by 10%, baseline: 640, growth: 10%}}]}}"

    assert lint("rate-without-volume", plan(), files={"okrs/s.yaml": sales.format("2026-Q4")}) == []
    assert lint("rate-without-volume", plan(), files={"okrs/s.yaml": sales.format("2026-Q3")}) == [FOUND]


@pytest.mark.parametrize("guard", ["Trial sign-ups", "new customers"], ids=str)
def test_a_guard_on_the_volume_is_enough(lint: Lint, guard: str) -> None:
    """The guard is the metric that must not suffer."""
    assert lint("rate-without-volume", plan().replace("target: 12%", f"target: 12%, guard: {guard}")) == []


@pytest.mark.parametrize(
    "title",
    ["Churn from 3% to 2%", "Uptime of 99.9%", "Retention from 80% to 85%", "Share of women from 30% to 40%"],
    ids=str,
)
def test_other_rates_are_none_of_its_business(lint: Lint, title: str) -> None:
    """A conversion rate leads from one step of the funnel to the next."""
    text = f"objectives:\n  - {{title: A, key_results: [{{title: {title}, baseline: 1%, target: 2%}}]}}"

    assert lint("rate-without-volume", text) == []
