"""Numbers with their units, as people write them: `25%`, `$1.2M`, `1,000`, `60 days`, `5% per month`."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache, lru_cache

from okrlint.tuples import NamedTuple

_DIGITS = 15
_LARGEST = 10**_DIGITS
_LONGEST = 80
_SCALES = {"k": Decimal(10**3), "K": Decimal(10**3), "M": Decimal(10**6), "B": Decimal(10**9)}
_CURRENCY = "$€£¥"
_MINUS = "\u2212-"
"""As in a set of characters, where a hyphen that does not stand last means a range."""
PERIODS = ("day", "week", "month", "quarter", "year")
_NUMBER = r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
_MONEY = rf"(?P<money>[{_CURRENCY}]|[A-Z]{{3}} )(?P<inner>[{_MINUS}]?)"
_FORM = rf"(?P<sign>[+{_MINUS}]?)(?:{_MONEY})?{_NUMBER}(?P<rest>.*)"
# Marks that change the direction of a line would make a unit show something else than it says.
_FOREIGN = rf"\d,;:%{_CURRENCY}<>\"`|\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069"
_SPACE = "[ \u00a0\u202f]?"
_UNIT = rf"(?P<unit>%|[{_CURRENCY}]|[^\W\d_][^{_FOREIGN}]*)"
_REST = rf"(?P<scale>[kKMB](?![^\W\d_]))?{_SPACE}{_UNIT}?"
_RATE = rf"(?P<amount>.*\S)(?:\s+(?:per|a)\s+|\s*/\s*)(?P<per>{'|'.join(PERIODS)})"

# Words that are part of the number and not its unit: read as a unit they would lose a factor in silence.
_SCALE_WORDS = {
    **dict.fromkeys(("k", "thousand", "thousands", "tsd"), "k"),
    **dict.fromkeys(("m", "mm", "mn", "mio", "mln", "million", "millions"), "M"),
    **dict.fromkeys(("b", "bn", "billion", "billions"), "B"),
}
_PERCENT_WORDS = ("percent", "per cent", "pct")

_DISPLAY = Context(prec=100, rounding=ROUND_HALF_UP)
"""Wide enough for what comes of two numbers of 15 digits on either side of the point."""
_PLACES = 4
_SIGNIFICANT = 3
_CENTS = 2


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
    return re.compile(_FORM), re.compile(_REST), re.compile(_RATE, re.IGNORECASE)


def parse_quantity(raw: object) -> Quantity:
    """The quantity of a YAML number or text. Raises NotAQuantity.

    At most 15 digits before the point and 15 after it.
    """
    if isinstance(raw, str):
        return _from_text(raw)
    if raw.__class__ is int and -_LARGEST < raw < _LARGEST:  # most of all
        return _whole(raw)
    if isinstance(raw, bool) or not isinstance(raw, (int, float)):
        raise NotAQuantity("write a number, such as 1900 or 25%")
    if not -_LARGEST < raw < _LARGEST:
        # Before it becomes text: that would take time with the square of its digits.
        raise NotAQuantity(f"write a number of at most {_DIGITS} digits")
    return Quantity(_bounded(Decimal(str(raw))), text=str(raw))


@lru_cache(maxsize=4096)
def _whole(raw: int) -> Quantity:
    return Quantity(Decimal(raw), "", None, str(raw))


def _from_text(raw: str) -> Quantity:
    text = raw.strip()
    if len(text) > _LONGEST or not text:
        raise NotAQuantity("write a number, such as 1900 or 25%")
    return _from_short_text(text)._replace(text=raw) if text != raw else _from_short_text(text)


@lru_cache(maxsize=4096)
def _from_short_text(text: str) -> Quantity:
    form, rest, rate = _patterns()
    timed = rate.fullmatch(text)
    amount, per = (timed.group("amount"), timed.group("per").lower()) if timed else (text, None)
    found = form.fullmatch(amount)
    tail = rest.fullmatch(found.group("rest")) if found else None
    if found is None or tail is None or (found.group("sign") and found.group("inner")):
        raise NotAQuantity(_reason(text))
    unit = _unit(found.group("money"), tail.group("unit"))
    return Quantity(_value(found, tail.group("scale")), unit, per, text)


def _value(found: re.Match[str], scale: str | None) -> Decimal:
    value = Decimal(found.group("number").replace(",", "")) * _SCALES.get(scale or "", Decimal(1))
    sign = found.group("sign") or found.group("inner") or "+"
    return _bounded(-value if sign in _MINUS else value)


def _bounded(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_DIGITS or abs(value) >= _LARGEST:
        raise NotAQuantity(f"write a number of at most {_DIGITS} digits")
    return value


def _unit(money: str | None, words: str | None) -> str:
    own, other = (words or "").strip(), (money or "").strip()
    problem = _misread(own)
    if problem:
        raise NotAQuantity(problem)
    if own and other and own != other:
        raise NotAQuantity(f"write one unit: {other} or {own}")
    return own or other


def _misread(unit: str) -> str | None:
    """How to write what looks like a unit and is something else."""
    lowered = unit.lower()
    first = lowered.partition(" ")[0]
    if first in _SCALE_WORDS:
        letter = _SCALE_WORDS[first]
        return f"write {letter} right after the number, as in 1.2{letter}"
    if lowered.startswith(_PERCENT_WORDS):
        return "write the sign right after the number, as in 25%"
    if first == "per":
        return "write the number alone, or a rate per day, week, month, quarter or year"
    return None


def _reason(text: str) -> str:
    if comma := re.fullmatch(r"\D*(\d+),(\d{1,2})\s*(%?)\D*", text):
        return f"write {comma[1]}.{comma[2]}{comma[3]}: a point begins the decimals"
    if re.search(r"\d\.\d{3},\d|\d,\d{1,2}(?!\d)", text):
        return "write 1,000.50: a comma separates thousands, a point the decimals"
    if re.search(r"\d,\d{4,}", text):
        return "write a comma after every three digits, as in 1,000,000"
    if text.lower().strip("+-.") in ("nan", "inf", "infinity", "∞"):
        return "write a number that can be reached"
    return "write one number with one unit, such as 1,900, 25%, $1.2M or 60 days"


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Rounded to decimal places, halves away from zero; for display only."""
    return value.quantize(Decimal(1).scaleb(-places), context=_DISPLAY)


