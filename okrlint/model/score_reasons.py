"""The reason for a score in words, with the real numbers: "(702 − 650) ÷ (812.5 − 650)"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.quantity import format_quantity, round_half_up
from okrlint.model.score import SIGNS

if TYPE_CHECKING:
    from okrlint.model.periods import Tally

_SHOWN = 4
"""Decimals to which weights count as equal: as many as a number shows."""


def number_words(number: Decimal, unit: str) -> str:
    """A number as people write it, with its unit where that is a sign: "1,900", "25%", "$4.2"."""
    return format_quantity(number, unit if unit in SIGNS else "")


def travelled_words(baseline: Decimal, goal: Decimal, current: Decimal, unit: str) -> str:
    """(current − baseline) ÷ (target − baseline), a negative baseline in brackets of its own."""
    start = number_words(baseline, unit)
    start = f"({start})" if baseline < 0 else start
    return f"({number_words(current, unit)} − {start}) ÷ ({number_words(goal, unit)} − {start})"


def counted_words(goal: Decimal, current: Decimal, unit: str) -> str:
    """Current ÷ target."""
    return f"{number_words(current, unit)} ÷ {number_words(goal, unit)}"


def limit_words(low: Decimal | None, high: Decimal | None, unit: str) -> str:
    """An inclusive limit: "at least 4", "at most 25%", "between 4 and 5"."""
    if low is not None and high is not None:
        return f"between {number_words(low, unit)} and {number_words(high, unit)}"
    if low is not None:
        return f"at least {number_words(low, unit)}"
    return f"at most {number_words(high, unit)}" if high is not None else "any value"


def tally_words(tally: Tally, cadence: str, limit: str) -> str:
    """How often a limit was held: "9 of 13 weeks between 4 and 5, 1 without a check-in"."""
    name = "month" if cadence == "monthly" else "week"
    words = f"{tally.held} of {tally.periods} {name}{'' if tally.periods == 1 else 's'} {limit}"
    return f"{words}, {tally.missed} without a check-in" if tally.missed else words


def steps_words(finished: int, steps: int, raw: Decimal) -> str:
    """How many steps are finished, and what they weigh where they do not weigh the same."""
    words = f"{finished} of {steps} step{'' if steps == 1 else 's'} finished"
    even = Decimal(finished) / steps
    return words if round_half_up(raw - even, _SHOWN) == 0 else f"{words}, which weigh {number_words(raw, '')} of 1"
