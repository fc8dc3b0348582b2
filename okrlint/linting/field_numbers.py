"""Numbers as they are written into fields: exact, without commas, with the unit where a quantity has it."""

from __future__ import annotations

from decimal import Decimal

from okrlint.linting.wording.numbers import Measure
from okrlint.model.quantity import NotAQuantity, Quantity, parse_quantity

_CURRENCY = "$€£¥"


def with_unit(value: Decimal, unit: str = "") -> str:
    """A number for a field: 1900, 53.9%, -20%, $40, 26 hours."""
    plain = f"{value.normalize():f}"
    if unit and unit in _CURRENCY:
        return f"{unit}{plain}"
    return f"{plain}%" if unit == "%" else f"{plain} {unit}".rstrip()


def as_quantity(measure: Measure, unit: str) -> Quantity | None:
    """A number of a title as it stands there, else in another form of the same value; None for a factor.

    A German "1.881" is 1881 in a field, and "four" is 4.
    """
    for text in (measure.text, with_unit(measure.value, unit)):
        try:
            found = parse_quantity(text)
        except NotAQuantity:
            continue
        if found.value == measure.value and found.per is None and bool(found.unit) == bool(unit) and unit != "x":
            return found
    return None
