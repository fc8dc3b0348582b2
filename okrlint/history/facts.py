"""What history needs of one version of a file, as plain text that can be kept by the name of its content.

Most commits of a plan add check-ins and leave what was promised alone. The promise is therefore kept as one text: where
two versions have the same one, nothing has to be read, built or compared.
"""

from __future__ import annotations

import json
from typing import Any

from okrlint.model.okr_file import kind_of
from okrlint.source.document import Document
from okrlint.tuples import NamedTuple

FORM = 2
"""Raised whenever the facts of the same bytes change, so that no earlier ones are believed."""
UNREADABLE, PLAN, COMPANY, OTHER = "unreadable", "plan", "company", "other"

_PLAN = ("kind", "version", "team", "quarter", "status", "lead", "agreed")
_OBJECTIVE = ("id", "title", "owner", "status", "commitment", "carried_from", "revisions")
_KEY_RESULT = (
    *("id", "title", "owner", "metric", "type", "unit", "baseline", "growth", "target", "weight", "due", "commitment"),
    *("status", "scoring", "carried_from", "revisions"),
)
_MILESTONE = ("title", "weight", "due")
_VALUES = ("value", "confidence", "corrected")


class Facts(NamedTuple):
    """One version of a file."""

    kind: str
    """plan, company, other, or unreadable."""
    team: str = ""
    quarter: str = ""
    """As written."""
    agreed: bool = False
    """Whether the plan is active, or says who agreed."""
    promise: str = ""
    """What was agreed, as JSON: of a plan all but the score-keeping, of a company its focus."""
    check_ins: str = ""
    """As JSON, by the key result's part of the address, then by day: value, confidence, reason of a correction."""


def facts_of(document: Document) -> Facts:
    """The facts of a document; never raises on any data."""
    if document.data is None:
        return Facts(UNREADABLE)
    kind = kind_of(document)
    if kind == COMPANY:
        return Facts(COMPANY, promise=_text(document.data.get("focus")))
    return _plan(document.data) if kind == PLAN else Facts(OTHER)


def _plan(data: dict[str, Any]) -> Facts:
    objectives = _mappings(data.get("objectives"))
    promise = {**_picked(data, _PLAN), "objectives": [_objective(each) for each in objectives]}
    agreed = _word(data.get("status")) in ("", "active") or isinstance(data.get("agreed"), dict)
    check_ins = {
        f"{_word(objective.get('id')) or number}.{_word(key_result.get('id')) or position}": _check_ins(key_result)
        for number, objective in enumerate(objectives, 1)
        for position, key_result in enumerate(_mappings(objective.get("key_results")), 1)
    }
    kept = {name: found for name, found in check_ins.items() if found}
    return Facts(PLAN, _word(data.get("team")), _word(data.get("quarter")), agreed, _text(promise), _text(kept))


def _objective(data: dict[str, Any]) -> dict[str, Any]:
    key_results = [_key_result(each) for each in _mappings(data.get("key_results"))]
    return {**_picked(data, _OBJECTIVE), "key_results": key_results}


def _key_result(data: dict[str, Any]) -> dict[str, Any]:
    steps = [_picked(step, _MILESTONE) for step in _mappings(data.get("milestones"))]
    return {**_picked(data, _KEY_RESULT), **({"milestones": steps} if steps else {})}


def _check_ins(key_result: dict[str, Any]) -> dict[str, list[Any]]:
    data = key_result.get("check_ins")
    if not isinstance(data, dict):
        return {}
    return {day: _reading(value) for day, value in sorted(data.items()) if value is not None}


def _reading(value: Any) -> list[Any]:
    return [value.get(name) for name in _VALUES] if isinstance(value, dict) else [value, None, None]


def _picked(data: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: data[name] for name in names if data.get(name) is not None}


def _mappings(data: Any) -> list[dict[str, Any]]:
    return [each for each in data if isinstance(each, dict)] if isinstance(data, list) else []


def _word(value: Any) -> str:
    return value if isinstance(value, str) and value.strip() else ""


def _text(data: Any) -> str:
    return json.dumps(data, sort_keys=True, separators=(",", ":"))
