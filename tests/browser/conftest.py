"""Every kind of page of the example company's site, in a real browser; axe-core and the Nu HTML checker with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.sites import Site, built_site, hostile_site


class Look(NamedTuple):
    """One way to look at a page."""

    width: int = 1280
    height: int = 900
    dark: bool = False
    print: bool = False


LOOKS = {
    "light": Look(),
    "dark": Look(dark=True),
    "narrow": Look(width=320, height=640),
    "print": Look(width=794, height=1123, print=True),
    "television": Look(width=1920, height=1080, dark=True),
}


def wear(page: Page, look: Look) -> None:
    """Look at an open page in another way."""
    page.set_viewport_size({"width": look.width, "height": look.height})
    page.emulate_media(media="print" if look.print else "screen", color_scheme="dark" if look.dark else "light")


@pytest.fixture(scope="session")
def site(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the example company, written to a folder."""
    return built_site(checkout, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose every text tries to get live."""
    return hostile_site(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def browser(program: Callable[[str, str], str]) -> Iterator[Browser]:
    """Debian's Chromium, driven by Playwright; nothing is downloaded."""
    chromium = program("chromium", "chromium")
    with sync_playwright() as driver:
        # The sandbox of Chromium needs rights that a container seldom gives; the pages are our own.
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe(checkout: Path, node_modules: Callable[[Path], Path]) -> str:
    """The source of axe-core."""
    return (node_modules(checkout / "tests" / "browser") / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def html_checker(
    checkout: Path, program: Callable[[str, str], str], node_modules: Callable[[Path], Path]
) -> tuple[str, ...]:
    """The command that starts the Nu HTML checker."""
    java = program("java", "default-jre-headless")
    jar = node_modules(checkout / "tests" / "browser") / "vnu-jar" / "build" / "dist" / "vnu.jar"
    return (java, "-jar", str(jar))


Opened = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Open a file, or nothing yet; `trusting` switches the page's policy off, so that only the page defends itself."""
    contexts = []

    def load(file: Path | None, look: Look = LOOKS["light"], *, trusting: bool = False, script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": look.width, "height": look.height},
            color_scheme="dark" if look.dark else "light",
            bypass_csp=trusting,
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        if look.print:
            page.emulate_media(media="print")
        if file is not None:
            page.goto(file.as_uri())
        return page

    yield load
    for context in contexts:
        context.close()
