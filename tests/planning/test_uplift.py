"""From a need to percentages that text and number agree on."""

from __future__ import annotations

from decimal import Decimal

import pytest

from okrlint.planning.uplift import Uplift, grown, percent_up, uplift
from tests.planning.worked_example import near


def test_committed_and_stretch() -> None:
    """The stretch is what the committed growth is 0.7 of."""
    found = Uplift(Decimal(1900), Decimal("2564.0659"))

    assert near(found.committed * 100, "34.9508")
    assert near(found.stretch * 100, "49.9298")
    assert found.fraction("committed") == found.committed
    assert found.fraction("aspirational") == found.stretch


def test_growth_over_nothing_is_none() -> None:
    """A quarter without leads has no percentage."""
    assert uplift(Decimal(0), Decimal(100)) is None


@pytest.mark.parametrize(
    ("fraction", "percent"),
    [
        ("0.349508", "35"),
        ("0.499298", "50"),
        ("0.3501", "35.1"),
        ("0.35", "35"),
        ("0.35000000000000000000000001", "35"),
        ("0.3500001", "35.1"),
        ("0", "0"),
        ("-0.0312", "-3.1"),
        ("1.5", "150"),
    ],
    ids=str,
)
def test_percent_is_rounded_up(fraction: str, percent: str) -> None:
    """One decimal, up, and the 26th digit of a division is no reason to promise more."""
    assert percent_up(Decimal(fraction)) == Decimal(percent)


def test_the_number_follows_from_the_text() -> None:
    """35% on 1,900 is 2,565, which covers the need of 2,564.07."""
    assert grown(Decimal(1900), percent_up(Decimal("0.349508"))) == 2565


def test_scores_of_the_two_targets() -> None:
    """What the plan needs scores 0.9999 of the committed target and 0.6999 of the stretch."""
    actual, baseline = Decimal(2564), Decimal(1900)
    scores = [
        (actual - baseline) / (grown(baseline, percent) - baseline)
        for percent in (Decimal("34.9508"), Decimal("49.9298"))
    ]

    assert near(scores[0], "0.9999")
    assert near(scores[1], "0.6999")
