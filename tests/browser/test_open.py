"""Pages opened from the disk, as a person does who got them by mail."""

from __future__ import annotations

import pytest

from tests.browser.conftest import LOOKS, Opened
from tests.browser.sites import KINDS, Site

pytestmark = pytest.mark.browser

_MOST_REQUESTS = 4
_NEEDS_SCRIPT = {"search", "tv"}
"""Whose script shows or hides text: what they have without it is asked for in tests of their own."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_keeps_to_itself(opened: Opened, site: Site, kind: str) -> None:
    """It loads at most four files, all of the site; nothing is refused, nothing complained about."""
    page = opened(None)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(site.largest[kind].as_uri())
    assert said == []
    assert len(asked) <= _MOST_REQUESTS
    assert all(url.startswith(f"{site.html.as_uri()}/") for url in asked)


@pytest.mark.parametrize("kind", KINDS)
def test_a_narrow_screen_scrolls_one_way(opened: Opened, site: Site, kind: str) -> None:
    """Nothing is wider than a telephone of 320 pixels."""
    page = opened(site.largest[kind], LOOKS["narrow"])
    assert page.evaluate("document.documentElement.scrollWidth") <= LOOKS["narrow"].width


@pytest.mark.parametrize("kind", sorted(set(KINDS) - _NEEDS_SCRIPT))
def test_a_page_says_the_same_without_script(opened: Opened, site: Site, kind: str) -> None:
    """Where JavaScript is off, every word is still there."""
    texts = [opened(site.largest[kind], script=script).inner_text("body") for script in (True, False)]
    assert texts[0] == texts[1]


@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_reaches_every_link(opened: Opened, site: Site, kind: str) -> None:
    """Tab leads to the skip link first, and nothing is kept out of its order."""
    page = opened(site.largest[kind], trusting=True)
    assert page.locator("a[href][tabindex='-1'], button[tabindex='-1']").count() == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
