"""Numbers of a pipeline plan as readers see them: counts of what is needed rounded up, money to the unit."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from okrlint.model.quantity import format_number, format_quantity, round_half_up

_LARGEST = Decimal(10) ** 15
DASH = "–"


def needed(value: Decimal | None) -> str:
    """A count that must be reached, rounded up: 902.874 leads are 903."""
    return DASH if value is None else _count(_rounded(value, ROUND_CEILING))


def had(value: Decimal | None) -> str:
    """A count that is there or can be reached, rounded down."""
    return DASH if value is None else _count(_rounded(value, ROUND_FLOOR))


def _rounded(value: Decimal, rounding: str) -> Decimal:
    """Whole, by the rounding given; what 28 digits leave behind does not count."""
    near = value.quantize(Decimal("1e-9")) if abs(value) < _LARGEST else value
    return near.to_integral_value(rounding)


def _count(value: Decimal) -> str:
    return format_number(value, 0) if abs(value) < _LARGEST else "over 10^15"


def money(value: Decimal, currency: str) -> str:
    """An amount to the unit, with its sign or code."""
    if abs(value) >= _LARGEST:
        return "over 10^15"
    return format_quantity(round_half_up(value, 0), currency)


def percent(fraction: Decimal | None, places: int = 1) -> str:
    """A share or rate with so many decimals."""
    if fraction is None:
        return DASH
    return "over 10^15%" if abs(fraction) >= _LARGEST else f"{format_number(fraction * 100, places)}%"


def rate(fraction: Decimal) -> str:
    """A rate with up to two decimals, as people write it: 5%, 1.97%."""
    if abs(fraction) >= _LARGEST:
        return "over 10^15%"
    return f"{format_number(round_half_up(fraction * 100, 2))}%"


def growth(fraction: Decimal | None) -> str:
    """A growth with its sign: +35.0%."""
    text = percent(fraction)
    return f"+{text}" if fraction is not None and fraction >= 0 else text


def exact(value: Decimal, unit: str = "") -> str:
    """A number as it was given, without zeros behind it."""
    return format_quantity(value, unit) if abs(value) < _LARGEST else "over 10^15"
