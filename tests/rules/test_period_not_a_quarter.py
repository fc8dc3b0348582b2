"""Periods that are no quarter, calendar and fiscal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


FISCAL = {"okrs/company.yaml": "kind: company\nversion: 1\nfiscal_year_start: 2"}


def plan(quarter: str) -> str:
    """A plan of a quarter as somebody wrote it."""
    return f"kind: plan\nversion: 1\nteam: marketing\nquarter: {quarter}\n"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("'2026'", '"2026" is a year, not a quarter'),
        ("FY26", '"FY26" is a year, not a quarter'),
        ("2026-H2", '"2026-H2" is a half-year, not a quarter'),
        ("H1 2026", '"H1 2026" is a half-year, not a quarter'),
        ("2026-10", '"2026-10" is a month, not a quarter'),
        ("2026-10-01", '"2026-10-01" is a day, not a quarter'),
        ("Q4", '"Q4" is a quarter of no year, not a quarter'),
        ("2026-Q3 - Q4", '"2026-Q3 - Q4" is more than one quarter, not a quarter'),
        ("2026-Q5", '"2026-Q5" is not a quarter'),
        ("next autumn", '"next autumn" is not a quarter'),
        ("Q4 2026", '"Q4 2026" is not the one form of a quarter\'s name'),
        ("2026q4", '"2026q4" is not the one form of a quarter\'s name'),
        ("2026-10-01 to 2026-12-31", '"2026-10-01 to 2026-12-31" is not the one form of a quarter\'s name'),
        ("2026-10-15/2027-01-14", "2026-10-15 to 2027-01-14 are 92 days and not a quarter"),
        ("2026-02-30 to 2026-05-01", '"2026-02-30 to 2026-05-01" is not a quarter'),
        ("0000-Q1", '"0000-Q1" is not a quarter'),
        ("FY27-Q1", '"FY27-Q1" is a fiscal quarter, and no fiscal year is set'),
    ],
    ids=str,
)
def test_other_periods(lint: Lint, written: str, message: str) -> None:
    """Each period is called what it is."""
    assert lint("period-not-a-quarter", plan(written)) == [f"4:10 error {message}"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("FY27-Q4", []),
        ("2026-Q4", ['4:10 error "2026-Q4" is a calendar quarter; the fiscal year begins in month 2']),
        ("0500-Q1", ['4:10 error "0500-Q1" is not a quarter']),
        ("FY2027 Q1", ['4:10 error "FY2027 Q1" is not the one form of a quarter\'s name']),
        (
            "2026-11-01 to 2027-01-31",
            ['4:10 error "2026-11-01 to 2027-01-31" is not the one form of a quarter\'s name'],
        ),
    ],
    ids=str,
)
def test_a_fiscal_year_is_respected(lint: Lint, written: str, expected: list[str]) -> None:
    """A company with a fiscal year has one calendar, and it is that one."""
    assert lint("period-not-a-quarter", plan(written), files=FISCAL) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [("", "3:7"), ("quarter:", "4:1"), ("quarter: ''", "4:10")],
    ids=["no field", "empty field", "empty text"],
)
def test_no_quarter_at_all(lint: Lint, text: str, place: str) -> None:
    """The place is the field, else the team."""
    found = lint("period-not-a-quarter", f"kind: plan\nversion: 1\nteam: marketing\n{text}\n")

    assert found == [f"{place} error no quarter"]


def test_a_pipeline_file_has_a_quarter_too(lint: Lint) -> None:
    """Its numbers belong to one quarter."""
    found = lint("period-not-a-quarter", files={"okrs/pipeline.yaml": "kind: pipeline\nversion: 1\nquarter: '2026'"})

    assert found == ['okrs/pipeline.yaml:3:10 error "2026" is a year, not a quarter']


def test_the_company_names_quarters_too(lint: Lint) -> None:
    """Since when the focus holds and until when a priority does; what is left out is not missed."""
    text = """kind: company
version: 1
focus:
  metric: mrr
  since: soon
priorities:
  - id: a
    until: 2026-Q4
  - id: b
    until: 2026-12-31
  - id: c
"""
    assert lint("period-not-a-quarter", files={"okrs/company.yaml": text}) == [
        'okrs/company.yaml:5:10 error "soon" is not a quarter',
        'okrs/company.yaml:10:12 error "2026-12-31" is a day, not a quarter',
    ]


def test_the_companys_own_calendar_counts(lint: Lint) -> None:
    """With a fiscal year its quarters are fiscal ones."""
    text = f"{FISCAL['okrs/company.yaml']}\nfocus:\n  metric: mrr\n  since: 2026-Q1\n"
    (found,) = lint("period-not-a-quarter", files={"okrs/company.yaml": text})
    assert found.endswith('"2026-Q1" is a calendar quarter; the fiscal year begins in month 2')
