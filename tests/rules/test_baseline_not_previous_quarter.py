"""Baselines of another period, or of another value than last quarter closed at."""

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


BEFORE = """
    kind: plan
    version: 1
    team: marketing
    quarter: 2026-Q3
    status: {status}
    objectives:
      - title: A
        key_results:
          - id: k
            title: Leads
            metric: mqls
            type: {type}
            target: 900
            baseline: 500
            check_ins: {{2026-09-21: 600, 2026-09-28: 650}}
"""


def before(status: str = "closed", kind: str = "increase") -> dict[str, str]:
    """The plan of the quarter before, which ended at 650."""
    return {**FILES, "okrs/2026-Q3/marketing.yaml": BEFORE.format(status=status, type=kind)}


def with_baseline(*lines: str) -> str:
    """A key result with these baseline fields; the first stands on line 12."""
    return plan("title: Leads", "metric: mqls", "baseline:", *(f"  {line}" for line in lines), "growth: 25%")


@pytest.mark.parametrize(
    "period",
    [
        "2026-Q3",
        "2025-Q4",
        "Q3 2026",
        "q3",
        "2026-09",
        "2026-09-30",
        "2025-12-31",
        "last quarter",
        "Same quarter last year",
    ],
    ids=str,
)
def test_periods_that_are_fine(lint: Lint, period: str) -> None:
    """The quarter before or the same one a year ago, a day or month in it, or words for it."""
    assert lint("baseline-not-previous-quarter", with_baseline("value: 1", f"period: {period}")) == []


@pytest.mark.parametrize(
    ("period", "called"),
    [
        ("2026-Q2", "2026-Q2"),
        ("2026-Q4", "2026-Q4"),
        ("2025-Q3", "2025-Q3"),
        ("Q1 2026", "2026-Q1"),
        ("2026-10-05", "2026-Q4"),
        ("best month ever", '"best month ever"'),
        ("Q1", '"Q1"'),
        ("'2025'", '"2025"'),
    ],
    ids=str,
)
def test_other_periods(lint: Lint, period: str, called: str) -> None:
    """The place is the period."""
    found = lint("baseline-not-previous-quarter", with_baseline("value: 1", f"period: {period}"))

    assert found == [f"13:19 warning the baseline is of {called}; the quarter before 2026-Q4 is 2026-Q3"]


@pytest.mark.parametrize(("value", "number"), [("650", 0), ("655", 0), ("644", 0), ("657", 1), ("500", 1)], ids=str)
def test_values_differ_by_more_than_rounding(lint: Lint, value: str, number: int) -> None:
    """One percent is what people round by."""
    found = lint("baseline-not-previous-quarter", with_baseline(f"value: {value}"), files=before())

    assert found == [f"12:18 warning the baseline is {value}, but 2026-Q3 closed at 650"] * number


def test_the_short_form_has_a_place_too(lint: Lint) -> None:
    """`baseline: 500` is a value without a period."""
    text = plan("title: Leads", "metric: mqls", "baseline: 500", "growth: 25%")

    assert lint("baseline-not-previous-quarter", text, files=before()) == [
        "11:19 warning the baseline is 500, but 2026-Q3 closed at 650"
    ]


@pytest.mark.parametrize(
    "files",
    [before(status="active"), before(kind="at-least"), FILES],
    ids=["not closed", "a limit", "no plan before"],
)
def test_nothing_to_compare_with(lint: Lint, files: dict[str, str]) -> None:
    """Only what a closed quarter measured is the start of the next."""
    assert lint("baseline-not-previous-quarter", with_baseline("value: 500"), files=files) == []


def test_a_year_ago_is_not_compared_with_last_quarter(lint: Lint) -> None:
    """A seasonal baseline is another number on purpose."""
    text = with_baseline("value: 500", "period: 2025-Q4")

    assert lint("baseline-not-previous-quarter", text, files=before()) == []


def test_fiscal_quarters(lint: Lint) -> None:
    """The quarter before FY27-Q1 is FY26-Q4."""
    company = {"okrs/company.yaml": "kind: company\nversion: 1\nfiscal_year_start: 2"}
    head = "kind: plan\nversion: 1\nteam: marketing\nquarter: FY27-Q1\n"
    text = head + with_baseline("value: 1", "period: FY26-Q4")

    assert lint("baseline-not-previous-quarter", text, files=company) == []
    assert lint("baseline-not-previous-quarter", text.replace("FY26-Q4", "FY26-Q3"), files=company) == [
        "13:19 warning the baseline is of FY26-Q3; the quarter before FY27-Q1 is FY26-Q4"
    ]
