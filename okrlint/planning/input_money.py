"""Amounts of money from a pipeline file: above 0 or at least 0, a month's, and all in one currency."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.quantity import Quantity, format_quantity

if TYPE_CHECKING:
    from okrlint.model.located import Located
    from okrlint.planning.input_problem import Problems

_SIGNS = {"$": ("USD", "AUD", "CAD", "NZD", "SGD", "HKD", "MXN"), "€": ("EUR",), "£": ("GBP",), "¥": ("JPY", "CNY")}
"""What a sign may stand for."""


class Till:
    """The one currency of a file: its `currency`, else that of the first amount that names one."""

    def __init__(self, currency: str | None) -> None:
        """Take the file's own word."""
        self.currency = (currency or "").strip()
        self._source = "`currency`" if self.currency else ""

    def takes(self, unit: str, source: str) -> str | None:
        """What is wrong with a unit, None where nothing is."""
        if not unit:
            return None
        if not _is_currency(unit):
            return f"is in {unit}, which is no currency"
        if not self.currency:
            self.currency, self._source = unit, source
        if _same(unit, self.currency):
            return None
        return f"is in {unit}, but {self._source} is {self.currency}"


def _is_currency(unit: str) -> bool:
    return unit in _SIGNS or (len(unit) == len("USD") and unit.isascii() and unit.isupper())


def _same(one: str, other: str) -> bool:
    return one == other or one in _SIGNS.get(other, ()) or other in _SIGNS.get(one, ())


def sign_of(currency: str) -> str:
    """The sign of a currency where it is the usual one: $ for USD; else the code itself."""
    return next((sign for sign, codes in _SIGNS.items() if currency == codes[0]), currency)


def read_money(owner: Located, field: str, till: Till, problems: Problems, *, zero: bool = False) -> Decimal | None:
    """The amount of a field that is there; `zero` says whether it may be nothing. None where it cannot be used."""
    value: Quantity | None = getattr(owner, field)
    if value is None:
        return None
    wrong = till.takes(value.unit, f"`{field}`")
    if wrong:
        problems.add(owner, field, f"`{field}` {wrong}", "give all amounts of a file in one currency")
        return None
    if value.per not in (None, "month"):
        shown = format_quantity(value)
        problems.add(owner, field, f"`{field}` is {shown}", "write what it comes to in a month, without the period")
        return None
    if value.value < 0 or (value.value == 0 and not zero):
        floor = "0 or more" if zero else "more than 0"
        problems.add(owner, field, f"`{field}` is {format_quantity(value)}", f"expected an amount of {floor}")
        return None
    return value.value
