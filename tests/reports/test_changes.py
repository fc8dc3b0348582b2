"""What a site shows of its history: pages of changes, the feed, scores as promised, where numbers come from."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from xml.etree import ElementTree

import pytest

from okrlint.history.history import History
from okrlint.reports import build_site
from okrlint.views.report import ReportInput
from tests.rules.pasts import PATH, PLAN, history_of, plan, portfolio_of

DAY = datetime.date(2026, 11, 9)
ATOM = "{http://www.w3.org/2005/Atom}"
PAGE = "quarters/2026-q4/changes"
HOSTILE = '<script>x</script> & "q" ]]> --> @all [a](javascript:b) \u202e\x1b'
NEWEST = "2026-10-12: 1050"


def site(history: History | None, text: str = PLAN) -> dict[str, str]:
    """The pages of a site of one plan, as text."""
    portfolio = portfolio_of({PATH: text})
    given = ReportInput(portfolio, (), DAY, portfolio.company, history=history, history_notes=("a note",))
    return {path: data.decode() for path, data in build_site(given).items()}


@pytest.fixture(scope="module")
def eased() -> dict[str, str]:
    """A site of a plan whose growth was eased, whose limit was deleted, and which replaces its check-ins."""
    first = plan(("growth: 25%", "growth: 30%"))
    texts = [
        first,
        plan(("growth: 25%", "growth: 30%"), (NEWEST, "2026-10-19: {value: 1100, confidence: 0.7}")),
        plan(("growth: 25%", "growth: 20%"), (NEWEST, "2026-10-19: {value: 1100, confidence: 0.7}")),
    ]
    last = plan(("growth: 25%", "growth: 20%"), (NEWEST, "2026-11-02: {value: 1150, confidence: 0.5}"))
    texts.append(last[: last.index("      - id: cost")] + last[last.index("  - id: trust") :])
    days = ("2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02")
    reasons = ("", "", "two hires start late", "")
    history = history_of(*((day, why, {PATH: text}) for day, why, text in zip(days, reasons, texts, strict=True)))
    return site(history, texts[3])


def test_without_a_history_a_site_knows_nothing_of_git() -> None:
    """Committed reports never depend on it."""
    built = site(None)

    assert [path for path in built if "changes" in path] == []
    assert "As promised" not in "".join(built.values())


def test_the_page_of_a_quarter_tells_every_change(eased: Mapping[str, str]) -> None:
    """What is left of the opening plan, the scores both ways, and each change with its commit and reason."""
    text = eased[f"markdown/{PAGE}.md"]

    assert (
        "[Marketing 2026-Q4](../../quarters/2026-q4/marketing/README.md): 3 key results: 1 as agreed, 1 moved, 1 gone (agreed 2026-10-12 in 0000000)"
        in text
    )
    assert "| Increase leads (Marketing 2026-Q4) | 0.50 | 0.75 |" in text
    assert "- eased: [Increase leads](../../quarters/2026-q4/marketing/demand.md): growth 30% → 20%. two hires" in text
    assert "- removed: Keep the cost per lead down: key result. Marketing 2026-Q4, Ana, 0000003" in text
    assert "a note" in text
    assert re.search(r'href="changes\.html"', eased["html/quarters/2026-q4/index.html"])


def test_the_page_of_all_is_in_the_menu(eased: Mapping[str, str]) -> None:
    """From every page."""
    assert "### 2026-11-02" in eased["markdown/changes.md"]
    assert re.search(r'<a href="changes\.html"[^>]*>Changes</a>', eased["html/index.html"])


def test_an_objective_shows_both_scores_and_where_numbers_come_from(eased: Mapping[str, str]) -> None:
    """And the check-ins that its file has replaced."""
    text = eased["markdown/quarters/2026-q4/marketing/demand.md"]

    assert "Score: 0.75, lowest 0.75; as promised 0.50" in text
    assert "| 0.50 (as of 2026-10-12; (1,150 − 1,000) ÷ (1,300 − 1,000)) |" in text
    assert "1,150 (2026-11-02; committed 2026-11-02 in 0000003)" in text
    assert "(+20%; committed 2026-10-26 in 0000002)" in text
    assert "| 2026-10-19 | 1,100 | 0.7 | as committed in 0000001 |" in text
    assert "| 2026-10-12 | 1,050 |  | as committed in 0000000 |" in text
    page = eased["html/quarters/2026-q4/marketing/demand.html"]
    assert "3 check-ins" in page
    assert "Confidence: 0.7 on 2026-10-19 to 0.5 on 2026-11-02" in page


def test_the_feed_is_an_atom_feed(eased: Mapping[str, str]) -> None:
    """Well-formed, with what RFC 4287 asks for, newest first, each entry with a name of its own that never changes."""
    feed = ElementTree.fromstring(eased["html/changes.atom"])  # noqa: S314  our own feed
    entries = feed.findall(f"{ATOM}entry")

    assert [child.tag for child in feed][:3] == [f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated"]
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == ["2026-11-02T00:00:00Z", "2026-10-26T00:00:00Z"]
    for entry in entries:
        for name in ("id", "title", "updated", "author/name", "content"):
            assert entry.findtext(f"{ATOM}{name.replace('/', '/' + ATOM)}")
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert f"html/{link.attrib['href'].partition('#')[0]}" in eased
    names = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert names[1] == "tag:okrlint.invalid,2026:0000002:marketing/2026-Q4%23demand.leads:growth"
    assert len(set(names)) == len(names)


def test_a_feed_without_changes_is_valid_too() -> None:
    """It speaks of the day of the site."""
    feed = ElementTree.fromstring(site(history_of(("2026-09-28", "", {PATH: PLAN})))["html/changes.atom"])  # noqa: S314  our own feed

    assert feed.findtext(f"{ATOM}updated") == "2026-11-09T00:00:00Z"
    assert feed.findall(f"{ATOM}entry") == []


def test_nothing_of_a_commit_gets_live() -> None:
    """Titles, authors and reasons are foreign text everywhere."""
    before, after = (
        PLAN.replace("title: Increase leads", f"title: '{HOSTILE.encode('unicode_escape').decode()}'").replace(
            "growth: 25%", f"growth: {growth}%"
        )
        for growth in (25, 20)
    )
    history = history_of(("2026-09-28", "", {PATH: before}), ("2026-11-02", HOSTILE, {PATH: after}))

    built = site(history, after)
    page, feed = built[f"html/{PAGE}.html"], built["html/changes.atom"]

    assert "<script>x" not in page + feed
    assert "javascript:b)" not in re.sub(r"\[a\]\(javascript:b\)", "", page)
    ElementTree.fromstring(feed)  # noqa: S314  our own feed
    assert "\x1b" not in page + feed + built[f"markdown/{PAGE}.md"]
    assert "<script>" not in built[f"markdown/{PAGE}.md"]


def test_the_same_commits_give_the_same_bytes() -> None:
    """On every day and in every run."""
    history = history_of(("2026-09-28", "", {PATH: PLAN}), ("2026-11-02", "", {PATH: plan(("25%", "20%"))}))

    assert site(history, plan(("25%", "20%"))) == site(history, plan(("25%", "20%")))
