"""The one place where a score is computed; check, reports, review, agenda and close all call it.

The formulas and their vectors are in docs/scoring.md. Pure: the day is an argument, nothing is rounded, and
what cannot be scored gets a reason and never a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.change_score import change_score, count_score
from okrlint.model.limit_score import limit_score
from okrlint.model.progress import ONE, clamp, weighted_mean
from okrlint.model.score import Score, current_value, pending, unscorable
from okrlint.model.score_reasons import number_words
from okrlint.model.score_words import PAR_HIGH, PAR_LOW, band, par_range, par_word
from okrlint.model.step_score import done_score, establish_baseline_score, milestones_score
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from decimal import Decimal

    from okrlint.model.key_result import KeyResult
    from okrlint.model.objective import Objective
    from okrlint.model.plan import Plan

__all__ = [
    "PAR_HIGH", "PAR_LOW", "ObjectiveScore", "Score", "band", "mean_of_key_results", "mean_of_objectives",
    "objective_score", "par_range", "par_word", "plan_score", "score",
]  # fmt: skip


class ObjectiveScore(NamedTuple):
    """A mean and what stands behind it."""

    score: Decimal | None
    """Weighted mean, 0..1; None when nothing in it has a score."""
    minimum: Decimal | None
    """The smallest score in the mean: an average can hide a zero."""
    scored: int
    """How many scores are in the mean, judged ones among them."""
    pending: int
    """How many left the mean because they have no check-in yet."""
    unscorable: int = 0
    """How many left the mean because they cannot be scored."""


def score(key_result: KeyResult, as_of: date) -> Score:
    """Score a key result by what was known on `as_of`; check-ins and steps after that day are ignored."""
    if key_result.scoring == "judged":
        return _judged(key_result, as_of)
    return _BY_TYPE.get(key_result.type, _unknown)(key_result, as_of)


def objective_score(objective: Objective, as_of: date) -> ObjectiveScore:
    """Weighted mean over the active key results of an objective; weight 0 leaves mean, minimum and counts."""
    return mean_of_key_results((score(each, as_of), each.weight) for each in objective.counted)


def plan_score(plan: Plan, as_of: date) -> ObjectiveScore:
    """Plain mean over the active objectives of a plan; its counts are of objectives."""
    return mean_of_objectives(objective_score(objective, as_of) for objective in plan.counted)


def mean_of_key_results(rows: Iterable[tuple[Score, Decimal]]) -> ObjectiveScore:
    """The objective's score from key results' scores and weights that are worked out already."""
    counted = [(result, weight) for result, weight in rows if weight > 0]
    known = [(result.score, weight) for result, weight in counted if result.score is not None]
    waiting = sum(result.status == "pending" for result, _ in counted)
    minimum = min((reached for reached, _ in known), default=None)
    without = len(counted) - len(known) - waiting
    return ObjectiveScore(weighted_mean(known), minimum, len(known), waiting, without)


def mean_of_objectives(scores: Iterable[ObjectiveScore]) -> ObjectiveScore:
    """The plan's score from its objectives' scores; one without a score is pending if anything in it is."""
    rows = tuple(scores)
    known = [row.score for row in rows if row.score is not None]
    waiting = sum(row.score is None and row.pending > 0 for row in rows)
    without = len(rows) - len(known) - waiting
    mean = weighted_mean([(reached, ONE) for reached in known])
    return ObjectiveScore(mean, min(known, default=None), len(known), waiting, without)


def _judged(key_result: KeyResult, as_of: date) -> Score:
    """A person's score instead of a computed one; it is written when the quarter closes."""
    current = current_value(key_result, as_of)
    given = key_result.close.score if key_result.close is not None else None
    if given is None:
        return pending("to be judged when the quarter closes", current)
    return Score(given, clamp(given), "judged", current, f"judged: {number_words(given, '')}")


def _unknown(key_result: KeyResult, as_of: date) -> Score:
    current = current_value(key_result, as_of)
    if key_result.stated_type:
        return unscorable("its type is none that has a formula", current)
    return unscorable("nothing to score: no target, growth or milestones", current)


_BY_TYPE: dict[str, Callable[[KeyResult, date], Score]] = {
    "increase": change_score,
    "decrease": change_score,
    "count": count_score,
    "at-least": limit_score,
    "at-most": limit_score,
    "between": limit_score,
    "milestones": milestones_score,
    "done": done_score,
    "establish-baseline": establish_baseline_score,
}
