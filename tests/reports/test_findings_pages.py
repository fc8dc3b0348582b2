"""Findings by rule and quarter, and what is silenced."""

from __future__ import annotations

import pytest

from okrlint.discovery import discover
from okrlint.linting.finding import Finding, Severity
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.reports import build_site
from tests.rendering.parsed_html import Parsed
from tests.reports.sites import AS_OF, COMPANY, MARKETING, finding, plan_text, report_input

PAGE = "html/quarters/2026-q4/findings.html"
TEXT = plan_text("""
- id: leads
  title: Get XX leads  # okrlint: ignore[placeholder] the number comes on Monday until 2026-12-01
  target: 10
- {id: cost, title: Cut cost, target: 5}
""")  # fmt: skip
RULES = discover("okrlint.rules", "RULE")


@pytest.fixture(scope="module")
def built() -> dict[str, str]:
    """The site of a plan with real findings and a comment that silences one."""
    given = report_input({"okrs/company.yaml": COMPANY, MARKETING: TEXT, "okrs/broken.yaml": "a: [1"})
    outcome = run(given.portfolio, RULES, Settings(), None, AS_OF)
    site = build_site(given._replace(findings=outcome.findings, rules=RULES))
    return {path: data.decode() for path, data in site.items()}


def _site(findings: tuple[Finding, ...]) -> dict[str, str]:
    given = report_input({"okrs/company.yaml": COMPANY, MARKETING: TEXT})
    return {path: data.decode() for path, data in build_site(given._replace(findings=findings)).items()}


def test_each_rule_has_its_reason_and_places(built: dict[str, str]) -> None:
    """What is wrong, why, the place in the file and on the site, and the page of the rule."""
    page = Parsed(built[PAGE])

    assert "Nobody owns an objective or a key result" in page.text
    assert "docs/rules/owner-missing.md" in page.text
    assert f"{MARKETING}:9" in page.text
    assert "marketing/demand.html#leads" in page.values("href")


def test_the_worst_comes_first(built: dict[str, str]) -> None:
    """Rules with errors stand before those with warnings and questions."""
    order = {"error": 0, "warning": 1, "info": 2}
    words = [word for word in Parsed(built[PAGE].partition("<section aria-labelledby")[2]).words if word in order]

    assert words == sorted(words, key=order.__getitem__)
    assert len(set(words)) > 1


def test_what_is_silenced_is_told_with_its_reason(built: dict[str, str]) -> None:
    """Rule, reason, last day, place and whom to ask; the finding itself is not listed."""
    page = Parsed(built[PAGE]).text

    assert "placeholder: the number comes on Monday until 2026-12-01" in page
    assert "was never filled in" not in page
    assert "1 silenced by a comment" in Parsed(built["html/findings.html"]).text


def test_what_belongs_to_no_quarter_stands_on_the_first_page_of_findings(built: dict[str, str]) -> None:
    """A file that cannot be read, the company file."""
    assert "okrs/broken.yaml:1" in Parsed(built["html/findings.html"]).text
    assert "okrs/broken.yaml" not in Parsed(built[PAGE]).text


def test_very_many_places_of_a_rule_are_counted() -> None:
    """The page lists fifty and says how to get all."""
    place = report_input({MARKETING: TEXT}).portfolio.plans[0].at()
    page = Parsed(_site(tuple(finding(place, f"no {number}") for number in range(60)))[PAGE]).text

    assert "no 49 " in page
    assert "no 50 " not in page
    assert "and 10 more: okrlint check --select some-rule" in page


def test_without_rules_there_are_places_still() -> None:
    """Who builds a site without the rules gets the findings without reasons."""
    place = report_input({MARKETING: TEXT}).portfolio.plans[0].at()
    page = Parsed(_site((finding(place, "something", Severity.ERROR),))[PAGE])

    assert page.faults == []
    assert "something" in page.text
    assert "Why, and when" not in page.text
