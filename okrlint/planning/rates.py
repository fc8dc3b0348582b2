"""Rates over one month, a quarter or a year, and the two that are worked out from the books."""

from __future__ import annotations

from decimal import Decimal

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
"""Periods in which growth and churn may be given."""
_ONE = Decimal(1)


def growth_per_month(growth: Decimal, months: int) -> Decimal:
    """The monthly rate that compounds to a growth over several months; `growth` is a fraction above −1."""
    return growth if months == 1 else (_ONE + growth) ** (_ONE / months) - _ONE


def churn_per_month(churn: Decimal, months: int) -> Decimal:
    """The monthly rate that compounds to a churn over several months: 1 − (1 − a)^(1/n); a fraction below 1."""
    return churn if months == 1 else _ONE - (_ONE - churn) ** (_ONE / months)


def growth_over(growth: Decimal, months: int) -> Decimal:
    """What a monthly growth comes to in several months."""
    return (_ONE + growth) ** months - _ONE


def churn_over(churn: Decimal, months: int) -> Decimal:
    """What a monthly churn comes to in several months."""
    return _ONE - (_ONE - churn) ** months


def net_churn(
    opening: Decimal, churned: Decimal, contraction: Decimal, expansion: Decimal, reactivation: Decimal
) -> Decimal:
    """Net MRR churn of a month: (churn + contraction − expansion − reactivation) ÷ opening MRR, above 0.

    Negative where customers who stay add more than is lost. Source: the definition of ChartMogul.
    """
    return (churned + contraction - expansion - reactivation) / opening


def average_sale_price(new_mrr: Decimal, new_customers: Decimal) -> Decimal:
    """What a new customer pays a month: MRR of the customers signed in a month ÷ how many they are, above 0."""
    return new_mrr / new_customers
