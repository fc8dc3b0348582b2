"""Texts that try to get live, in pages whose policy is switched off: only the escaping is left to stop them."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opened
from tests.browser.sites import KINDS, Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", KINDS)
def test_payloads_do_nothing(opened: Opened, hostile: Site, kind: str) -> None:
    """No dialog, no error, no request that leaves the site, no handler, no live element."""
    page = opened(None, trusting=True)
    seen: list[str] = []
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.on("dialog", lambda dialog: seen.append(dialog.message))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("console", lambda message: seen.append(message.text))
    page.on("request", lambda request: seen.extend([] if _own(request.url, hostile) else [request.url]))
    page.goto(hostile.largest[kind].as_uri())
    page.mouse.move(400, 300)
    assert seen == []
    assert page.locator("iframe, object, embed, base, form[action], img:not([src^='../']), audio, video").count() == 0
    assert page.evaluate(_HANDLERS) == []
    assert page.evaluate(_LINKS) == []


_HANDLERS = """() => [...document.querySelectorAll('*')]
    .flatMap(one => [...one.attributes].filter(each => /^(on|style)/i.test(each.name)).map(each => one.outerHTML))"""
_LINKS = """() => [...document.querySelectorAll('a[href], area[href]')]
    .filter(one => !['file:', 'http:', 'https:', 'mailto:'].includes(one.protocol)).map(one => one.outerHTML)"""


def _own(url: str, site: Site) -> bool:
    return url.startswith(f"{site.html.as_uri()}/")


def test_a_live_text_would_be_noticed(opened: Opened, hostile: Site) -> None:
    """The test itself sees a handler and a link that runs."""
    page = opened(hostile.largest["home"], trusting=True)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<a href=\"javascript:1\" onclick=\"1\">x</a>')")
    assert len(page.evaluate(_HANDLERS)) == 1
    assert len(page.evaluate(_LINKS)) == 1
