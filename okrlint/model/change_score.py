"""Scores of `increase`, `decrease` and `count`: how far from the baseline, or from zero, to the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.progress import ZERO, travelled
from okrlint.model.quantity import Quantity
from okrlint.model.score import Score, latest, pending, scored, unit_clash, unscorable
from okrlint.model.score_reasons import counted_words, number_words, travelled_words

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from okrlint.model.key_result import KeyResult


def change_score(key_result: KeyResult, as_of: date) -> Score:
    """(current − baseline) ÷ (target − baseline); with growth g the target is baseline × (1 + g)."""
    found = latest(key_result, as_of, Quantity)
    current = found.value if found else None
    baseline = key_result.baseline.value if key_result.baseline else None
    if baseline is None:
        return unscorable("no baseline to measure from", current)
    goal, unit = key_result.goal, key_result.unit
    problem = _growth_problem(key_result, baseline.value) or unit_clash(baseline, key_result.target, found)
    if problem or goal is None:
        return unscorable(problem or "no target and no growth", current)
    problem = _direction_problem(key_result.type, baseline.value, goal, unit)
    if problem:
        return unscorable(problem, current)
    raw = None if current is None else travelled(baseline.value, goal, current)
    if current is None or raw is None:
        return pending("no check-in yet")
    return scored(raw, current, travelled_words(baseline.value, goal, current, unit))


def count_score(key_result: KeyResult, as_of: date) -> Score:
    """Current ÷ target. A baseline, if there is one, plays no part."""
    found = latest(key_result, as_of, Quantity)
    current, goal = found.value if found else None, key_result.goal
    if not goal:
        return unscorable("no target" if goal is None else "the target of a count is 0", current)
    problem = unit_clash(key_result.target, found)
    if problem:
        return unscorable(problem, current)
    raw = None if current is None else travelled(ZERO, goal, current)
    if current is None or raw is None:
        return pending("no check-in yet")
    return scored(raw, current, counted_words(goal, current, key_result.unit))


def _growth_problem(key_result: KeyResult, baseline: Decimal) -> str | None:
    """What forbids a number although growth is stated; nothing is chosen silently."""
    growth, target = key_result.growth, key_result.target
    if growth is None:
        return None
    if growth.unit != "%" or growth.per is not None:
        return "growth must be a plain percentage"
    if baseline <= 0:
        return f"growth needs a baseline above 0, and it is {number_words(baseline, key_result.unit)}"
    if target is not None and target.value != baseline * (1 + growth.fraction):
        return "growth and target are both given and disagree"
    return None


def _direction_problem(kind: str, baseline: Decimal, goal: Decimal, unit: str) -> str | None:
    """No way to go, or a type that its numbers contradict, which would turn a decline into a success."""
    if goal == baseline:
        return f"target and baseline are both {number_words(goal, unit)}"
    side = "below" if goal < baseline else "above"
    if (side == "below") == (kind == "decrease"):
        return None
    target, start = number_words(goal, unit), number_words(baseline, unit)
    return f"type {kind}, but the target {target} is {side} the baseline {start}"
