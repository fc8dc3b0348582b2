"""What a screen on the wall shows of a quarter: objectives with one word each, what moved most, what comes next."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.pace import pace_of, word_for
from okrlint.model.progress import weighted_mean
from okrlint.model.score_words import band, par_word
from okrlint.tuples import NamedTuple
from okrlint.views.numbers import score_text
from okrlint.views.places import team_name
from okrlint.views.statuses import BANDS, DRAFT, NO_SCORE, PACE, Status, status_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from okrlint.model.key_result import KeyResult
    from okrlint.model.objective import Objective
    from okrlint.model.pace import Pace
    from okrlint.model.plan import Plan
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

TILES = 9
"""Objectives on one screen: three rows of three can be read from across a room."""
DETAILED = 3
"""So many tiles leave room for the key results of each."""
_LINES = 4
"""Key results that a tile has room for."""
_MOST = 90
"""Tiles that take turns; nobody waits for more than ten screens."""


class Board(NamedTuple):
    """The objectives of a screen, in screens that take turns."""

    slides: tuple[tuple[Row, ...], ...]
    left: int
    """Objectives beyond them, which the boards of their teams show."""
    on_pace: int
    """Key results that are on track or ahead."""
    key_results: int
    """All that count."""


def board_of(plans: Sequence[Plan], survey: Survey) -> Board:
    """The tiles of some plans of one quarter, in the order of the plans."""
    objectives = [objective for plan in plans for objective in plan.counted]
    several = len({plan.team for plan in plans}) > 1
    tiles = [_tile(objective, survey, named=several) for objective in objectives[:_MOST]]
    words = [_pace(key_result, survey).word for objective in objectives for key_result in objective.counted]
    return Board(
        slides=tuple(tuple(tiles[start : start + TILES]) for start in range(0, len(tiles), TILES)),
        left=max(0, len(objectives) - _MOST),
        on_pace=sum(word in {"ahead", "on track"} for word in words),
        key_results=len(words),
    )


def _tile(objective: Objective, survey: Survey, *, named: bool) -> Row:
    return {
        "title": objective.name,
        "target": survey.places.target(objective),
        "team": team_name(objective.plan.team) if named and objective.plan.team else "",
        "status": objective_status(objective, survey),
        "score": score_text(survey.objective_score(objective).score),
        "behind": _behind(objective, survey),
        "key_results": [
            {"title": kr.name, "status": status_of(kr, survey.score(kr), _pace(kr, survey))}
            for kr in objective.counted[:_LINES]
        ],
        "more": max(0, len(objective.counted) - _LINES),
    }


def objective_status(objective: Objective, survey: Survey) -> Status:
    """One word for an objective: the pace of its mean gap while it runs, its score against par once it is closed."""
    status = objective.plan.status
    if status == "draft":
        return DRAFT
    if status == "closed":
        found = survey.objective_score(objective).score
        if found is None:
            return NO_SCORE
        return BANDS[band(found)]._replace(word=par_word(found, objective.commitment or "aspirational"))
    gaps = list(_gaps(objective, survey))
    if not gaps:
        words = {_pace(key_result, survey).word for key_result in objective.counted}
        return PACE[words.pop()] if len(words) == 1 else PACE["pending"]
    mean = weighted_mean(gaps)
    return NO_SCORE if mean is None else PACE[word_for(mean)]


def _gaps(objective: Objective, survey: Survey) -> Iterator[tuple[Decimal, Decimal]]:
    """How far each key result is behind, −1 to 1, with its weight; beyond that one would hide all others."""
    for key_result in objective.counted:
        gap = _pace(key_result, survey).gap
        if gap is not None and key_result.weight > 0:
            yield min(max(gap, Decimal(-1)), Decimal(1)), key_result.weight


def _behind(objective: Objective, survey: Survey) -> str:
    """What a mean would hide: how many key results are at risk."""
    if objective.plan.status != "active":
        return ""
    risk = sum(_pace(key_result, survey).word == "at risk" for key_result in objective.counted)
    return f"{risk} of {len(objective.counted)} at risk" if risk else ""


def _pace(key_result: KeyResult, survey: Survey) -> Pace:
    return pace_of(key_result, survey.score(key_result), survey.given.as_of)
