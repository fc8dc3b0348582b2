"""Pages on paper: how many sheets of A4 they take, and that nothing folded is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import LOOKS, Opened
from tests.browser.sites import Site, plain_site, usual_site

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def handed_out(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as people print them, without what only git can tell."""
    return plain_site(checkout, tmp_path_factory.mktemp("paper"))


@pytest.mark.parametrize(
    ("name", "most"),
    [
        pytest.param("quarters/2026-q4/marketing/agenda", 1, id="an agenda"),
        pytest.param("quarters/2026-q4/index", 1, id="the overview of a quarter"),
        pytest.param("quarters/2026-q4/marketing/demand", 2, id="an objective with four key results"),
        pytest.param("quarters/2026-q4/marketing/index", 1, id="a plan"),
        pytest.param("tv/index", 1, id="a screen"),
    ],
)
def test_sheets_of_paper(opened: Opened, handed_out: Path, name: str, most: int) -> None:
    """The example company's pages fit on as many sheets as people hand out."""
    assert 1 <= _sheets(opened(handed_out / f"{name}.html")) <= most


def test_sheets_of_paper_with_a_history(opened: Opened, checkout: Path, tmp_path: Path) -> None:
    """A quarter of four teams with three objectives each is one sheet, a moved objective two, also where git tells more."""
    quarter = usual_site(checkout, tmp_path).html / "quarters" / "2026-q4"
    overview = opened(quarter / "index.html")
    assert overview.locator("table.okrs tbody tr").count() == 12
    assert "promised" in overview.inner_text("main")
    assert _sheets(overview) == 1
    assert _sheets(opened(quarter / "marketing" / "demand.html")) <= 2
    assert _sheets(opened(quarter / "marketing" / "agenda.html")) == 1


def _sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_what_is_folded_is_printed(opened: Opened, site: Site) -> None:
    """Every check-in of an objective is on paper, though the screen shows the newest first and folds the rest."""
    file = site.html / "quarters/2026-q4/marketing/demand.html"
    folded = "[...document.querySelectorAll('details:not([open]) li')].map(one => one.checkVisibility())"
    screen, paper = (opened(file, LOOKS[look]).evaluate(folded) for look in ("light", "print"))
    assert len(screen) > 10
    assert not any(screen)
    assert all(paper)
