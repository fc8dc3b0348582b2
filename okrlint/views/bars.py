"""The charts of a key result as plain numbers: a bullet bar of its progress, a line of its check-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.key_result import HOLDS
from okrlint.model.limit_score import limits
from okrlint.model.progress import travelled
from okrlint.model.score_words import PAR_HIGH, PAR_LOW
from okrlint.views.forecast import forecast_range, readings, start_of
from okrlint.views.numbers import goal_text, plural, score_text, value_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from okrlint.model.key_result import KeyResult
    from okrlint.model.pace import Pace
    from okrlint.model.quarter import Quarter
    from okrlint.model.score import Score
    from okrlint.views.report import Row

PAR = (float(PAR_LOW), float(PAR_HIGH))
"""The band of par of what is aspirational."""


def bullet_row(key_result: KeyResult, result: Score, going: Pace, before: Decimal | None) -> Row | None:
    """The bar of a key result, where 0 is the baseline and 1 the target; None for what cannot be scored.

    `before` is the value at which its predecessor ended; it is drawn where the two can be compared.
    """
    if result.status == "unscorable":
        return None
    progress = result.raw
    closed = key_result.plan.status == "closed"
    expected = None if closed else going.expected
    previous = _share_of(key_result, before) if before is not None else None
    band = PAR if key_result.commitment == "aspirational" else None
    said = [_progress_words(progress), "par 0.6 to 0.7" if band else "par 1.0"]
    if expected is not None:
        said.append(f"{score_text(expected)} expected by now")
    if previous is not None:
        said.append(f"last quarter ended at {score_text(previous)}")
    return {
        "title": "Progress",
        "description": ", ".join(said),
        "value": _float(progress),
        "expected": _float(expected),
        "previous": _float(previous),
        "band": band,
    }


def mean_row(score: Decimal | None, before: Decimal | None, par: tuple[float, float] | None, tone: str) -> Row | None:
    """The bar of a mean score on a scale from 0 to 1, with that of the quarter before; None without a score."""
    if score is None:
        return None
    said = f"{score_text(score)} of 1, par {'0.6 to 0.7' if par else '1.0'}"
    return {
        "title": "Score",
        "description": said if before is None else f"{said}, last quarter {score_text(before)}",
        "value": float(score),
        "expected": None,
        "previous": _float(before),
        "band": par,
        "tone": tone,
    }


def _progress_words(progress: Decimal | None) -> str:
    return "not known yet" if progress is None else f"{score_text(progress)} of 1"


def _share_of(key_result: KeyResult, value: Decimal) -> Decimal | None:
    if key_result.goal is None or key_result.type not in {"increase", "decrease", "count"}:
        return None
    if value == start_of(key_result):
        return None
    return travelled(start_of(key_result), key_result.goal, value)


def _float(share: Decimal | None) -> float | None:
    return None if share is None else float(share)


def line_row(key_result: KeyResult, going: Pace, as_of: date) -> Row | None:
    """The line of the check-ins with its pace or its limits; None where there is nothing to draw."""
    quarter, known = key_result.plan.quarter, readings(key_result, as_of)
    if quarter is None or not known:
        return None
    (first_day, first), (last_day, last) = known[0], known[-1]
    ends = forecast_range(key_result, going, as_of)
    described = [f"{value_text(key_result, first)} on {first_day}"]
    if len(known) > 1:
        described[0] += f" to {value_text(key_result, last)} on {last_day}"
    described += _path_words(key_result, going)
    return {
        "title": plural(len(known), "check-in").capitalize(),
        "description": "; ".join(described),
        "readings": [(_share_of_quarter(quarter, day), float(value)) for day, value in known],
        "paths": list(_paths(key_result, going)),
        "cone": None if ends is None else tuple(map(float, ends)),
        "weeks": True,
    }


def _share_of_quarter(quarter: Quarter, day: date) -> float:
    return (day - quarter.start).days / (quarter.days - 1)


def _paths(key_result: KeyResult, going: Pace) -> Iterator[tuple[str, float, float]]:
    if key_result.type in HOLDS:
        yield from (("limit", float(v), float(v)) for v in limits(key_result) if v is not None)
    elif key_result.goal is not None and going.word != "none":
        start, goal = start_of(key_result), key_result.goal
        yield "pace", float(start), float(goal)
        yield "par", float(start), float(start + (goal - start) * PAR_HIGH)


def _path_words(key_result: KeyResult, going: Pace) -> Iterator[str]:
    if key_result.type in HOLDS:
        yield from (f"limit {value_text(key_result, v)}" for v in limits(key_result) if v is not None)
    elif key_result.goal is not None and going.word != "none":
        yield f"target {goal_text(key_result, key_result.goal)}"
