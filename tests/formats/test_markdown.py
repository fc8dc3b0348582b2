from __future__ import annotations

from okrlint.formats.markdown import render
from okrlint.linting.format import FormatInput
from tests.formats.many import many


def test_findings_are_rows(given: FormatInput) -> None:
    """The most severe first; place and OKR as code, then the rule, the words, the hint and the other place."""
    assert render(given).splitlines() == [
        "### okrlint",
        "",
        "1 error, 0 warnings, 1 info in 3 files; 1 suppressed with a reason.",
        "",
        "| | Where | What |",
        "|---|---|---|",
        (
            "| **error** | <code>okrs/2026&#45;Q4/marketing.yaml</code>:1:24"
            "<br><code>marketing/2026&#45;Q4&#35;\u200bdemand.leads</code> "
            '| **placeholder** the slot "YY" in \ufffd&#91;2J"&#58;&#58;error&#58;&#58;x" was never filled'
            "<br>→ write the number<br>see <code>okrs/company.yaml</code>:1: listed here |"
        ),
        "| info | <code>okrs/2026&#45;Q4/marketing.yaml</code>:2:8 | **owner&#45;overload** 6 key results |",
    ]


def test_it_fits_into_a_comment() -> None:
    """GitHub refuses a comment of more than 65,536 characters; what is left out is counted, the least severe ones."""
    text = render(many(errors=2, infos=5000))
    rows = text.count("| info |")

    assert len(text) < 65_536
    assert text.count("| **error** |") == 2
    assert 300 < rows < 5000
    assert text.endswith(f"\n{5000 - rows} more did not fit; `okrlint check` shows them all.\n")


def test_nothing_found_is_one_line() -> None:
    """No empty table."""
    assert render(many()) == "### okrlint\n\nNo findings in 1 file.\n"
