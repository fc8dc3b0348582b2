"""The JSON format has a version and a published shape."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from okrlint.formats.json import render
from okrlint.linting.format import FormatInput


def test_a_finding_has_every_field(given: FormatInput) -> None:
    """Lines and columns count from one, the end is exclusive."""
    first = json.loads(render(given))["findings"][0]

    assert first == {
        "rule": "placeholder",
        "severity": "error",
        "message": 'the slot "YY" in \x1b[2J"::error::x" was never filled',
        "hint": "write the number",
        "path": "okrs/2026-Q4/marketing.yaml",
        "line": 1,
        "column": 24,
        "end_line": 1,
        "end_column": 26,
        "address": "marketing/2026-Q4#demand.leads",
        "fix": None,
        "docs": "docs/rules/placeholder.md",
        "related": [{"path": "okrs/company.yaml", "line": 1, "column": 1, "message": "listed here"}],
    }


def test_the_summary_counts(given: FormatInput) -> None:
    """Files, findings by severity, and what was left out."""
    assert json.loads(render(given))["summary"] == {
        "files": 3,
        "error": 1,
        "warning": 0,
        "info": 1,
        "suppressed": 1,
        "known": 0,
        "outside_focus": 2,
    }


def test_the_output_is_ascii(given: FormatInput) -> None:
    """No byte of it can speak to a terminal."""
    assert render(given).isascii()
    assert "\x1b" not in render(given)


def test_the_output_has_the_published_shape(given: FormatInput, checkout: Path) -> None:
    """The schema that programs rely on accepts it."""
    schema = json.loads((checkout / "schemas" / "findings.schema.json").read_text("utf-8"))

    errors = [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(json.loads(render(given)))]
    assert errors == []
