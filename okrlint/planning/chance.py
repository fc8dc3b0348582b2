"""How likely a plan is to reach its target: every lead is an independent chance to win a customer."""

from __future__ import annotations

import math
from decimal import ROUND_CEILING, Decimal

MOST_LEADS = 10_000_000
"""A month; beyond it nobody needs a chance, and floats would no longer be exact enough for one."""
_NEGLIGIBLE = 1e-18


def chance(leads: Decimal, conversion: Decimal, customers: Decimal) -> float | None:
    """The probability that so many leads bring at least so many customers: exact binomial, accurate to 1e-6.

    Leads and customers are whole, so both are rounded up. None for more than ten million leads.
    """
    count, wanted = _whole(leads), _whole(customers)
    if count > MOST_LEADS:
        return None
    if wanted <= 0:
        return 1.0
    if wanted > count or conversion >= 1:
        return 0.0 if wanted > count else 1.0
    rate = float(conversion)
    if wanted > count * rate:
        return _tail(wanted, count, rate)
    return 1.0 - _tail(count - wanted + 1, count, 1.0 - rate)


def _whole(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_CEILING))


def _tail(wanted: int, count: int, rate: float) -> float:
    """P(X ≥ wanted) of a binomial, where wanted lies at or above its mean, so that the terms fall."""
    if rate <= 0.0:
        return 0.0
    log_term = (
        math.lgamma(count + 1)
        - math.lgamma(wanted + 1)
        - math.lgamma(count - wanted + 1)
        + wanted * math.log(rate)
        + (count - wanted) * math.log1p(-rate)
    )
    term = math.exp(log_term)
    total = 0.0
    for successes in range(wanted, count + 1):
        total += term
        if term < _NEGLIGIBLE * total or term == 0.0:
            break
        term *= (count - successes) / (successes + 1) * rate / (1.0 - rate)
    return min(1.0, total)
