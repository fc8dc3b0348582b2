"""Slots in titles and fields of every kind of file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]

COMPANY = """
kind: company
version: 1
name: Northwind
metrics:
  - {id: mqls, name: Leads, unit: leads, source: TBD}
"""


def plan(*lines: str) -> str:
    """A plan with one objective and one key result with the given fields."""
    fields = "".join(f"        {line}\n" for line in lines)
    return f"objectives:\n  - id: demand\n    title: Win agencies\n    key_results:\n      - id: leads\n{fields}"


ROWS = [
    ("a run of letters", ["title: Win XX deals"], ['10:20 error "XX" in "Win XX deals" was never filled in']),
    (
        "two slots, one finding",
        ['title: "Cut X% to Y%"'],
        ['10:21 error "X%" and "Y%" in "Cut X% to Y%" were never filled in'],
    ),
    ("an owner", ["title: Win 5 deals", "owner: TBD"], ['11:16 error "TBD" of `owner` was never filled in']),
    (
        "a source",
        ["title: Win 5 deals", 'baseline: {value: 3, source: "?"}'],
        ['11:39 error "?" of `source` was never filled in'],
    ),
    ("a question in a reason", ["title: Win 5 deals", "note: What then??"], []),
    ("a draft key result", ["title: Win XX deals", "status: draft"], []),
    ("a dropped key result", ["title: Win XX deals", "status: dropped"], []),
    ("names", ["title: Win 5 Gen Z deals with company X"], []),
    ("code", ['title: "Use `XX` in 5 reports"'], []),
    ("a check-in's note", ["title: Win 5 deals", "check_ins: {2026-10-12: {value: 3, note: Ask XX people}}"], []),
    ("a unit", ["title: Win 5 deals", "unit: x"], []),
]


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_slots(lint: Lint, lines: list[str], expected: list[str]) -> None:
    """Each text has one finding at its first slot; drafts, notes and names have none."""
    assert lint("placeholder", plan(*lines)) == expected


def test_a_draft_objective_may_have_slots(lint: Lint) -> None:
    """What hangs below an objective that does not count is left alone."""
    text = plan("title: Win XX deals").replace("title: Win agencies", "title: Win XX\n    status: draft")

    assert lint("placeholder", text) == []


def test_the_company_file(lint: Lint) -> None:
    """Slots are found in the other kinds of file too."""
    found = lint("placeholder", files={"okrs/company.yaml": COMPANY})

    assert found == ['okrs/company.yaml:5:50 error "TBD" of `source` was never filled in']


def test_a_why_asks_questions_but_has_no_blanks(lint: Lint) -> None:
    """Question marks are rhetoric in a reason; a missing number is none."""
    text = plan("title: Win 5 deals").replace("title: Win agencies", "title: Win\n    why: Why?? They bring XX%")

    assert lint("placeholder", text) == ['8:27 error "XX%" in "Why?? They bring XX%" was never filled in']


def test_allowed_names(lint: Lint) -> None:
    """What is a name in this company can be allowed."""
    assert lint("placeholder", plan("title: Win XX deals"), options={"allow": ("XX",)}) == []
