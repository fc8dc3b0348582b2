"""What badges say, and the block of a README."""

from __future__ import annotations

from decimal import Decimal

import pytest
from markdown_it import MarkdownIt

from okrlint.errors import OkrlintError
from okrlint.linting.finding import Severity
from okrlint.model.quantity import Quantity
from okrlint.views.badges import badges_of, coarse
from okrlint.views.snippet import BEGIN, END, injected, moved, snippet
from okrlint.views.survey import Survey
from tests.rendering.parsed_html import Parsed
from tests.rendering.payloads import PAYLOADS
from tests.reports.sites import COMPANY, MARKETING, everything, finding, plan_text, report_input, survey

COUNT = "- title: x\n  metric: mrr\n  target: 10\n  check_ins:\n    2026-11-02: 5\n"
FILES = {"okrs/company.yaml": COMPANY, MARKETING: plan_text(COUNT)}


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("218437", "$", "$218k"),
        ("9994", "$", "$9,990"),
        ("10000", "", "10k"),
        ("2524", "leads", "2,520"),
        ("1234567", "€", "€1.23M"),
        ("-1234567", "€", "−€1.23M"),
        ("45600000000", "$", "$45.6B"),
        ("3.4567", "%", "3.46%"),
        ("0.012345", "", "0.012"),
        ("0", "%", "0%"),
    ],
)
def test_numbers_are_coarse(value: str, unit: str, words: str) -> None:
    """Three digits, so that a badge does not change with every check-in."""
    assert coarse(Quantity(Decimal(value), unit, None, value)) == words


def test_the_three_badges() -> None:
    """Focus, quarter and linter in words."""
    words = {name: badge.words for name, badge in badges_of(survey(FILES)).items()}

    assert words == {
        "focus": "Monthly recurring revenue: now $5 · goal +5% per month",
        "quarter": "OKRs 2026-Q4: week 7 of 13 · 1 on track",
        "lint": "okrlint: no findings",
    }


@pytest.mark.parametrize(
    ("severities", "words", "tone"),
    [
        ((Severity.ERROR, Severity.WARNING, Severity.WARNING), "1 error · 2 warnings", "poor"),
        ((Severity.WARNING,), "1 warning", "fair"),
        ((Severity.INFO, Severity.INFO), "2 info", "good"),
    ],
)
def test_the_badge_of_the_linter(severities: tuple[Severity, ...], words: str, tone: str) -> None:
    """The worst finding gives the colour; questions are no fault."""
    given = report_input(FILES)
    place = given.portfolio.plans[0].at()
    badge = badges_of(Survey(given._replace(findings=tuple(finding(place, "x", one) for one in severities))))["lint"]

    assert (badge.message, badge.tone) == (words, tone)


def test_a_badge_waits_for_what_it_would_show() -> None:
    """No focus, no badge of it; no plan, no badge of a quarter."""
    assert list(badges_of(survey({}))) == ["lint"]
    assert (
        badges_of(survey({MARKETING: plan_text(COUNT, more="status: closed\n")}))["quarter"].message
        == "closed · 1 objective"
    )


def _block(text: str) -> str:
    found = survey(everything(text))
    return snippet(badges_of(found), found)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_in_the_block_gets_live(payload: str) -> None:
    """A README with it has the elements of one with plain words, and its links lead to the reports."""
    plain, page = (Parsed(MarkdownIt("js-default", {"html": True}).render(_block(text))) for text in ("word", payload))

    assert page.tags <= plain.tags
    assert page.attributes <= plain.attributes
    assert all(link.startswith("reports/") for link in (*page.values("href"), *page.values("src")))
    assert moved(_block(payload), "../x/").count("](../x/") == _block(payload).count("](reports/")


def test_the_block_replaces_itself_only() -> None:
    """What stands around the markers stays, line breaks included; a second time changes nothing."""
    block = f"{BEGIN}\nnew\n{END}\n"
    text = f"# Title\r\n\r\n  {BEGIN}\r\nold\r\n{END}\r\nend"

    once = injected(text, block, "README.md")

    assert once == f"# Title\r\n\r\n{BEGIN}\r\nnew\r\n{END}\r\nend"
    assert injected(once, block, "README.md") == once


@pytest.mark.parametrize(
    "text",
    ["", BEGIN, END, f"{END}\n{BEGIN}", f"{BEGIN}\n{END}\n{BEGIN}\n{END}", f"{BEGIN} {END}"],
    ids=["none", "no end", "no begin", "wrong order", "twice", "on one line"],
)
def test_a_document_needs_one_pair_of_markers(text: str) -> None:
    """Else nobody knows what may be replaced."""
    with pytest.raises(OkrlintError, match="has no place for the block"):
        injected(text, "x", "README.md")
