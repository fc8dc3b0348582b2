"""Pace: whether a key result is where it would have to be on a day of its quarter.

The words are those that colour an active key result; bands of the score speak only after the close.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from okrlint.model.periods import key_result_span, share_elapsed
from okrlint.model.progress import ONE, ZERO, part
from okrlint.model.score_words import PAR_HIGH
from okrlint.model.scoring import score
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from okrlint.model.key_result import KeyResult
    from okrlint.model.score import Score

Word = Literal["ahead", "on track", "behind", "at risk", "pending", "not due", "none"]

ON_TRACK_WITHIN = Decimal("0.1")
BEHIND_WITHIN = Decimal("0.2")
FORECAST_FROM = Decimal("0.2")
"""Share of the time that must have passed before a forecast says anything."""

_LIMITS = frozenset(("at-least", "at-most", "between"))
_ONLY_WHEN_DUE = frozenset(("done", "establish-baseline"))


class Pace(NamedTuple):
    """Where a key result stands against the calendar."""

    word: Word
    """`pending`: no check-in yet; `not due`: all or nothing, and not yet its day; `none`: nothing to tell."""
    expected: Decimal | None = None
    """Progress that the day asks for, 0..1."""
    progress: Decimal | None = None
    """The raw score: negative when it went backwards."""
    gap: Decimal | None = None
    """expected − progress: above 0 is behind."""
    forecast: Decimal | None = None
    """Progress at the end if it goes on like this, not clamped."""

    @property
    def par(self) -> Decimal | None:
        """Par pace: the progress that ends at 0.7, the upper end of par."""
        return None if self.expected is None else self.expected * PAR_HIGH


def elapsed(key_result: KeyResult, as_of: date) -> Decimal:
    """Share of the key result's days that have passed, 0..1; 0 where the plan has no readable quarter."""
    span = key_result_span(key_result)
    return ZERO if span is None else share_elapsed(span, as_of)


def pace(key_result: KeyResult, as_of: date) -> Pace:
    """The pace of a key result on a day."""
    return pace_of(key_result, score(key_result, as_of), as_of)


def pace_of(key_result: KeyResult, result: Score, as_of: date) -> Pace:
    """The pace of a key result whose score on that day is worked out already."""
    if _has_none(key_result, result):
        return Pace("none")
    passed = elapsed(key_result, as_of)
    if key_result.type in _ONLY_WHEN_DUE and passed < 1:
        return Pace("not due")
    expected = _expected(key_result, passed, as_of)
    if result.raw is None:
        return Pace("pending", expected)
    forecast = _forecast(key_result.type, result.raw, passed)
    gap = expected - result.raw
    return Pace(word_for(gap), expected, result.raw, gap, forecast)


def _has_none(key_result: KeyResult, result: Score) -> bool:
    judged = key_result.scoring == "judged"
    return judged or result.status == "unscorable" or key_result.plan.quarter is None


def word_for(gap: Decimal) -> Word:
    """The word for a gap between expected and actual progress; every limit belongs to the better word."""
    if gap <= 0:
        return "ahead"
    if gap <= ON_TRACK_WITHIN:
        return "on track"
    return "behind" if gap <= BEHIND_WITHIN else "at risk"


def _expected(key_result: KeyResult, passed: Decimal, as_of: date) -> Decimal:
    if key_result.type in _LIMITS:
        return ONE
    if key_result.type == "milestones":
        return _due_share(key_result, as_of)
    return passed


def _due_share(key_result: KeyResult, as_of: date) -> Decimal:
    """Share of the weights of the steps due by a day; one without a `due` is due with the key result."""
    steps = key_result.milestones
    due = (step.weight for step in steps if (day := step.due or key_result.due) is not None and day <= as_of)
    return part(due, (step.weight for step in steps)) or ZERO


def _forecast(kind: str, progress: Decimal, passed: Decimal) -> Decimal | None:
    if kind in _LIMITS:
        return progress
    if kind in _ONLY_WHEN_DUE or passed < FORECAST_FROM:
        return None
    return progress / passed
