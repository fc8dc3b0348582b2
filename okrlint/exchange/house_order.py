"""Plain data of plans with its fields in the order of the format."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from okrlint.model.action import Action
from okrlint.model.baseline import Baseline
from okrlint.model.check_in import CheckIn
from okrlint.model.close import Close
from okrlint.model.key_result import KeyResult
from okrlint.model.milestone import Milestone
from okrlint.model.objective import Objective
from okrlint.model.plan import Agreed, Plan, Review
from okrlint.model.revision import Revision


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    """The fields of each part, by the name of the field that holds it."""
    return {
        "plan": Plan.FIELDS,
        "agreed": Agreed.FIELDS,
        "objectives": Objective.FIELDS,
        "key_results": KeyResult.FIELDS,
        "baseline": Baseline.FIELDS,
        "milestones": Milestone.FIELDS,
        "actions": Action.FIELDS,
        "check_ins": (),
        "check-in": CheckIn.FIELDS,
        "revisions": Revision.FIELDS,
        "reviews": Review.FIELDS,
        "close": Close.FIELDS,
    }


def in_house_order(data: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The data of a part with its fields, and those of everything inside it, in order; unknown ones come last."""
    fields = _fields().get(name, ())
    known = [field for field in fields if field in data]
    inner = "check-in" if name == "check_ins" else None
    return {key: _value(data[key], inner or key) for key in (*known, *(key for key in data if key not in fields))}


def _value(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        return in_house_order(value, name)
    if isinstance(value, list):
        return [in_house_order(one, name) if isinstance(one, dict) else one for one in value]
    return value
