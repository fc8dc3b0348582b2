"""Days to months, and the published averages that the lag is taken of."""

from __future__ import annotations

from decimal import Decimal
from statistics import mean

import pytest

from okrlint.planning.lag import cycle_months, lag_months
from tests.planning.worked_example import near


@pytest.mark.parametrize(
    ("days", "months"),
    [(0, 0), (3, 0), (4, 1), (30, 1), (33, 1), (34, 2), (60, 2), (61, 2), (63, 2), (64, 3), (90, 3), (120, 4)],
    ids=str,
)
def test_months_of_days(days: int, months: int) -> None:
    """A cycle counts as a month more only when it is longer by a tenth of one."""
    assert lag_months(Decimal(days)) == months


def test_the_unrounded_cycle_is_told() -> None:
    """60 days are 1.9713 months and 61 are 2.0041."""
    assert near(cycle_months(Decimal(60)), "1.9713")
    assert near(cycle_months(Decimal(61)), "2.0041")


@pytest.mark.parametrize(
    ("cycles", "average", "lag"),
    [
        pytest.param([10] * 5 + [20] * 5, 15, 1, id="ChartMogul: five customers at 10 days, five at 20"),
        pytest.param([40, 30, 60, 70], 50, 2, id="Sisense: 40, 30, 60 and 70 days"),
    ],
)
def test_published_averages(cycles: list[int], average: int, lag: int) -> None:
    """The sales cycle of a file is the mean over customers."""
    assert mean(cycles) == average
    assert lag_months(Decimal(average)) == lag
