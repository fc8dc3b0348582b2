"""Numbers as pages write them. Nothing here computes; nothing is rounded before it comes here."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.quantity import Quantity, format_number, format_quantity, round_half_up

if TYPE_CHECKING:
    from okrlint.model.key_result import KeyResult

_SIGNS = frozenset("%$€£¥")
_LARGE, _SMALL = 100, 10
_FAR = 1000


def score_text(score: Decimal | None) -> str:
    """A score with two decimals; a dash where there is none."""
    if score is None:
        return "–"
    if abs(score) >= _FAR:
        return "over 1,000" if score > 0 else "under \u22121,000"
    return format_number(score, 2)


def value_text(key_result: KeyResult, value: Decimal | Quantity | bool) -> str:  # noqa: FBT001 - an answer
    """A value of a key result: with a sign such as % or $, without a word such as leads.

    A number that was written with another unit than the key result's keeps its own.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Quantity) and value.unit and value.unit != key_result.unit:
        return format_quantity(value)
    number = value.value if isinstance(value, Quantity) else value
    return format_quantity(number, key_result.unit if key_result.unit in _SIGNS else "")


def unit_word(key_result: KeyResult) -> str:
    """The unit where it is a word, else nothing."""
    return "" if key_result.unit in _SIGNS else key_result.unit


def goal_text(key_result: KeyResult, goal: Decimal) -> str:
    """The target. One worked out from a growth rate is rounded to what a person can aim at."""
    if key_result.target is not None:
        return value_text(key_result, goal)
    places = 0 if abs(goal) >= _LARGE else 1 if abs(goal) >= _SMALL else 2
    return value_text(key_result, round_half_up(goal, places))


def signed(rate: Quantity) -> str:
    """A growth rate with its sign: "+25%"."""
    text = format_quantity(rate)
    return text if rate.value < 0 else f"+{text}"


def plural(count: int, word: str) -> str:
    """A count with its word: "1 objective", "3 objectives"."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
