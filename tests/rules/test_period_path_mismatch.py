"""What a path says of quarter and team."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


def plan(team: str, quarter: str) -> str:
    """A plan of a team for a quarter."""
    return f"kind: plan\nversion: 1\nteam: {team}\nquarter: {quarter}\n"


SILENT = [
    "okrs/2026-Q4/marketing.yaml",
    "okrs/2026-Q4/emea/marketing.yaml",
    "okrs/marketing/2026-Q4.yaml",
    "okrs/marketing/2026-Q4/plan.yaml",
    "okrs/marketing-2026-Q4.yaml",
    "okrs/2026Q4_marketing.yml",
    "okrs/2026/Q4/marketing.yaml",
    "okrs/q4-2026/marketing.yaml",
    "okrs/marketing.yaml",
    "okrs/current.yaml",
    "teams/growth/okrs.yaml",
    "-",
]


@pytest.mark.parametrize("path", SILENT, ids=str)
def test_paths_that_agree_or_say_nothing(lint: Lint, path: str) -> None:
    """Any order of folders is fine as long as it says nothing wrong."""
    assert lint("period-path-mismatch", files={path: plan("marketing", "2026-Q4")}) == []


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("okrs/2026-Q3/marketing.yaml", "4:10 error the path says 2026-Q3, the file 2026-Q4"),
        ("okrs/2026/Q3/marketing.yaml", "4:10 error the path says 2026-Q3, the file 2026-Q4"),
        ("okrs/marketing-2027-Q1.yaml", "4:10 error the path says 2027-Q1, the file 2026-Q4"),
        ("okrs/2026-Q4/sales.yaml", '3:7 error the file is named "sales", the team "marketing"'),
        ("okrs/sales-2026-Q4.yaml", '3:7 error the file is named "sales", the team "marketing"'),
        ("okrs/2026-Q4/Marketing.yaml", '3:7 error the file is named "Marketing", the team "marketing"'),
    ],
    ids=str,
)
def test_paths_that_say_something_else(lint: Lint, path: str, message: str) -> None:
    """The finding stands in the file, where it is mended most often."""
    assert lint("period-path-mismatch", files={path: plan("marketing", "2026-Q4")}) == [f"{path}:{message}"]


def test_a_copied_file_can_be_wrong_twice(lint: Lint) -> None:
    """Quarter and team are two findings."""
    assert lint("period-path-mismatch", plan("sales", "2026-Q3")) == [
        '3:7 error the file is named "marketing", the team "sales"',
        "4:10 error the path says 2026-Q4, the file 2026-Q3",
    ]


def test_fiscal_labels_are_compared_as_labels(lint: Lint) -> None:
    """Under a fiscal year the folder has the fiscal label."""
    company = {"okrs/company.yaml": "kind: company\nversion: 1\nfiscal_year_start: 2"}
    right = {"okrs/FY27-Q4/marketing.yaml": plan("marketing", "FY27-Q4")}
    wrong = {"okrs/2026-Q4/marketing.yaml": plan("marketing", "FY27-Q4")}

    assert lint("period-path-mismatch", files={**company, **right}) == []
    assert lint("period-path-mismatch", files={**company, **wrong}) == [
        "4:10 error the path says 2026-Q4, the file FY27-Q4"
    ]


def test_a_file_that_cannot_say_is_not_compared(lint: Lint) -> None:
    """What is no quarter is another finding, and so is a missing team."""
    assert lint("period-path-mismatch", "kind: plan\nversion: 1\nquarter: autumn\n") == []
