"""The numbers of a key result with their labels: from where, to where, where it is, where it will end."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.key_result import HOLDS
from okrlint.model.limit_score import limits
from okrlint.model.quantity import Quantity
from okrlint.model.score import latest
from okrlint.model.score_reasons import limit_words
from okrlint.tuples import NamedTuple
from okrlint.views.check_ins import latest_words
from okrlint.views.forecast import forecast_range, sensible
from okrlint.views.numbers import goal_text, plural, score_text, signed, unit_word, value_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from okrlint.model.key_result import KeyResult
    from okrlint.model.pace import Pace
    from okrlint.model.score import Score
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_NOTHING = Decimal(0)


class Before(NamedTuple):
    """The key result that another one carries on."""

    key_result: KeyResult
    value: Decimal
    """At which it ended."""
    scored: str
    """Its score in words, or nothing."""


def before(key_result: KeyResult, survey: Survey) -> Before | None:
    """How the key result that this one carries on ended; None where there is none, or no number."""
    found = survey.given.portfolio.predecessor(key_result)
    if found is None or found is key_result:
        return None
    result = survey.score(found)
    if result.current is None or isinstance(result.current, bool) or found.type == "milestones":
        return None
    return Before(found, result.current, f"scored {score_text(result.score)}" if result.score is not None else "")


def numbers_of(key_result: KeyResult, result: Score, last: Before | None, as_of: date) -> Iterator[Row]:
    """Where it comes from, where it is and where it should go, in this order."""
    start = key_result.baseline.value if key_result.baseline else None
    if last is not None and (start is None or last.value != start.value):
        yield _fact("Last quarter", value_text(last.key_result, last.value), last.scored)
    if start is not None:
        yield _fact("Baseline", value_text(key_result, start), _baseline_note(key_result, last))
    if result.current is not None and key_result.type != "milestones":
        label = "Reached" if key_result.plan.status == "closed" else "Now"
        measured = latest(key_result, as_of, Quantity) if not isinstance(result.current, bool) else None
        text = value_text(key_result, result.current if measured is None else measured)
        yield _fact(label, text, latest_words(key_result, as_of))
    goal, growth = _goal_words(key_result), key_result.growth
    if goal:
        yield _fact("Target", f"{goal} {unit_word(key_result)}", signed(growth) if growth else "")


def _baseline_note(key_result: KeyResult, last: Before | None) -> str:
    """When and where it was measured, and the last score where that quarter ended at just this value."""
    start = key_result.baseline
    if start is None or start.value is None:
        return ""
    same = last is not None and last.value == start.value.value
    return ", ".join(filter(None, (start.period, start.source, last.scored if same and last else "")))


def _fact(label: str, text: str, note: str) -> Row:
    return {"label": label, "text": text.strip(), "note": note, "origin": ""}


def _goal_words(key_result: KeyResult) -> str:
    if key_result.type in HOLDS:
        low, high = limits(key_result)
        return "" if low is None and high is None else limit_words(low, high, key_result.unit)
    if key_result.type == "milestones":
        return plural(len(key_result.milestones), "step")
    return "" if key_result.goal is None else goal_text(key_result, key_result.goal)


def outlook_of(key_result: KeyResult, going: Pace, as_of: date) -> Iterator[Row]:
    """How far it is from its pace, and where it leads; nothing for a limit that is held, nor after the close."""
    if going.expected is None or key_result.plan.status == "closed" or key_result.type in HOLDS:
        return
    if going.gap is None:
        yield _fact("Pace", score_text(going.expected), "expected by now")
    else:
        note = f"{score_text(going.expected)} expected, {score_text(going.par)} for par"
        yield _fact("Pace", _gap_words(going.gap), note)
    if going.forecast is not None:
        yield _fact("Forecast", score_text(going.forecast), _method(key_result, going, as_of))


def _gap_words(gap: Decimal) -> str:
    """How far it is from the expected progress, unless that rounds to nothing."""
    shown = score_text(abs(gap))
    return "as expected" if shown == score_text(_NOTHING) else f"{shown} {'behind' if gap > 0 else 'ahead'}"


def _method(key_result: KeyResult, going: Pace, as_of: date) -> str:
    """How the forecast was made, and between which values the two ways of making one end."""
    ends = forecast_range(key_result, going, as_of)
    if ends is None:
        return "mean pace so far"
    low, high = (value_text(key_result, sensible(value)) for value in ends)
    if low == high:
        return f"{low}, mean pace so far"
    return f"mean pace so far; {low} to {high} by the last check-ins"