def format_number(value: Decimal, places: int | None = None) -> str:
    """With commas after thousands and a real minus sign.

    Without `places`: up to four decimals, no trailing zeros, and more where a small number would show as 0.
    """
    if places is None and (whole := int(value)) == value:  # as is most often the case
        return f"{whole:,}" if whole >= 0 else f"\u2212{-whole:,}"
    rounded = round_half_up(value, _fitting(value) if places is None else places)
    text = f"{rounded.copy_abs():,f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"\u2212{text}" if rounded < 0 else text


def _fitting(value: Decimal) -> int:
    return max(_PLACES, _SIGNIFICANT - 1 - value.adjusted()) if value else _PLACES


def format_quantity(quantity: Quantity | Decimal, unit: str = "") -> str:
    """A number with its unit where people expect it: $1,200, $4.20, 25%, 60 days, 5% per month.

    `unit` is for a number without one of its own.
    """
    if isinstance(quantity, Decimal):
        return _with_unit(quantity, unit)
    text = _with_unit(quantity.value, quantity.unit or unit)
    return f"{text} per {quantity.per}" if quantity.per else text


def _with_unit(value: Decimal, unit: str) -> str:
    number = format_number(value)
    if unit and unit in _CURRENCY:
        cents = number.partition(".")[2]
        if len(cents) == _CENTS - 1:
            number += "0"
        return f"\u2212{unit}{number[1:]}" if value < 0 else f"{unit}{number}"
    return f"{number}%" if unit == "%" else f"{number} {unit}".rstrip()
