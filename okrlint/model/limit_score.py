"""Scores of `at-least`, `at-most` and `between`: in how many check-in periods the limit was held."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.periods import Period, Tally, check_in_periods, tally
from okrlint.model.progress import within
from okrlint.model.quantity import Quantity
from okrlint.model.score import Score, latest, pending, scored, unit_clash, unscorable
from okrlint.model.score_reasons import limit_words, tally_words

if TYPE_CHECKING:
    from datetime import date

    from okrlint.model.key_result import KeyResult

Limits = tuple[Decimal | None, Decimal | None]


def limit_score(key_result: KeyResult, as_of: date) -> Score:
    """Held periods ÷ periods so far. A missed period is not held; with no check-in at all it is pending."""
    low, high = limits(key_result)
    span, found = _span(key_result), latest(key_result, as_of, Quantity)
    current = found.value if found else None
    clash = unit_clash(key_result.target, *(key_result.band or ()), found)
    if clash or span is None or not _can_be_held(low, high):
        return unscorable(clash or _problem(low, high), current)
    counted = _tally(key_result, span, as_of)
    if current is None or counted.missed == counted.periods:
        return pending("no check-in yet")
    reason = tally_words(counted, key_result.cadence, limit_words(low, high, key_result.unit))
    result = scored(Decimal(counted.held) / counted.periods, current, reason)
    return result._replace(held=counted.held, periods=counted.periods)


def limits(key_result: KeyResult) -> Limits:
    """The inclusive lower and upper limit; None is no limit on that side."""
    band, target = key_result.band, key_result.target
    if key_result.type == "between":
        return (band[0].value, band[1].value) if band else (None, None)
    if target is None:
        return None, None
    return (target.value, None) if key_result.type == "at-least" else (None, target.value)


def _can_be_held(low: Decimal | None, high: Decimal | None) -> bool:
    if low is None or high is None:
        return low is not high
    return low <= high


def _problem(low: Decimal | None, high: Decimal | None) -> str:
    if low is None and high is None:
        return "no limit to hold"
    if not _can_be_held(low, high):
        return "the lower limit is above the upper one"
    return "no quarter in which to hold the limit"


def _span(key_result: KeyResult) -> Period | None:
    """The quarter's days, cut at an own `due`: what need not be held any longer cannot be missed."""
    quarter, due = key_result.plan.quarter, key_result.stated_due
    if quarter is None:
        return None
    whole = Period(quarter.start, quarter.end)
    return whole if due is None or not whole.start <= due <= whole.end else Period(whole.start, due)


def _tally(key_result: KeyResult, span: Period, as_of: date) -> Tally:
    low, high = limits(key_result)
    checked = [
        (entry.date, within(entry.value.value, low, high))
        for entry in key_result.check_ins
        if entry.date is not None and isinstance(entry.value, Quantity)
    ]
    return tally(check_in_periods(span, key_result.cadence), checked, as_of)
