"""The concise format is one line a finding."""

from __future__ import annotations

from okrlint.formats.concise import render
from okrlint.linting.format import FormatInput


def test_one_line_a_finding(given: FormatInput) -> None:
    """Editors and grep can read it; no line begins with foreign words."""
    assert render(given) == (
        'okrs/2026-Q4/marketing.yaml:1:24: error placeholder: the slot "YY" in \\x1b[2J"::error::x" was never filled\n'
        "okrs/2026-Q4/marketing.yaml:2:8: info owner-overload: 6 key results\n"
    )
