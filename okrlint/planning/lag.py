"""The sales cycle in months: how long a lead takes to pay."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

DAYS_OF_A_MONTH = Decimal("30.436875")
"""Mean of the Gregorian calendar: 365.2425 ÷ 12."""
TOLERANCE = Decimal("0.1")
"""Months that a cycle may be longer before it counts as one month more: 61 days are two months, not three."""


def cycle_months(days: Decimal) -> Decimal:
    """The sales cycle in months, not rounded."""
    return days / DAYS_OF_A_MONTH


def lag_months(days: Decimal) -> int:
    """Whole months between a lead and its first payment: max(0, ceil(days ÷ 30.436875 − 0.1))."""
    return max(0, int((cycle_months(days) - TOLERANCE).to_integral_value(ROUND_CEILING)))
