from __future__ import annotations

from xml.etree import ElementTree as ET

from okrlint.formats.checkstyle import render
from okrlint.linting.format import FormatInput
from tests.formats.many import many


def test_findings_stand_in_their_file(given: FormatInput) -> None:
    """Place, severity, words and rule as attributes."""
    root = ET.fromstring(render(given))  # noqa: S314  our own output

    assert [file.get("name") for file in root] == ["okrs/2026-Q4/marketing.yaml"]
    assert root[0][0].attrib == {
        "line": "1",
        "column": "24",
        "severity": "error",
        "message": 'the slot "YY" in \\x1b[2J"::error::x" was never filled; write the number',
        "source": "okrlint.placeholder",
    }
    assert [error.get("severity") for error in root[0]] == ["error", "info"]


def test_nothing_found_is_an_empty_document() -> None:
    """A document without files, which every reader takes."""
    assert len(ET.fromstring(render(many()))) == 0  # noqa: S314  our own output
