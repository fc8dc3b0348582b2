"""Scores of `milestones`, `done` and `establish-baseline`: what is finished, and what is not."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.progress import ONE, ZERO, part
from okrlint.model.quantity import Quantity
from okrlint.model.score import Score, latest, pending, scored, unscorable
from okrlint.model.score_reasons import number_words, steps_words

if TYPE_CHECKING:
    from datetime import date

    from okrlint.model.key_result import KeyResult


def milestones_score(key_result: KeyResult, as_of: date) -> Score:
    """Sum of the weights of finished steps; never pending, for a step needs no check-in.

    Weights that do not add up to 1 are taken as proportions.
    """
    steps = key_result.milestones
    finished = [step.weight for step in steps if step.done is not None and step.done <= as_of]
    raw = part(finished, (step.weight for step in steps))
    if raw is None:
        return unscorable("a weight of a step is below 0, or all are 0" if steps else "no steps")
    return scored(raw, Decimal(len(finished)), steps_words(len(finished), len(steps), raw))


def done_score(key_result: KeyResult, as_of: date) -> Score:
    """1 or 0, as the newest check-in says yes or no."""
    found = latest(key_result, as_of, bool)
    if found is None:
        return pending("no check-in yet")
    return scored(ONE if found else ZERO, found, "done" if found else "not done")


def establish_baseline_score(key_result: KeyResult, as_of: date) -> Score:
    """1 once there is a number; before that pending, never 0."""
    found = latest(key_result, as_of, Quantity)
    if found is None:
        return pending("not measured yet")
    return scored(ONE, found.value, f"measured: {number_words(found.value, found.unit or key_result.unit)}")
