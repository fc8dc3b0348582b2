"""The charts of a key result as plain numbers: a bullet bar of its progress, a line of its check-ins."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.key_result import HOLDS
from okrlint.model.limit_score import limits
from okrlint.model.progress import travelled
from okrlint.model.quantity import Quantity
from okrlint.model.score_words import PAR_HIGH, PAR_LOW
from okrlint.views.numbers import goal_text, score_text, value_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from okrlint.model.key_result import KeyResult
    from okrlint.model.pace import Pace
    from okrlint.model.quarter import Quarter
    from okrlint.model.score import Score
    from okrlint.views.report import Row

_PAR = (float(PAR_LOW), float(PAR_HIGH))


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
    band = _PAR if key_result.commitment == "aspirational" else None
    said = [_progress_words(progress), "par 0.6 to 0.7" if band else "par 1.0"]
    if expected is not None:
        said.append(f"expected by now {score_text(expected)}")
    if previous is not None:
        said.append(f"last quarter ended at {score_text(previous)}")
    return {
        "title": "Progress from baseline to target",
        "description": ", ".join(said),
        "value": _float(progress),
        "expected": _float(expected),
        "previous": _float(previous),
        "band": band,
    }


def _progress_words(progress: Decimal | None) -> str:
    return "no progress known" if progress is None else f"progress {score_text(progress)} of 1"


def _share_of(key_result: KeyResult, value: Decimal) -> Decimal | None:
    if key_result.goal is None or key_result.type not in {"increase", "decrease", "count"}:
        return None
    if value == _start(key_result):
        return None
    return travelled(_start(key_result), key_result.goal, value)


def _start(key_result: KeyResult) -> Decimal:
    start = key_result.baseline.value if key_result.baseline else None
    return Decimal(0) if start is None or key_result.type == "count" else start.value


def _float(share: Decimal | None) -> float | None:
    return None if share is None else float(share)


def readings(key_result: KeyResult, as_of: date) -> list[tuple[date, Decimal]]:
    """The numbers checked in up to a day, by day."""
    return [
        (entry.date, entry.value.value)
        for entry in key_result.check_ins
        if entry.date is not None and entry.date <= as_of and isinstance(entry.value, Quantity)
    ]


def line_row(key_result: KeyResult, as_of: date) -> Row | None:
    """The line of the check-ins with its pace or its limits; None where there is nothing to draw."""
    quarter, known = key_result.plan.quarter, readings(key_result, as_of)
    if quarter is None or not known:
        return None
    first, last = known[0], known[-1]
    description = (
        f"{len(known)} numbers, from {value_text(key_result, first[1])} on {first[0]} "
        f"to {value_text(key_result, last[1])} on {last[0]}"
    )
    return {
        "title": "Check-ins over the quarter",
        "description": "; ".join((description, *_path_words(key_result))),
        "readings": [(_share_of_quarter(quarter, day), float(value)) for day, value in known],
        "paths": list(_paths(key_result)),
    }


def _share_of_quarter(quarter: Quarter, day: date) -> float:
    return (day - quarter.start).days / (quarter.days - 1)


def _paths(key_result: KeyResult) -> Iterator[tuple[str, float, float]]:
    if key_result.type in HOLDS:
        yield from (("limit", float(v), float(v)) for v in limits(key_result) if v is not None)
    elif key_result.goal is not None:
        start, goal = _start(key_result), key_result.goal
        yield "pace", float(start), float(goal)
        yield "par", float(start), float(start + (goal - start) * PAR_HIGH)


def _path_words(key_result: KeyResult) -> Iterator[str]:
    if key_result.type in HOLDS:
        yield from (f"limit {value_text(key_result, v)}" for v in limits(key_result) if v is not None)
    elif key_result.goal is not None:
        start, goal = value_text(key_result, _start(key_result)), goal_text(key_result, key_result.goal)
        yield f"the pace goes from {start} to {goal}"
