"""axe-core finds nothing to complain about on any kind of page, in any look."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import LOOKS, Opened, wear
from tests.browser.sites import KINDS, Site

pytestmark = pytest.mark.browser

_RUN = "tags => axe.run(document, {runOnly: tags, preload: false, resultTypes: ['violations']})"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_in_anyones_way(opened: Opened, axe: str, site: Site, kind: str) -> None:
    """No violation of WCAG 2.2 AA or of good practice in any look, on the largest page of the kind."""
    page = opened(site.largest[kind], trusting=True)
    page.evaluate(axe)
    found = []
    for name, look in LOOKS.items():
        wear(page, look)
        found += [f"{name}: {line}" for line in _complaints(page.evaluate(_RUN, _TAGS))]
    assert found == []


def test_axe_sees_a_violation(opened: Opened, axe: str, site: Site) -> None:
    """The test itself would notice: a picture without words is complained about."""
    page = opened(site.largest["home"], trusting=True)
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    page.evaluate(axe)
    assert any(line.startswith("image-alt") for line in _complaints(page.evaluate(_RUN, _TAGS)))


def _complaints(result: dict[str, Any]) -> list[str]:
    return [
        f"{violation['id']}: {violation['help']}: {node['target']} {node['html'][:200]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
