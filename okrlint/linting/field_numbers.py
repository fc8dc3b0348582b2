"""Numbers as they are written into fields: exact, without commas, with the unit where a quantity has it."""

from __future__ import annotations

from decimal import Decimal

_CURRENCY = "$€£¥"


def with_unit(value: Decimal, unit: str = "") -> str:
    """A number for a field: 1900, 53.9%, -20%, $40, 26 hours."""
    plain = f"{value.normalize():f}"
    if unit and unit in _CURRENCY:
        return f"{unit}{plain}"
    return f"{plain}%" if unit == "%" else f"{plain} {unit}".rstrip()
