"""What moved most in the last week, and what comes next: of key results, never of people."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from okrlint.model.scoring import score
from okrlint.tuples import NamedTuple
from okrlint.views.forecast import readings
from okrlint.views.numbers import value_text
from okrlint.views.places import team_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from okrlint.model.key_result import KeyResult
    from okrlint.model.plan import Plan
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

WEEK = timedelta(days=7)


class Move(NamedTuple):
    """How far a key result came in a week."""

    key_result: KeyResult
    change: Decimal
    """Of its score, −1 to 1."""


def moves(plans: Iterable[Plan], survey: Survey) -> list[Move]:
    """The key results of running plans whose score changed in the last week, the greatest rise first."""
    found = (_move(kr, survey) for plan in plans if plan.status == "active" for kr in plan.counted_key_results)
    return sorted((move for move in found if move is not None), key=lambda move: -move.change)


def _move(key_result: KeyResult, survey: Survey) -> Move | None:
    now, before = survey.score(key_result).score, score(key_result, survey.given.as_of - WEEK).score
    if now is None or before is None or now == before:
        return None
    return Move(key_result, now - before)


def mover_rows(plans: Sequence[Plan], survey: Survey) -> Row:
    """The greatest rise under `up` and the greatest fall under `down`; None where nothing went that way."""
    found = moves(plans, survey)
    up = found[0] if found and found[0].change > 0 else None
    down = found[-1] if found and found[-1].change < 0 else None
    return {"up": up and _mover_row(up, survey), "down": down and _mover_row(down, survey)}


def _mover_row(move: Move, survey: Survey) -> Row:
    key_result = move.key_result
    return {
        "title": key_result.name,
        "target": survey.places.target(key_result),
        "team": team_name(key_result.plan.team or ""),
        "words": _values(key_result, survey.given.as_of),
    }


def _values(key_result: KeyResult, day: date) -> str:
    """What was checked in a week ago and since, in its own unit; nothing for what has no numbers."""
    before, now = readings(key_result, day - WEEK), readings(key_result, day)
    if not before or not now:
        return ""
    return f"from {value_text(key_result, before[-1][1])} to {value_text(key_result, now[-1][1])}"


def next_step(plans: Iterable[Plan], survey: Survey) -> Row | None:
    """The step that is due next, of all that running plans have not finished; None where no step has a day."""
    day = survey.given.as_of
    steps = sorted((step for step in _steps(plans) if step[0] >= day), key=lambda step: step[:2])
    if not steps:
        return None
    due, title, key_result = steps[0]
    return {
        "title": title,
        "target": survey.places.target(key_result),
        "team": team_name(key_result.plan.team or ""),
        "words": f"due {due}",
    }


def _steps(plans: Iterable[Plan]) -> Iterator[tuple[date, str, KeyResult]]:
    for key_result in (kr for plan in plans if plan.status == "active" for kr in plan.counted_key_results):
        for step in key_result.milestones:
            due = step.due or key_result.due
            if step.done is None and due is not None:
                yield due, step.title or "untitled step", key_result
