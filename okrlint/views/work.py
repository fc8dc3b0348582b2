"""Objectives, key results and what is owed for them as short rows: where it is, whose, and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.objective import Objective
from okrlint.views.names import person_name
from okrlint.views.places import quarter_label, team_name

if TYPE_CHECKING:
    from okrlint.model.key_result import KeyResult
    from okrlint.views.due import Due
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_SHAPES = {"check-in": ("link", "half"), "action": ("none", "box"), "cause": ("fair", "diamond")}
_PAST = ("fair", "triangle")


def work_row(located: Objective | KeyResult, survey: Survey) -> Row:
    """An objective or a key result in one line."""
    plan = located.plan
    return {
        "text": located.name,
        "target": survey.places.target(located),
        "team": team_name(plan.team or plan.document.path),
        "quarter": quarter_label(plan),
        "owners": [person_name(survey.given.company, owner) for owner in located.owners],
        "state": located.status if located.status != "active" else plan.status if plan.status == "draft" else "",
        "newest": "" if isinstance(located, Objective) else _newest(located, survey),
    }


def _newest(key_result: KeyResult, survey: Survey) -> str:
    days = [entry.date for entry in key_result.check_ins if entry.date and entry.date <= survey.given.as_of]
    return f"checked in {max(days)}" if days else "no check-in yet"


def due_row(item: Due, survey: Survey) -> Row:
    """One thing that is owed, with the place of its key result."""
    found = survey.given.portfolio.find(item.address)
    past = item.day < survey.given.as_of and item.kind == "action"
    tone, shape = _PAST if past else _SHAPES.get(item.kind, ("none", "box"))
    return {
        "day": item.day,
        "kind": item.kind,
        "text": item.title,
        "words": item.words,
        "target": survey.places.target(found),
        "tone": tone,
        "shape": shape,
    }
