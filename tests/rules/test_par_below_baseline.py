"""A score of par that is no growth."""

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
            title: Generate leads
            metric: mqls
            target: 900
            check_ins: {{2026-09-21: 600, 2026-09-28: {value}}}
"""
PIPELINE = """
    kind: pipeline
    version: 1
    quarter: 2026-Q4
    leads: {2026-07: 200, 2026-08: 210, 2026-09: 240}
    channels:
      - {id: search, leads: {2026-07: 90, 2026-08: 90, 2026-09: 100}}
      - {id: partners, leads: {2026-08: 20, 2026-09: 30}}
"""


def test_the_case_of_the_article(lint: Lint) -> None:
    """1,000 leads from zero after 650: 600 would be par, and a decline."""
    files = {**FILES, "okrs/2026-Q3/marketing.yaml": BEFORE.format(status="closed", value=650)}

    assert lint(
        "par-below-baseline", plan("title: Generate 1,000 leads", "metric: mqls", "target: 1000"), files=files
    ) == ["11:17 error par is 600 (0.6 × 1,000), no more than the 650 that 2026-Q3 ended at"]


@pytest.mark.parametrize(
    ("target", "commitment", "expected"),
    [
        ("1083", "aspirational", ["12:17 error par is 649.8 (0.6 × 1,083), no more than the 650 of the baseline"]),
        ("1084", "aspirational", []),
        ("650", "committed", ["12:17 error par is 650, no more than the 650 of the baseline"]),
        ("651", "committed", []),
    ],
    ids=str,
)
def test_the_limit(lint: Lint, target: str, commitment: str, expected: list[str]) -> None:
    """Par is 0.6 of an aspirational target and the whole of a committed one."""
    text = plan("title: Replies", "type: count", "baseline: 650", f"target: {target}", f"commitment: {commitment}")

    assert lint("par-below-baseline", text) == expected


def test_growth_over_a_baseline_is_never_below_it(lint: Lint) -> None:
    """Any score above 0 is growth then."""
    assert lint("par-below-baseline", plan("title: Leads", "baseline: 650", "target: 660")) == []
    assert lint("par-below-baseline", plan("title: Leads", "baseline: 650", "growth: 1%")) == []


def test_work_that_is_counted_anew_need_not_grow(lint: Lint) -> None:
    """Five stories after six are no shrinking pipeline, though the ids are the same."""
    before = (
        BEFORE.format(status="closed", value=6).replace("Generate leads", "Publish stories").replace("mqls", "Stories")
    )
    text = plan("title: Publish 5 stories", "metric: Stories", "target: 5")

    assert lint("par-below-baseline", text, files={**FILES, "okrs/2026-Q3/marketing.yaml": before}) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("title: Generate 1,000 leads", "target: 1000"),
            ["10:17 error par is 600 (0.6 × 1,000), no more than the 650"],
        ),
        (
            ("title: More", "metric: mqls", "target: 1000"),
            ["11:17 error par is 600 (0.6 × 1,000), no more than the 650"],
        ),
        (
            ("title: 400 leads", "channel: search", "target: 400"),
            ["11:17 error par is 240 (0.6 × 400), no more than the 280"],
        ),
        (("title: Generate 1,100 leads", "target: 1100"), []),
        (("title: 300 leads from partners", "target: 300"), []),
        (("title: 300 partner leads", "target: 300"), []),
        (("title: 40 leads", "channel: partners", "target: 40"), []),
        (("title: 1,000 trials", "target: 1000"), []),
    ],
    ids=" / ".join,
)
def test_the_sum_of_the_pipeline_file(lint: Lint, lines: tuple[str, ...], expected: list[str]) -> None:
    """All leads, or those of the channel when all three months are there; never a part against the whole."""
    found = lint("par-below-baseline", plan(*lines), files={**FILES, "okrs/p.yaml": PIPELINE})

    assert found == [f"{line} of 2026-Q3" for line in expected]


def test_a_quarter_that_is_not_over_counts_too(lint: Lint) -> None:
    """Next quarter is planned while this one runs; what is there already can only grow."""
    files = {**FILES, "okrs/2026-Q3/marketing.yaml": BEFORE.format(status="active", value=650)}

    assert len(lint("par-below-baseline", plan("title: Leads", "metric: mqls", "target: 1000"), files=files)) == 1


def test_other_units_are_not_compared(lint: Lint) -> None:
    """1,000 dollars say nothing about 650 leads."""
    text = plan("title: Replies", "type: count", "baseline: 650 replies", "target: $1,000")

    assert lint("par-below-baseline", text) == []
