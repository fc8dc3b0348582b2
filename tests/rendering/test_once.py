from __future__ import annotations

import pytest

from okrlint.rendering.charts.bullet import bullet
from okrlint.rendering.icons import SHAPES, icon
from okrlint.rendering.once import once
from tests.rendering.parsed_html import Parsed
from tests.rendering.test_charts import BULLET

TICK = str(icon("tick", "good"))


def test_a_drawing_that_comes_once_stays() -> None:
    """One icon is as it was; one chart loses no more than the groups that would have been shared."""
    chart = str(bullet(BULLET))
    assert once(f"<p>{TICK}a</p>{chart}") == f"<p>{TICK}a</p>{chart}".replace("<g>", "").replace("</g>", "")


def test_parts_of_charts_that_come_again_refer_to_the_first() -> None:
    """The second chart has its own words and its own bar; what lies behind and before them is that of the first."""
    page = once(str(bullet(BULLET)) + str(bullet({**BULLET, "value": 0.7})))
    first, _, second = page.partition("</svg>")
    assert [first.count(f'<g id="_g{number}">') for number in (1, 2)] == [1, 1]
    assert [second.count(f'<use href="#_g{number}"/>') for number in (1, 2)] == [1, 1]
    assert "<title>A &lt;title&gt;</title>" in second
    assert second.count("<path") == 2


@pytest.mark.parametrize("shape", SHAPES)
def test_icons_that_come_again_refer_to_the_first(shape: str) -> None:
    """Whatever their tone; each stays hidden beside its word."""
    page = once(f"{icon(shape, 'good')}{icon(shape, 'poor')}{icon(shape)}")
    assert page.count(str(SHAPES[shape])) == 1
    assert page.count('<use href="#_i1"/>') == page.count('aria-hidden="true"') == 3
    assert page.startswith('<svg class="i good" aria-hidden="true"><symbol id="_i1" viewBox="0 0 16 16">')


def test_every_reference_has_its_drawing() -> None:
    """Over a page of many, each id is given once, and the same page gives the same bytes."""
    page = "".join(str(icon(shape, tone)) for tone in ("good", "poor") for shape in SHAPES) + str(bullet(BULLET)) * 2
    parsed = Parsed(once(page))
    assert len(set(parsed.values("id"))) == len(parsed.values("id")) == len(SHAPES) + 2
    assert {link.removeprefix("#") for link in parsed.values("href")} == set(parsed.values("id"))
    assert once(page) == once(page)
    assert once(once(page)) == once(page)


def test_words_that_look_like_a_drawing_stay_words() -> None:
    """What a person wrote is escaped, so it is never taken for a drawing."""
    words = "&lt;g&gt;&lt;path d=&#34;M0 0&#34;/&gt;&lt;/g&gt; " * 2
    assert once(words) == words
