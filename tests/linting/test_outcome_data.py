"""What is kept of a run for the next one, and what programs are told of a finding."""

from __future__ import annotations

import json

import pytest

from okrlint.linting.finding import Finding, Fix, Related, Severity
from okrlint.linting.finding_data import finding_data, summary_data
from okrlint.linting.outcome_data import outcome_data, outcome_of
from okrlint.linting.run import Outcome
from okrlint.source.edit import Edit
from okrlint.source.span import Location, Position, Span

PLAN = "okrs/2026-Q4/marketing.yaml"
HERE = Location(PLAN, Span(Position(3, 5, 21), Position(4, 7, 44)))
THERE = Location("okrs/company.yaml", Span(Position(1, 2, 1), Position(1, 9, 8)))
MENDED = Finding(
    "growth-missing",
    Severity.ERROR,
    "no growth",
    "say how much",
    HERE,
    (Related(THERE, "the focus"), Related(HERE, "itself")),
    "marketing/2026-Q4#demand.leads",
    Fix(
        "write growth: 25%",
        (Edit(HERE.span, "growth: 25%\n"), Edit(THERE.span, "")),
        (
            (("objectives", 0, "key_results", 1, "growth"), "25%"),
            (("objectives", 0, "note"), None),
            (("objectives",), list),
            (("people",), dict),
        ),
        safe=False,
    ),
)
SILENT = Finding("vague", Severity.INFO, "vague", "", THERE, (), "")


@pytest.mark.parametrize("finding", [MENDED, SILENT], ids=["with everything", "with nothing"])
def test_an_outcome_comes_back_through_json(finding: Finding) -> None:
    """Equal, and of the same types all the way down: what is compared by type later must not be a mere number or list."""
    outcome = Outcome((finding, finding), 2, 3, 5)._replace(unasked=("history",))
    back = outcome_of(json.loads(json.dumps(outcome_data(outcome))))

    assert back == outcome
    assert repr(back) == repr(outcome)


def test_a_finding_as_data_is_whole() -> None:
    """Every field by its name, as programs read it."""
    assert finding_data(MENDED) == {
        "rule": "growth-missing",
        "severity": "error",
        "message": "no growth",
        "hint": "say how much",
        "path": PLAN,
        "line": 3,
        "column": 5,
        "end_line": 4,
        "end_column": 7,
        "address": "marketing/2026-Q4#demand.leads",
        "fix": {
            "words": "write growth: 25%",
            "safe": False,
            "edits": [
                {"line": 3, "column": 5, "end_line": 4, "end_column": 7, "replacement": "growth: 25%\n"},
                {"line": 1, "column": 2, "end_line": 1, "end_column": 9, "replacement": ""},
            ],
        },
        "docs": "docs/rules/growth-missing.md",
        "related": [
            {"path": "okrs/company.yaml", "line": 1, "column": 2, "message": "the focus"},
            {"path": PLAN, "line": 3, "column": 5, "message": "itself"},
        ],
    }


def test_what_there_is_not_is_null() -> None:
    """No empty texts where there is nothing to say."""
    data = finding_data(SILENT)

    assert [data[name] for name in ("hint", "address", "fix")] == [None, None, None]
    assert data["related"] == []


def test_a_run_in_numbers() -> None:
    """Most severe first, with what was not reported and why."""
    outcome = Outcome((MENDED, SILENT, SILENT), 2, 3, 5)._replace(known=7)

    assert list(summary_data(outcome).items()) == [
        ("files", 5),
        ("error", 1),
        ("warning", 0),
        ("info", 2),
        ("suppressed", 2),
        ("known", 7),
        ("outside_focus", 3),
    ]
