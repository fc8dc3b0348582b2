"""The exact binomial against exact fractions, and the numbers of the worked example."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.planning.chance import MOST_LEADS, chance
from tests.planning.worked_example import calculation


def _exactly(leads: int, rate: Fraction, customers: int) -> Fraction:
    """The same by adding up every term as a fraction."""
    terms = (math.comb(leads, k) * rate**k * (1 - rate) ** (leads - k) for k in range(customers, leads + 1))
    return sum(terms, Fraction(0))


def test_an_expected_plan_is_a_coin_toss() -> None:
    """Just the leads needed reach the target in 46 of 100 cases, a tenth more in 69, a fifth more in 85."""
    chances = [row.probability for row in calculation().chances]

    assert [math.floor(found * 100) for found in chances if found is not None] == [46, 69, 85]


@given(
    leads=st.integers(0, 120),
    rate=st.integers(1, 999).map(lambda thousandths: Fraction(thousandths, 1000)),
    share=st.floats(0, 1.1),
)
@settings(max_examples=60, deadline=None)
def test_it_is_the_sum_of_all_terms(leads: int, rate: Fraction, share: float) -> None:
    """For any numbers it agrees with exact fractions to 1e-9."""
    customers = round(leads * share)

    found = chance(Decimal(leads), Decimal(rate.numerator) / rate.denominator, Decimal(customers))

    assert found == pytest.approx(float(_exactly(leads, rate, customers)), abs=1e-9)


@pytest.mark.parametrize(
    ("leads", "rate", "customers", "expected"),
    [
        ("0", "0.04", "0", 1.0),
        ("0", "0.04", "1", 0.0),
        ("10", "1", "10", 1.0),
        ("10", "1", "11", 0.0),
        ("9.2", "1", "10", 1.0),
        ("1", "1E-15", "1", 1e-15),
    ],
    ids=["none wanted", "none there", "every lead pays", "more than there are", "leads round up", "hardly ever"],
)
def test_edges(leads: str, rate: str, customers: str, expected: float) -> None:
    """Where no sum is needed."""
    assert chance(Decimal(leads), Decimal(rate), Decimal(customers)) == pytest.approx(expected, abs=1e-18)


def test_ten_million_leads_are_told_and_more_are_not() -> None:
    """The sum stays short for large numbers, and beyond ten million there is no answer instead of a wrong one."""
    leads = Decimal(MOST_LEADS)

    assert chance(leads, Decimal("0.04"), leads * Decimal("0.04")) == pytest.approx(0.5, abs=1e-3)
    assert chance(leads + 1, Decimal("0.04"), Decimal(1)) is None
