from __future__ import annotations

from tests.model.scoring_page import PAGE, REGION, page, tables


def test_the_page_shows_the_vectors() -> None:
    """docs/scoring.md has the tables that its vectors give; otherwise run `python -m tests.model.scoring_page`."""
    committed = PAGE.read_text("utf-8")
    assert committed == page(committed)


def test_the_page_has_every_table() -> None:
    """No table is made that the page does not show."""
    assert sorted(found[2] for found in REGION.finditer(PAGE.read_text("utf-8"))) == sorted(tables())
