"""Rates over months, quarters and years, and the two that are worked out from the books."""

from __future__ import annotations

from decimal import Decimal

import pytest

from okrlint.planning.rates import (
    average_sale_price,
    churn_over,
    churn_per_month,
    growth_over,
    growth_per_month,
    net_churn,
)
from tests.planning.worked_example import near


@pytest.mark.parametrize(
    ("found", "percent"),
    [
        pytest.param(churn_per_month(Decimal("0.24"), 12), "2.2610", id="24% churn a year, a month"),
        pytest.param(churn_over(Decimal("0.02"), 3), "5.8808", id="2% churn a month, a quarter"),
        pytest.param(churn_over(Decimal("0.02"), 12), "21.5284", id="2% churn a month, a year"),
        pytest.param(growth_per_month(Decimal("0.20"), 3), "6.2659", id="20% growth a quarter, a month"),
        pytest.param(growth_per_month(Decimal("0.05"), 1), "5", id="5% growth a month stays"),
        pytest.param(growth_over(Decimal("0.05"), 3), "15.7625", id="5% growth a month, a quarter"),
    ],
)
def test_a_rate_over_another_time(found: Decimal, percent: str) -> None:
    """Rates compound: 24% a year is not 2% a month."""
    assert near(found * 100, percent)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param((100, 10, 10, 10, 0), "0.1", id="ChartMogul: 10 lost, 10 less, 10 more on 100"),
        pytest.param(
            (100, 0, 0, 10, 0), "-0.1", id="ChartMogul by day: 120 at the end, 10 of them new, so 10 more on 100"
        ),
        pytest.param((98000, 3000, 500, 1200, 340), "0.02", id="the sample of the schema"),
    ],
)
def test_net_churn(parts: tuple[int, ...], expected: str) -> None:
    """Lost and shrunk, less grown and returned, over the opening MRR."""
    assert net_churn(*map(Decimal, parts)) == Decimal(expected)


def test_average_sale_price() -> None:
    """New MRR over new customers."""
    assert average_sale_price(Decimal(6912), Decimal(27)) == 256
