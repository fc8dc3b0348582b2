"""Ids made of titles."""

from __future__ import annotations

import pytest

from okrlint.linting.slug import slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Drive demand for our products and services", "drive-demand-products-services"),
        ("Build a new GTM for a new niche", "build-new-gtm-niche"),
        ("Increase leads by 25% vs. 2026-Q3", "increase-leads"),
        ("Größer werden", "grosser-werden"),
        ("Café & Bar", "cafe-bar"),
        ("Don't stop", "dont-stop"),
        ("To be", "to-be"),
        ("売上を伸ばす", "objective-1"),
        ("", "objective-1"),
    ],
    ids=str,
)
def test_slug(title: str, expected: str) -> None:
    """The first telling words in Latin letters; small words only where there are no others."""
    assert slug(title, (), "objective-1") == expected


def test_a_taken_id_gets_a_number() -> None:
    """Two objectives of one title are two things."""
    assert slug("Drive demand", {"drive-demand", "drive-demand-2"}, "x") == "drive-demand-3"
