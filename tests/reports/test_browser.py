"""The site in a real browser, opened from the disk as a person would who got it by mail."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint.reports import build_site
from tests.rendering.parsed_html import Parsed
from tests.rendering.payloads import PAYLOADS
from tests.reports.conftest import Browse
from tests.reports.sites import everything, html_of, report_input

pytestmark = pytest.mark.browser

PAGES = (
    "index.html",
    "how-to-read.html",
    "quarters/2026-q4/index.html",
    "quarters/2026-q4/marketing/index.html",
    "quarters/2026-q3/product/index.html",
)
FEWEST_BYTES_OF_A_PICTURE = 20_000
"""A page that is drawn takes several times as much; an empty one takes a few thousand."""


@pytest.fixture(scope="module")
def committed(checkout: Path) -> Path:
    """The site of the example company as it is committed."""
    return checkout / "reports" / "html"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_without_complaint(browse: Browse, committed: Path, page: str) -> None:
    """The browser refuses nothing, reports no error, draws the page and leaves the document as it was written."""
    shown = browse(committed / page)
    written = Parsed((committed / page).read_text("utf-8"))
    assert shown.console == []
    assert len(shown.picture) > FEWEST_BYTES_OF_A_PICTURE
    assert Parsed(shown.html.removeprefix("<!DOCTYPE html>")).text == written.text


def test_dark_is_another_picture(browse: Browse, committed: Path) -> None:
    """The sheet is loaded from the disk and follows the reader's choice of colours."""
    page = committed / PAGES[0]
    assert browse(page).picture != browse(page, dark=True).picture


def test_without_its_sheet_it_is_another_picture(browse: Browse, committed: Path, tmp_path: Path) -> None:
    """So the style sheet is really used, policy and all."""
    alone = tmp_path / "index.html"
    alone.write_bytes((committed / "index.html").read_bytes())
    assert browse(alone).picture != browse(committed / "index.html").picture


@pytest.mark.parametrize("start", range(0, len(PAYLOADS), 35))
def test_payloads_do_nothing_in_a_browser(browse: Browse, tmp_path: Path, start: int) -> None:
    """Pages full of texts that try to get live ask for nothing, run nothing and change nothing."""
    text = "\n\n".join(payload for payload in PAYLOADS[start : start + 35] if payload.isprintable())
    for path, data in build_site(report_input(everything(text))).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    page = tmp_path / "html/quarters/2026-q4/marketing/index.html"
    shown = browse(page)
    assert shown.console == []
    assert Parsed(shown.html.removeprefix("<!DOCTYPE html>")).text == Parsed(page.read_text("utf-8")).text


def test_a_live_page_would_be_noticed(browse: Browse, tmp_path: Path) -> None:
    """The test itself sees a script, a refused picture and a changed document."""
    page = tmp_path / "live.html"
    page.write_text("<!doctype html><p>x</p><script>document.body.append('y'); console.error('seen')</script>", "utf-8")
    shown = browse(page)
    assert any("seen" in line for line in shown.console)
    assert "y" in Parsed(shown.html.removeprefix("<!DOCTYPE html>")).text


def test_every_page_of_the_test_exists(committed: Path) -> None:
    """The pages tried are among those committed."""
    built = {path.relative_to(committed).as_posix() for path in committed.rglob("*.html")}
    assert set(PAGES) <= built
    assert html_of(dict.fromkeys(built, ""))
