from __future__ import annotations

import json
from typing import Any

import pytest

from okrlint.formats.rdjson import render
from okrlint.linting.finding import Finding, Fix, Severity
from okrlint.linting.format import FormatInput
from okrlint.linting.run import Outcome
from okrlint.source.edit import Edit
from okrlint.source.span import Location
from okrlint.source.text import SourceText

PATH = "okrs/é.yaml"


def diagnostics(given: FormatInput) -> list[dict[str, Any]]:
    """What reviewdog reads."""
    found: list[dict[str, Any]] = json.loads(render(given))["diagnostics"]
    return found


def fixed(text: str, edits: list[tuple[int, int, str]]) -> dict[str, Any]:
    """The suggestion for a fix with some edits, each from one offset to another."""
    source = SourceText(path=PATH, text=text)
    fix = Fix("write it", tuple(Edit(source.span(start, end), new) for start, end, new in edits), ())
    finding = Finding("placeholder", Severity.ERROR, "m", "", Location(PATH, source.span(0, 1)), (), "", fix)
    found = diagnostics(FormatInput(Outcome((finding,), 0, 0, 1), {PATH: source}, {}))
    suggestion: dict[str, Any] = found[0]["suggestions"][0]
    return suggestion


def test_a_finding_is_a_diagnostic(given: FormatInput) -> None:
    """Severity, rule, place and related place in reviewdog's names."""
    first, second = diagnostics(given)

    assert first == {
        "message": 'the slot "YY" in \\x1b[2J"::error::x" was never filled\nwrite the number',
        "location": {
            "path": "okrs/2026-Q4/marketing.yaml",
            "range": {"start": {"line": 1, "column": 24}, "end": {"line": 1, "column": 26}},
        },
        "severity": "ERROR",
        "code": {"value": "placeholder (docs/rules/placeholder.md)"},
        "related_locations": [
            {
                "message": "listed here",
                "location": {"path": "okrs/company.yaml", "range": {"start": {"line": 1}, "end": {"line": 1}}},
            }
        ],
    }
    assert second["severity"] == "INFO"


def test_columns_count_bytes() -> None:
    """An é has two bytes, an emoji four."""
    source = SourceText(path=PATH, text="título: 🎯 YY\n")
    place = Location(PATH, source.span(10, 12))
    finding = Finding("placeholder", Severity.WARNING, "m", "", place, (), "")
    found = diagnostics(FormatInput(Outcome((finding,), 0, 0, 1), {PATH: source}, {}))

    assert found[0]["location"]["range"] == {"start": {"line": 1, "column": 15}, "end": {"line": 1, "column": 17}}


@pytest.mark.parametrize(
    ("text", "edits", "lines", "after"),
    [
        pytest.param("a: 1\nb: ü2\nc: 3\n", [(8, 10, "4")], ((2, 1), (2, 7)), "b: 4", id="a value"),
        pytest.param(
            "a: 1\nb: 2\nc: 3\n", [(13, 14, "9"), (3, 4, "8")], ((1, 1), (3, 5)), "a: 8\nb: 2\nc: 9", id="two"
        ),
        pytest.param("a: 1\r\nb: 2\r\n", [(0, 0, "x: 0\r\n")], ((1, 1), (1, 5)), "x: 0\na: 1", id="an insertion"),
        pytest.param("a: 1\nb: 2\nc: 3", [(5, 10, "")], ((2, 1), (3, 5)), "c: 3", id="a line less"),
    ],
)
def test_a_fix_is_one_suggestion_of_whole_lines(
    text: str, edits: list[tuple[int, int, str]], lines: tuple[tuple[int, int], tuple[int, int]], after: str
) -> None:
    """All edits of a fix at once, because half of it is no fix."""
    (line, column), (end_line, end_column) = lines

    assert fixed(text, edits) == {
        "range": {"start": {"line": line, "column": column}, "end": {"line": end_line, "column": end_column}},
        "text": after,
    }
