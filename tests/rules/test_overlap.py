"""Two teams with one key result."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]

COMPANY = """
    kind: company
    version: 1
    metrics: [{id: leads, name: Leads}, {id: trials, name: Trials}]
"""
PRODUCT = "okrs/2026-Q4/product.yaml"


def plan(row: str, team: str = "marketing", more: str = "status: active", supports: str = "focus") -> str:
    """A plan of one key result with these fields, which stands on line 10."""
    row = row if row.startswith("title:") else f"title: About {team}, {row}"
    head = f"kind: plan\nversion: 1\nteam: {team}\nquarter: 2026-Q4\n{more}\n"
    return f"{head}objectives:\n  - id: a\n    supports: {supports}\n    key_results:\n      - {{id: k, {row}}}"


def both(lint: Lint, one: str, other: str, **product: str) -> list[str]:
    """The findings over a plan of marketing and one of product."""
    files = {"okrs/company.yaml": COMPANY, PRODUCT: plan(other, "product", **product)}
    return [line.removeprefix(f"{PRODUCT}:") for line in lint("overlap", plan(one), files=files)]


SAME_METRIC = ['10:47 warning marketing and product both hold the metric "Leads", and neither names the other']


def test_the_same_registered_metric(lint: Lint) -> None:
    """Told once, at the later team."""
    assert both(lint, "metric: leads", "metric: leads") == SAME_METRIC
    assert both(lint, "metric: leads", "metric: trials") == []


def test_free_words_are_no_metric(lint: Lint) -> None:
    """Two teams may use one word for two things."""
    assert both(lint, "title: A, metric: Stars", "title: B, metric: Stars") == []


@pytest.mark.parametrize(
    "named",
    ["product/2026-Q4#a.k", "product/2026-Q4#a", "product/2026-Q4", "[x/2026-Q4#y, product/2026-Q4#a.k]"],
    ids=["the key result", "its objective", "its plan", "among others"],
)
def test_one_of_them_names_the_other(lint: Lint, named: str) -> None:
    """Either way round is enough."""
    assert both(lint, f"metric: leads, shared_with: {named}", "metric: leads") == []


def test_support_and_channels_are_said_enough(lint: Lint) -> None:
    """A cascade is no overlap, and two channels are two numbers."""
    assert both(lint, "metric: leads", "metric: leads", supports="marketing/2026-Q4#a.k") == []
    assert both(lint, "metric: leads, channel: search", "metric: leads, channel: social") == []
    assert both(lint, "metric: leads, channel: search", "metric: leads, channel: search") != []


def test_naming_another_key_result_is_not_enough(lint: Lint) -> None:
    """That the teams share something else says nothing of this."""
    assert both(lint, "metric: leads, shared_with: product/2026-Q4#b", "metric: leads") == SAME_METRIC


def test_three_teams_may_know_of_each_other_through_one(lint: Lint) -> None:
    """One finding for each team that is left out."""
    sales = {"okrs/2026-Q4/sales.yaml": plan("metric: leads", "sales"), "okrs/company.yaml": COMPANY}
    knows = {PRODUCT: plan("metric: leads, shared_with: [marketing/2026-Q4#a.k, sales/2026-Q4#a.k]", "product")}
    alone = {PRODUCT: plan("metric: leads", "product")}
    words = 'both hold the metric "Leads", and neither names the other'

    assert lint("overlap", plan("metric: leads"), files={**sales, **knows}) == []
    assert lint("overlap", plan("metric: leads"), files={**sales, **alone}) == [
        f"{PRODUCT}:10:47 warning marketing and product {words}",
        f"okrs/2026-Q4/sales.yaml:10:45 warning marketing and sales {words}",
    ]


def test_what_is_not_compared(lint: Lint) -> None:
    """Closed plans, drafts, dropped ones, another quarter, the same team."""
    assert both(lint, "metric: leads", "metric: leads", more="status: closed") == []
    assert both(lint, "metric: leads", "metric: leads, status: draft") == []
    assert both(lint, "metric: leads", "metric: leads, status: dropped") == []
    again = {"okrs/company.yaml": COMPANY, "okrs/2026-Q4/again.yaml": plan("metric: leads")}
    later = {"okrs/company.yaml": COMPANY, PRODUCT: plan("metric: leads", "product").replace("Q4", "Q3")}
    assert lint("overlap", plan("metric: leads"), files=again) == []
    assert lint("overlap", plan("metric: leads"), files=later) == []


WORDS = '10:24 info marketing promises the same in nearly the same words: "Grow trial sign-ups by 25%", and neither names the other'


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Grow trial sign-ups by 25%, growth: 25%", "Grow trial sign-ups by 25%, growth: 25%", [WORDS]),
        ("Grow trial sign-ups by 25%, growth: 25%", "Increase the trial sign-ups by 25%, growth: 25%", [WORDS]),
        ("Grow trial sign-ups by 25%, growth: 25%", "Grow trial sign-ups by 30%, growth: 30%", []),
        ("Grow trial sign-ups, growth: 25%", "Grow trial sign-ups, growth: 30%", []),
        ("Use a fraction of the data set, type: done", "Use the full data set, type: done", []),
        ("Hire 3, target: 3", "Hire 3, target: 3", []),
        ("Grow trial sign-ups, growth: 25%, metric: trials", "Grow trial sign-ups, growth: 25%, metric: leads", []),
    ],
    ids=[
        *("the same words", "nearly the same words", "other numbers", "other fields", "other words"),
        *("too short to tell", "two registered metrics"),
    ],
)
def test_nearly_the_same_words(lint: Lint, one: str, other: str, expected: list[str]) -> None:
    """Words alone are a question, and numbers must match too."""
    assert both(lint, f"title: {one}", f"title: {other}") == expected


def test_yes_or_no_in_two_teams(lint: Lint) -> None:
    """Where neither has a number the words decide."""
    assert (
        len(
            both(lint, "title: Auditor signs the report, type: done", "title: The auditor signs the report, type: done")
        )
        == 1
    )
