"""Changes that are promised from nowhere."""

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
    ("lines", "promise"),
    [
        (("title: More leads", "growth: 25%"), "growth of 25% is promised"),
        (("title: Less churn", "growth: -4%"), "growth of −4% is promised"),
        (("title: More", "type: increase", "target: 9"), "an increase is promised"),
        (("title: Less", "type: decrease", "target: 9"), "a decrease is promised"),
        (("title: Increase trials by 25%", "target: 600"), "a change by 25% is promised"),
        (("title: Raise the score by 5 points", "target: 5"), "a change by 5 points is promised"),
        (("title: Raise the score by 5", "target: 5"), "a change by 5 is promised"),
        (("title: Grow weekly users to 8,000", "target: 8000"), "a change to 8,000 is promised"),
        (("title: '[P1] Grow weekly users to 8,000'", "target: 8000"), "a change to 8,000 is promised"),
        (("title: Lower the cost to <$300", "target: $300"), "a change to $300 is promised"),
        (("title: Get cost/MQL below $40", "target: $40"), "a change to $40 is promised"),
        (("title: Lower the cost to <$XX",), "a change to $XX is promised"),
        (("title: Increase trials by XX%",), "a change by XX% is promised"),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, tuple) else value,
)
def test_promises(lint: Lint, lines: tuple[str, ...], promise: str) -> None:
    """Fields first, then the verb of the title; the place is the title, because the field is missing."""
    found = lint("baseline-missing", plan(*lines))

    assert len(found) == 1
    assert found[0].startswith("9:16 error ")
    assert found[0].endswith(f": {promise}, and there is no baseline")


@pytest.mark.parametrize(
    "lines",
    [
        ("title: Increase leads by 25%", "growth: 25%", "baseline: 650"),
        ("title: Grow weekly users to 8,000", "target: 8000", "baseline: {value: 7000}"),
        ("title: Grow the funnel with 40 new SQLs", "target: 40"),
        ("title: Publish 5 stories", "target: 5"),
        ("title: Get 40 customers", "target: 40"),
        ("title: Get to 40 customers", "target: 40"),
        ("title: Get certified by 3 partners", "target: 3"),
        ("title: Raise $2M", "target: $2M"),
        ("title: Raise awareness by 5 talks", "target: 5"),
        ("title: Cut 12 campaigns that bring nothing", "target: 12"),
        ("title: Lower the cost to $300", "type: at-most", "target: $300"),
        ("title: Grow weekly users to 8,000", "type: count", "target: 8000"),
        ("title: Grow weekly users to 8,000",),
        ("title: Measure churn by segment", "type: establish-baseline"),
        ("title: Increase leads by 25%", "growth: 25%", "scoring: judged"),
        ("title: Increase leads by 25%", "growth: 25%", "status: draft"),
    ],
    ids=" / ".join,
)
def test_no_promises(lint: Lint, lines: tuple[str, ...]) -> None:
    """Counts from zero, limits, first measurements, and what only sounds like a change."""
    assert lint("baseline-missing", plan(*lines)) == []


def test_a_baseline_without_a_value(lint: Lint) -> None:
    """A period alone is no start."""
    text = plan("title: More leads", "growth: 25%", "baseline:", "  period: 2026-Q3")

    assert lint("baseline-missing", text) == [
        '12:11 error "More leads": growth of 25% is promised, and the baseline has no value'
    ]


def test_a_very_long_title_is_read_in_no_time(lint: Lint) -> None:
    """Only its beginning is looked at."""
    title = "Raise it to " + "1 a " * 2_000

    assert len(lint("baseline-missing", plan(f"title: {title}", "target: 1"))) == 1
