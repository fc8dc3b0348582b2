"""Pipeline key results with absolute targets, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


COMPANY = """
    kind: company
    version: 1
    metrics:
      - {id: mqls, name: Marketing-qualified leads, unit: leads, category: pipeline}
      - {id: pipeline-value, name: Pipeline value, unit: USD, category: pipeline}
      - {id: cost-per-lead, name: Cost per lead, unit: USD, category: pipeline}
      - {id: mrr, name: Monthly recurring revenue, unit: USD, category: revenue}
      - {id: visits, name: Visits of customers, category: other}
      - {id: trials, name: Trial sign-ups}
"""
FILES = {"okrs/company.yaml": COMPANY}


def plan(*lines: str, head: str = "") -> str:
    """A plan whose only key result has these fields; the first stands on line 8, behind `head`."""
    rows = "\n".join(f"        {line}" for line in lines)
    return f"{head}objectives:\n  - title: A\n    key_results:\n      - id: k\n{rows}"


@pytest.mark.parametrize(
    "lines",
    [
        ("title: Generate 1,000 leads", "target: 1000"),
        ("title: Leads from 650 to 1,000", "baseline: 650", "target: 1000"),
        ("title: Reach the number", "metric: mqls", "target: 1000"),
        ("title: Reach the number", "metric: Trial sign-ups", "target: 1000"),
        ("title: Reach the number", "metric: trials", "target: 1000"),
        ("title: Reach the number", "metric: pipeline-value", "target: $2M"),
        ("title: $2M of new pipeline", "target: $2M"),
        ("title: 1,000 leads", "type: count", "target: 1000", "unit: leads"),
    ],
    ids=" / ".join,
)
def test_absolute_targets(lint: Lint, lines: tuple[str, ...]) -> None:
    """The category of the metric, or its words, or those of the title."""
    found = lint("pipeline-not-percentage-growth", plan(*lines), files=FILES)

    assert len(found) == 1
    assert "has the absolute target" in found[0]


@pytest.mark.parametrize(
    "lines",
    [
        ("title: Increase leads by 25%", "baseline: 650", "growth: 25%"),
        ("title: Increase leads by 25%", "baseline: 650", "growth: 25%", "target: 812"),
        ("title: 40 leads from the new channel", "baseline: 0", "target: 40"),
        ("title: Reach the number of visits", "metric: visits", "target: 30"),
        ("title: More leads, more revenue", "metric: mrr", "target: $120,000"),
        ("title: Hold 300 leads a week", "type: at-least", "target: 300"),
        ("title: Between 300 and 400 leads", "type: between", "target: [300, 400]"),
        ("title: Lead-to-customer rate from 4% to 5%", "baseline: 4%", "target: 5%"),
        ("title: Share of leads from search", "target: 40%"),
        ("title: Leads that answer", "target: 30%"),
        ("title: Cost per lead from $40 to $34", "baseline: $40", "target: $34"),
        ("title: Down to the number", "metric: cost-per-lead", "target: $34"),
        ("title: Spam leads from 90 to 20", "baseline: 90", "target: 20"),
        ("title: Lead response in 2 hours", "target: 2 hours"),
        ("title: Lead 3 teams to the new CI pipeline", "target: 3"),
        ("title: Hold 12 training sessions", "target: 12"),
        ("title: Ship 2 demos", "target: 2"),
        ("title: Generate 1,000 leads",),
        ("title: Generate 1,000 leads", "target: 1000", "status: draft"),
        ("title: Generate 1,000 leads", "target: 1000", "status: dropped"),
    ],
    ids=" / ".join,
)
def test_what_is_fine(lint: Lint, lines: tuple[str, ...]) -> None:
    """Growth, limits, rates, prices, times, first quarters, and words with two meanings."""
    assert lint("pipeline-not-percentage-growth", plan(*lines), files=FILES) == []


def test_place_and_words(lint: Lint) -> None:
    """The caret stands under the target."""
    found = lint("pipeline-not-percentage-growth", plan("title: Generate 1,000 leads", "target: 1000"))

    assert found == ['10:17 error "Generate 1,000 leads" has the absolute target 1,000 instead of growth']


@pytest.mark.parametrize(("preset", "number"), [("geckoboard", 1), ("saas", 1), ("all", 1)], ids=str)
def test_presets_that_ask_for_growth(lint: Lint, preset: str, number: int) -> None:
    """The article asks for percentages; the T2D3 outline counts."""
    text = plan("title: Generate 1,000 leads", "target: 1000")

    assert len(lint("pipeline-not-percentage-growth", text, preset=preset)) == number
