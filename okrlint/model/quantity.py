"""Numbers with their units, as people write them: `25%`, `$1.2M`, `1,000`, `60 days`, `5% per month`."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import NamedTuple

_LARGEST = Decimal(10) ** 15
_SCALES = {"k": 3, "K": 3, "M": 6, "B": 9}
_CURRENCY = "$€£¥"
PERIODS = ("day", "week", "month", "quarter", "year")
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_FORM = rf"(?P<sign>[-+\u2212]?)(?P<money>[{_CURRENCY}]|[A-Z]{{3}} )?(?P<inner>[-\u2212]?){_NUMBER}(?P<rest>.*)"
_REST = rf"(?P<scale>[kKMB](?![^\W\d_]))? ?(?P<unit>%|[{_CURRENCY}]|[^\W\d_][^\d,;:%{_CURRENCY}]*)?"


class NotAQuantity(ValueError):
    """A text that is no quantity; the text of the error says how to write it."""


class Quantity(NamedTuple):
    """A number with a unit. `25%` is 25 of unit `%`; see `fraction`."""

    value: Decimal
    unit: str = ""
    """Empty for a bare number; `%`, a currency sign or code, or words such as `days`."""
    per: str | None = None
    """The period of a rate: day, week, month, quarter or year."""
    text: str = ""
    """As it stands in the file."""

    @property
    def fraction(self) -> Decimal:
        """The value as a plain factor: a percentage divided by 100, anything else as it is."""
        return self.value / 100 if self.unit == "%" else self.value


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    per = re.compile(rf"(?P<amount>.*\S) ?(?:per|a|/) ?(?P<per>{'|'.join(PERIODS)})")
    return re.compile(_FORM), re.compile(_REST), per


def parse_quantity(raw: object) -> Quantity:
    """The quantity of a YAML number or text. Raises NotAQuantity."""
    if isinstance(raw, bool) or raw is None or isinstance(raw, (list, dict)):
        raise NotAQuantity("write a number, such as 1900 or 25%")
    if isinstance(raw, str):
        return _from_text(raw)
    value = Decimal(str(raw))
    return Quantity(_bounded(value), text=str(raw))


def _from_text(raw: str) -> Quantity:
    text = raw.strip()
    if len(text) > 80 or not text:
        raise NotAQuantity("write a number, such as 1900 or 25%")
    form, rest, rate = _patterns()
    timed = rate.fullmatch(text)
    amount, per = (timed.group("amount"), timed.group("per")) if timed else (text, None)
    found = form.fullmatch(amount)
    tail = rest.fullmatch(found.group("rest")) if found else None
    if found is None or tail is None:
        raise NotAQuantity(_reason(text))
    unit = _unit(found.group("money"), tail.group("unit"))
    return Quantity(_value(found, tail.group("scale")), unit, per, raw)


def _value(found: re.Match[str], scale: str | None) -> Decimal:
    negative = bool(found.group("sign") in ("-", "\u2212") and found.group("sign")) != bool(found.group("inner"))
    value = Decimal(found.group("number").replace(",", "")).scaleb(_SCALES.get(scale or "", 0))
    return _bounded(-value if negative else value)


def _bounded(value: Decimal) -> Decimal:
    if not value.is_finite() or abs(value) >= _LARGEST:
        raise NotAQuantity("write a number of at most 15 digits")
    return value


def _unit(money: str | None, words: str | None) -> str:
    if money and words:
        if words.strip() == money.strip():
            return money.strip()
        raise NotAQuantity(f"write one unit: {money.strip()} or {words.strip()}")
    return (money or words or "").strip()


def _reason(text: str) -> str:
    if re.search(r"\d\.\d{3},\d|\d,\d{1,2}(?!\d)", text):
        return "write 1,000.50: a comma separates thousands, a point the decimals"
    if re.search(r"\d,\d{4,}|\d,\d{3},\d{1,2}(?!\d)", text):
        return "write a comma after every three digits, as in 1,000,000"
    if text.lower().strip("+-.") in ("nan", "inf", "infinity", "∞"):
        return "write a number that can be reached"
    return "write one number with one unit, such as 1,900, 25%, $1.2M or 60 days"


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Rounded to decimal places, halves away from zero; for display only."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def format_number(value: Decimal, places: int | None = None) -> str:
    """With commas after thousands and a real minus sign; without `places` up to four decimals, no trailing zeros."""
    rounded = round_half_up(value, 4 if places is None else places)
    if rounded == 0:
        rounded = abs(rounded)
    text = f"{rounded:,f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "\u2212")


def format_quantity(quantity: Quantity | Decimal, unit: str = "") -> str:
    """A number with its unit where people expect it: $1,200, 25%, 60 days, 5% per month."""
    value, own, per = (quantity, unit, None) if isinstance(quantity, Decimal) else (quantity.value, quantity.unit or unit, quantity.per)
    number = format_number(value)
    if own and own in _CURRENCY:
        text = f"\u2212{own}{number[1:]}" if number.startswith("\u2212") else f"{own}{number}"
    else:
        text = f"{number}%" if own == "%" else f"{number} {own}".rstrip()
    return f"{text} per {per}" if per else text
