"""Pages of people: work and days, and nothing that could be taken for a mark."""

from __future__ import annotations

import re

import pytest

from okrlint.reports import build_site
from tests.rendering.parsed_html import Parsed
from tests.reports.sites import COMPANY, MARKETING, html_of, plan_text, report_input, site, target_of

PRODUCT = "okrs/2026-Q4/product.yaml"
EARLIER = "okrs/2026-Q3/marketing.yaml"
KEY_RESULTS = """
- id: leads
  title: More leads
  owner: ana
  metric: mqls
  baseline: 100
  target: 200
  check_ins: {2026-10-05: 101}
  actions:
    - {title: Call people, owner: zoe, due: 2026-11-20}
    - {title: Write to people, owner: zoe, due: 2027-01-20}
- id: trials
  title: More trials
  target: 10
"""


@pytest.fixture(scope="module")
def built() -> dict[str, str]:
    """Ana owns, Zoe helps, nobody owns the trials of nobody's objective; both teams hold one metric."""
    more = "lead: ana\nstatus: active\n"
    return site({
        "okrs/company.yaml": COMPANY,
        MARKETING: plan_text(KEY_RESULTS, more=more),
        PRODUCT: plan_text("- {id: k, title: Leads from the product, owner: zoe, metric: mqls, target: 5}", "product").replace("owner: ana\n", "owner: ben\n"),
        EARLIER: plan_text("- {id: old, title: Old work, owner: ana, target: 3}", quarter="2026-Q3", more="status: closed\n"),
    })  # fmt: skip


def _page(built: dict[str, str], person: str) -> str:
    return Parsed(built[f"html/people/{person}.html"]).text


def test_what_somebody_owns_and_owes(built: dict[str, str]) -> None:
    """Plans, objectives and key results that are open; what is due; earlier quarters by name only."""
    page = _page(built, "ana")

    for words in ("Leads Marketing 2026-Q4", "Be found", "More leads", "2026-10-12 check-in: More leads", "Old work"):
        assert words in page
    assert page.index("Earlier quarters") < page.index("Old work")


def test_what_somebody_helps_with(built: dict[str, str]) -> None:
    """Work on key results of others, and of it what is due within 14 days."""
    page = _page(built, "zoe")

    assert "Call people to do, due 2026-11-20for More leads, Marketing, Ana Alves" in page
    assert "2026-11-20 action: Call people due in 5 days" in page
    assert "2027-01-20 action" not in page


def test_with_whom_somebody_shares(built: dict[str, str]) -> None:
    """The metric that both teams hold stands on the pages of both owners."""
    for person, other in (("ana", "Leads from the product"), ("zoe", "More leads")):
        page = _page(built, person)
        assert page.index("Shared with others") < page.rindex("the same metric as " + other)


def test_no_mark_of_a_person(built: dict[str, str]) -> None:
    """No score, no share, no status of pace, no mean: a number beside a name is read as a verdict."""
    for path, text in html_of(built).items():
        if path.startswith("html/people/"):
            page = Parsed(text).text
            assert not re.search(r"\d\.\d|%|[Ss]core[^d]|[Aa]verage|[Mm]ean|on track|at risk|behind|ahead", page), path
            assert "svg" not in {tag for tag, found in Parsed(text).elements if found.get("role") == "img"}


def test_the_order_is_that_of_the_alphabet(built: dict[str, str]) -> None:
    """Nobody stands first for owing or owning more."""
    page = "html/people/index.html"
    links = dict.fromkeys(target_of(page, link)[0] for link in Parsed(built[page]).values("href"))
    names = [link for link in links if link.startswith("html/people/") and link != page]

    assert names == ["html/people/ana.html", "html/people/ben.html", "html/people/zoe.html"]


def test_what_nobody_answers_for_is_told() -> None:
    """Where neither a key result nor its objective nor its plan names a person."""
    text = plan_text("- {id: k, title: Left alone, target: 5}").replace("owner: ana\n", "supports: focus\n")
    page = Parsed(site({"okrs/company.yaml": COMPANY, MARKETING: text})["html/people/index.html"]).text

    assert "Nobody is named" in page
    assert "Left alone" in page


def test_without_people_there_is_no_page() -> None:
    """And no entry in the menu."""
    text = plan_text("- {id: k, title: x, target: 5}").replace("owner: ana\n", "supports: focus\n")
    built = site({MARKETING: text})

    assert not [path for path in built if "people/" in path]
    assert "People" not in Parsed(built["html/index.html"]).text


def test_people_have_no_pages_where_none_are_wanted() -> None:
    """No page, no list, no entry of a menu, an index or the search leads to one; names beside their work stay."""
    plans = {"okrs/company.yaml": COMPANY, MARKETING: plan_text(KEY_RESULTS, more="lead: ana\nstatus: active\n")}
    built = {path: data.decode() for path, data in build_site(report_input(plans)._replace(people=False)).items()}

    assert [path for path in built if "people/" in path] == []
    assert [path for path, text in built.items() if "people/" in text] == []
    for page in ("html/quarters/2026-q4/marketing/demand.html", "html/teams/marketing.html"):
        assert "Ana Alves" in built[page]
    assert "Ana Alves" in built["markdown/teams/marketing.md"]
