"""One outcome with a hostile title, for every format."""

from __future__ import annotations

import pytest

from okrlint.linting.finding import Finding, Related, Severity
from okrlint.linting.format import FormatInput
from okrlint.linting.run import Outcome
from okrlint.source.span import Location
from okrlint.source.text import SourceText

TEXT = 'title: "::error::Drive YY"\nowner: ana\n'
PATH = "okrs/2026-Q4/marketing.yaml"


@pytest.fixture
def given() -> FormatInput:
    """Two findings of one file; the first speaks of a second place and quotes hostile words."""
    source = SourceText(path=PATH, text=TEXT)
    first = Finding(
        "placeholder",
        Severity.ERROR,
        'the slot "YY" in \x1b[2J"::error::x" was never filled',
        "write the number",
        Location(PATH, source.span(23, 25)),
        (Related(Location("okrs/company.yaml", source.span(0, 5)), "listed here"),),
        "marketing/2026-Q4#demand.leads",
    )
    second = Finding("owner-overload", Severity.INFO, "6 key results", "", Location(PATH, source.span(34, 37)), (), "")
    return FormatInput(Outcome((first, second), 1, 2, 3), {PATH: source}, {})
