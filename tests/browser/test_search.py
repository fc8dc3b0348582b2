"""Search in a real browser, from the disk: keys, words, and texts that stay texts."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opened
from tests.browser.sites import Site
from tests.rendering.payloads import PAYLOADS

pytestmark = pytest.mark.browser

_FOCUSED = "document.activeElement.id === '_query'"
_STATUS = "document.getElementById('_status').textContent"


def test_the_slash_leads_to_the_search(opened: Opened, site: Site) -> None:
    """From any page, unless the reader has switched it off; in a field it is a letter."""
    page = opened(site.html / "quarters/2026-q4/marketing/index.html")
    page.keyboard.press("/")
    page.wait_for_url("**/search.html#_query")
    page.wait_for_function(_FOCUSED)
    page.keyboard.type("/")
    assert page.input_value("#_query") == "/"

    page.uncheck("#_slash")
    page.goto((site.html / "index.html").as_uri())
    page.keyboard.press("/")
    page.wait_for_timeout(200)
    assert page.url.endswith("/index.html")


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("head of mark", "Head of Marketing"),
        ("märketing qualif", "Increase marketing-qualified leads by 34% vs. 2026-Q3"),
        ("TRIAL cont partner", "Win 120 trial sign-ups from the partner directory"),
        ("q3 night", "Cut night-time pages"),
    ],
    ids=["the beginnings of words", "accents", "capitals, and the owner and metric too", "a quarter"],
)
def test_words_are_found(opened: Opened, site: Site, asked: str, first: str) -> None:
    """By their beginnings in any order, whatever the case and the accents."""
    page = opened(site.html / "search.html")
    page.fill("#_query", asked)
    page.wait_for_selector("#_results li")
    assert page.locator("#_results a").first.inner_text().startswith(first)
    assert "2026-Q3" in page.locator("#_results small").first.inner_text() or "q3" not in asked


def test_arrows_walk_through_what_was_found(opened: Opened, site: Site) -> None:
    """Down into the list and up again, back with escape; enter goes to the first one, and then there."""
    page = opened(site.html / "search.html")
    page.fill("#_query", "leads")
    page.wait_for_selector("#_results li")
    links = page.locator("#_results a").all_inner_texts()
    focused = "document.activeElement.textContent"
    page.focus("#_query")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == links[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(_FOCUSED)
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == links[0]
    page.keyboard.press("Escape")
    assert page.evaluate(_FOCUSED)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/quarters/**")


def test_the_count_is_announced(opened: Opened, site: Site) -> None:
    """A status that screen readers follow says how much was found, and how many of it are shown."""
    page = opened(site.html / "search.html")
    page.fill("#_query", "2026")
    page.wait_for_selector("#_results li")

    assert page.get_attribute("#_status", "role") == "status"
    assert page.locator("#_results li").count() == 50
    assert "the best 50 are shown" in page.inner_text("#_status")


def test_without_script_there_is_the_list(opened: Opened, site: Site) -> None:
    """No field that does nothing, and a way to the list from A to Z."""
    page = opened(site.html / "search.html", script=False)

    assert not page.is_visible("#_query")
    assert page.is_visible("a[href='a-z.html']")


def test_hostile_texts_are_found_as_texts(opened: Opened, hostile: Site) -> None:
    """What was found is shown as it is written: no element of it gets live, even without the policy."""
    page = opened(hostile.html / "search.html", trusting=True)
    said: list[str] = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: said.append(request.url))
    for words in ("script", "alert", "evil", "a"):
        page.fill("#_query", words)
        page.wait_for_timeout(250)
        assert page.locator("#_results li").count() > 0
        tags = page.evaluate(
            "[...new Set([...document.querySelectorAll('#_results *')].map(e => e.tagName))].sort().join()"
        )
        assert tags == "A,BR,LI,SMALL"
    assert [url for url in said if not url.startswith(hostile.html.as_uri())] == []
    assert PAYLOADS[0] in page.inner_text("#_results")
