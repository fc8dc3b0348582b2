"""Actions and steps as rows of a checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.views.names import person_name
from okrlint.views.statuses import Status

if TYPE_CHECKING:
    from datetime import date

    from okrlint.model.action import Action
    from okrlint.model.company import Company
    from okrlint.model.milestone import Milestone
    from okrlint.views.report import Row

ACTIONS = (
    Status("done", "good", "tick", "finished, with its day"),
    Status("under way", "link", "half", "somebody is at it"),
    Status("to do", "none", "box", "not begun"),
    Status("was due", "fair", "triangle", "its day has passed and it is not finished"),
    Status("dropped", "none", "slash", "given up openly"),
)
_DONE, _DOING, _OPEN, _LATE, _DROPPED = ((status.tone, status.shape) for status in ACTIONS)
_SHAPES = {"done": _DONE, "doing": _DOING, "dropped": _DROPPED}


def action_row(action: Action, company: Company | None, today: date | None) -> Row:
    """An action with its state in words; late only while `today` is given, that is, in a running plan."""
    late = _is_late(action.due, today) and action.status not in {"done", "dropped"}
    tone, shape = _LATE if late else _SHAPES.get(action.status, _OPEN)
    return {
        "title": action.title or "untitled action",
        "owner": person_name(company, action.owner) if action.owner else "",
        "link": action.link or "",
        "finished": action.status == "done",
        "tone": tone,
        "shape": shape,
        "state": _state(action, late=late),
    }


def _is_late(due: date | None, today: date | None) -> bool:
    return due is not None and today is not None and due < today


def _state(action: Action, *, late: bool) -> str:
    if action.status == "done":
        return f"done {action.done}" if action.done else "done"
    if action.status == "dropped":
        return "dropped"
    word = "under way" if action.status == "doing" else "to do"
    if action.due is None:
        return word
    return f"{word}, was due {action.due}" if late else f"{word}, due {action.due}"


def milestone_row(step: Milestone, today: date | None) -> Row:
    """A step of a key result."""
    late = step.done is None and _is_late(step.due, today)
    tone, shape = _SHAPES["done"] if step.done else _LATE if late else _OPEN
    when = f"done {step.done}" if step.done else f"was due {step.due}" if late else f"due {step.due}"
    return {
        "title": step.title or "untitled step",
        "finished": step.done is not None,
        "tone": tone,
        "shape": shape,
        "state": when if step.done or step.due else "to do",
    }
