"""The text format is what people read first."""

from __future__ import annotations

from okrlint.formats.text import render
from okrlint.linting.format import FormatInput
from okrlint.linting.run import Outcome


def test_a_finding_has_its_place_an_excerpt_and_a_hint(given: FormatInput) -> None:
    """Place first, so that terminals make it a link; then the words; then what to do."""
    assert render(given) == (
        'okrs/2026-Q4/marketing.yaml:1:24: error placeholder: the slot "YY" in \\x1b[2J"::error::x" was never filled\n'
        '  1 | title: "::error::Drive YY"\n'
        "    |                        ^^\n"
        "  see: okrs/company.yaml:1:1: listed here\n"
        "  hint: write the number\n"
        "\n"
        "okrs/2026-Q4/marketing.yaml:2:8: info owner-overload: 6 key results\n"
        "  2 | owner: ana\n"
        "    |        ^^^\n"
        "\n"
        "1 error, 0 warnings, 1 info in 3 files; 1 suppressed with a reason.\n"
    )


def test_no_findings_are_said_in_one_line(given: FormatInput) -> None:
    """Silence would look like a run that did nothing."""
    clean = given._replace(outcome=Outcome((), 0, 0, 1))

    assert render(clean) == "No findings in 1 file.\n"


def test_colour_is_never_the_only_sign(given: FormatInput) -> None:
    """With the colours taken away the text is the same."""
    painted = render(given._replace(color=True))

    assert "\x1b[31merror\x1b[0m" in painted
    for code in ("\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[0m"):
        painted = painted.replace(code, "")
    assert painted == render(given)


def test_a_rule_with_many_findings_is_cut_and_says_so(given: FormatInput) -> None:
    """The first ones are shown where they stand, the others counted; the summary counts them all."""
    first, second = given.outcome.findings
    many = given._replace(outcome=Outcome((first, first, second, first, first), 0, 0, 1), most_of_a_rule=2)

    text = render(many)

    assert text.count(f" {first.rule}: ") == 2
    assert text.count(f" {second.rule}: ") == 1
    assert f"\n\nand 2 more of {first.rule}; --all shows them\n\n" in text
    assert text.index("and 2 more") < text.index(f" {second.rule}: ")
    assert render(many._replace(most_of_a_rule=None)).count(f" {first.rule}: ") == 4
    assert "more of" not in render(many._replace(most_of_a_rule=4))
