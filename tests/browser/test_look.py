"""What a page looks like where eyes or screens are small, and where the system chooses the colours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import LOOKS, Opened
from tests.browser.sites import KINDS, Site

pytestmark = pytest.mark.browser

_SMALLEST = """() => {
  const sizes = [];
  for (const element of document.querySelectorAll('body *')) {
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    if (!element.checkVisibility() || ['TITLE', 'DESC'].includes(element.tagName.toUpperCase())) continue;
    const scale = element.getScreenCTM ? element.getScreenCTM().a : 1;
    sizes.push([parseFloat(getComputedStyle(element).fontSize) * scale, element.outerHTML.slice(0, 100)]);
  }
  return sizes.sort((one, other) => one[0] - other[0])[0];
}"""
_EDGES = """names => names.flatMap(name => [...document.querySelectorAll(name)].map(element => {
  const look = getComputedStyle(element);
  return look.borderTopStyle !== 'none' && parseFloat(look.borderTopWidth) > 0;
}))"""


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_is_small(opened: Opened, site: Site, kind: str) -> None:
    """On a telephone of 320 pixels every text has at least 12, those that charts write with their lines too."""
    size, element = opened(site.largest[kind], LOOKS["narrow"]).evaluate(_SMALLEST)
    assert size >= 12, element


@pytest.fixture
def forced(browser: Browser, site: Site) -> Iterator[Page]:
    """The largest page of an objective, in the colours of a high-contrast system."""
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto(site.largest["objective"].as_uri())
    yield page
    context.close()


def test_forced_colours_keep_the_edges(forced: Page) -> None:
    """Where the system takes backgrounds away, pills and cards still have a border."""
    found = forced.evaluate(_EDGES, [".status", ".kr"])
    assert len(found) > 4
    assert all(found)


def test_forced_colours_keep_the_charts(forced: Page) -> None:
    """Bars, lines and marks take a colour of the system, and none of them that of the page."""
    page = forced.evaluate("getComputedStyle(document.body).backgroundColor")
    marks = "[...document.querySelectorAll('.bar, .dot, .due')].map(one => getComputedStyle(one).fill)"
    lines = "[...document.querySelectorAll('.run, .pace, .end')].map(one => getComputedStyle(one).stroke)"
    for colours in (forced.evaluate(marks), forced.evaluate(lines)):
        assert colours
        assert page not in colours
