"""Signs by which data of any shape shows that it holds objectives: the names of its fields, and what is in them."""

from __future__ import annotations

from typing import Any

from okrlint.exchange.vocabulary import field_of

OBJECTIVES = ("objective", "objectives")
KEY_RESULTS = ("key_result", "key_results")
TITLES = ("title", "objective", "key_result", "description", "metric", "note")
"""Fields that a title is looked for in; a description is one only where nothing better is there."""
DEEPEST = 40
"""Levels of data that are looked through."""


def is_list_of_key_results(key: str, value: Any) -> bool:
    """Whether a field holds key results, at least one."""
    return field_of(key) in KEY_RESULTS and isinstance(value, (list, dict)) and bool(value)


def is_objective(data: dict[str, Any]) -> bool:
    """Whether a mapping has a title and key results."""
    return has_title(data) and any(is_list_of_key_results(key, value) for key, value in data.items())


def names_objectives(data: Any) -> bool:
    """Whether a mapping has a field with objectives in it."""
    return isinstance(data, dict) and any(
        field_of(key) in OBJECTIVES and isinstance(value, (list, dict)) for key, value in data.items()
    )


def only_holds_objectives(data: Any) -> bool:
    """Whether what is named like objectives has them further down: by team or quarter, each part without a title."""
    if not isinstance(data, list):
        return names_objectives(data)
    return bool(data) and all(names_objectives(one) and not has_title(one) for one in data)


def has_title(data: dict[str, Any]) -> bool:
    """Whether a mapping has a field that is the name of something."""
    return any(isinstance(value, str) and field_of(key) in TITLES[:3] for key, value in data.items())


def holds_objectives(data: Any, depth: int) -> bool:
    """Whether objectives stand somewhere inside a value."""
    if depth > DEEPEST:
        return False
    if isinstance(data, list):
        return any(holds_objectives(one, depth + 1) for one in data)
    if not isinstance(data, dict):
        return False
    return (
        names_objectives(data)
        or is_row(data)
        or is_objective(data)
        or any(holds_objectives(one, depth + 1) for one in data.values())
    )


def is_row(data: dict[str, Any]) -> bool:
    """Whether a mapping is a row of a table: an objective and a key result side by side."""
    fields = {field_of(key) for key, value in data.items() if not isinstance(value, (dict, list))}
    return {"objective", "key_result"} <= fields and not any(isinstance(value, (dict, list)) for value in data.values())
