"""The screens on the wall in a real browser: how large, how old, whose turn it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sites import Site
from tests.reports.sites import COMPANY, MARKETING, plan_text
from tests.reports.sites import site as texts

pytestmark = pytest.mark.browser

SIZES = {"full HD": (1920, 1080), "4K": (3840, 2160)}
_MEASURE = """() => {
  const sizes = [], outside = [];
  for (const element of document.querySelectorAll('body *:not(.skip)')) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!own || !element.getClientRects().length || element.closest('svg')) continue;
    sizes.push(parseFloat(getComputedStyle(element).fontSize) / innerHeight * 100);
    const box = element.getBoundingClientRect();
    if (box.bottom > innerHeight + 1 || box.right > innerWidth + 1) outside.push(element.textContent);
  }
  const page = document.documentElement, head = document.querySelector('.huge');
  return {least: Math.min(...sizes), outside, head: parseFloat(getComputedStyle(head).fontSize) / innerHeight * 100,
    scrolls: page.scrollWidth > innerWidth || page.scrollHeight > innerHeight,
    tiles: document.querySelectorAll('.slide:not([hidden]) .tile').length};
}"""


def _written(folder: Path, files: dict[str, str]) -> Path:
    """The screen of the company, with the site around it."""
    for path, text in texts(files).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8", newline="")
    return folder / "html/tv/index.html"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A screen with eleven objectives, two screens full."""
    objectives = "".join(f"  - id: o{number}\n    title: Objective number {number}\n" for number in range(11))
    plan = f"kind: plan\nversion: 1\nteam: a\nquarter: 2026-Q4\nobjectives:\n{objectives}"
    return _written(tmp_path_factory.mktemp("many"), {MARKETING: plan})


@pytest.fixture
def screen(browser: Browser) -> Iterator[Any]:
    """Open a page on a screen of a size on a day, with a clock that the test winds."""
    contexts = []

    def load(file: Path, size: tuple[int, int] = (1920, 1080), day: str = "2026-11-16", **more: Any) -> Page:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, timezone_id="UTC", **more)
        contexts.append(context)
        page = context.new_page()
        page.clock.install(time=f"{day}T12:00:00Z")
        page.goto(file.as_uri())
        return page

    yield load
    for context in contexts:
        context.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["index", "marketing"])
def test_everything_fits_and_can_be_read(screen: Any, site: Site, name: str, size: str) -> None:
    """No scroll, nothing outside, no text under 2.6 vh, the number at least 11 vh, nine tiles at most."""
    found = screen(site.html / f"tv/{name}.html", SIZES[size]).evaluate(_MEASURE)
    assert found["outside"] == []
    assert not found["scrolls"]
    assert found["least"] >= 2.6
    assert found["head"] >= 11
    assert 1 <= found["tiles"] <= 9


_BOXES = """() => [...document.querySelectorAll('body *:not(.skip)')].map(element => {
  const box = element.getBoundingClientRect();
  return [box.left / innerWidth, box.top / innerHeight, box.width / innerWidth, box.height / innerHeight];
}).flat()"""


def test_a_larger_screen_shows_the_same_larger(screen: Any, site: Site) -> None:
    """On 4K every part stands where it stands on full HD, twice as large: to a two-hundredth of the screen."""
    small, large = (screen(site.html / "tv/index.html", size).evaluate(_BOXES) for size in SIZES.values())
    assert len(small) == len(large)
    assert max(abs(one - other) for one, other in zip(small, large, strict=True)) < 0.005


@pytest.mark.parametrize("size", [(1920, 1080), (320, 640)])
def test_long_words_keep_to_the_screen(screen: Any, tmp_path: Path, size: tuple[int, int]) -> None:
    """Titles without a blank, long names and a number of fifteen digits push nothing off the screen."""
    title = "Antidisestablishmentarianism" * 8
    plan = plan_text(f"- title: {title}\n  baseline: 0\n  target: 9\n  check_ins: {{2026-11-09: 3}}\n", "a" * 60)
    company = COMPANY.replace("Northwind", "Northwind " * 12)
    pipeline = "kind: pipeline\nversion: 1\nquarter: 2026-Q4\nas_of: 2026-09-30\nmrr: 123456789012345\n"
    files = {"okrs/company.yaml": company, MARKETING: plan.replace("Be found", title), "okrs/pipeline.yaml": pipeline}
    page = screen(_written(tmp_path, files), size)
    assert page.inner_text(".huge") == "$123,456,789,012,345"
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize(
    ("day", "words", "old"),
    [
        pytest.param("2026-11-15", "of today", False, id="of today"),
        pytest.param("2026-11-16", "1 day old", False, id="one day"),
        pytest.param("2026-11-25", "10 days old", False, id="as old as it may be"),
        pytest.param("2026-11-26", "11 days old", True, id="too old"),
    ],
)
def test_the_age_of_the_data(screen: Any, many: Path, day: str, words: str, old: bool) -> None:
    """It is told by the calendar of whoever looks, and the head turns grey."""
    page = screen(many, day=day)
    assert page.inner_text("#_age") == f"Data as of 2026-11-15, {words}"
    assert ("old" in page.get_attribute("header", "class").split()) == old


def _shown(page: Page) -> str:
    return str(
        page.evaluate("[...document.querySelectorAll('.slide')].filter(s => s.checkVisibility()).map(s => s.id).join()")
    )


def test_screens_take_turns_until_somebody_pauses(screen: Any, many: Path) -> None:
    """After twenty seconds the next one comes; the key p and the button stop that, the arrow keys turn by hand."""
    page = screen(many)
    assert _shown(page) == "_s1"
    page.clock.run_for(20_500)
    assert _shown(page) == "_s2"
    page.keyboard.press("p")
    page.clock.run_for(60_000)
    assert (_shown(page), page.inner_text("button")) == ("_s2", "Go on")
    page.keyboard.press("ArrowLeft")
    assert _shown(page) == "_s1"
    page.click("button")
    page.clock.run_for(20_500)
    assert _shown(page) == "_s2"


def test_who_wants_less_motion_gets_none(screen: Any, many: Path) -> None:
    """The screens stand still until they are asked to turn."""
    page = screen(many, reduced_motion="reduce")
    page.clock.run_for(60_000)
    assert (_shown(page), page.inner_text("button")) == ("_s1", "Go on")


def test_without_script_every_tile_is_in_reach(screen: Any, many: Path) -> None:
    """Links lead from screen to screen."""
    page = screen(many, java_script_enabled=False)
    assert page.locator("#_s1").is_visible()
    assert not page.locator("#_s2").is_visible()
    page.click("text=Screen 2")
    assert page.locator("#_s2").is_visible()
    assert not page.locator("#_s1").is_visible()


def test_it_loads_itself_anew_where_that_can_be_done(screen: Any, many: Path) -> None:
    """Five minutes later it is loaded again; while its site cannot be reached, the old page stays."""
    page = screen(many)
    loads: list[str] = []
    page.on("load", lambda: loads.append("again"))
    page.clock.run_for(290_000)
    assert loads == []
    with page.expect_event("load"):
        page.clock.run_for(15_000)
    away = many.parents[1] / "icon.svg"
    aside = away.rename(away.with_suffix(".away"))
    loads.clear()
    page.clock.run_for(310_000)
    page.wait_for_timeout(200)
    aside.rename(away)
    assert loads == []
    assert page.locator(".tile").count() == 11
