"""Key results that are work: their titles describe it, and nothing in their fields shows what changes through it."""

from __future__ import annotations

from okrlint.linting.wording.pipeline import names_pipeline_metric
from okrlint.linting.wording.tasks import Task, task
from okrlint.linting.wording.units import is_hard
from okrlint.linting.wording.words import LANGUAGE
from okrlint.model.key_result import KeyResult

_BY_TEXT = ("count", "milestones", "done", "unknown")
"""Types whose fields do not show by themselves that something changes."""


def work_in(key_result: KeyResult, allowed: tuple[str, ...] = (), language: str = LANGUAGE) -> Task | None:
    """The word by which a key result describes work; None where it measures a result. `allowed` verbs pass."""
    title = key_result.title
    return task(title, allowed, language) if title and not _measures_a_result(key_result, language) else None


def _measures_a_result(key_result: KeyResult, language: str) -> bool:
    if key_result.type not in _BY_TEXT:
        return True
    if key_result.type == "count":
        return (
            key_result.registered is not None
            or is_hard(key_result.unit, language)
            or names_pipeline_metric(key_result.metric or "", language)
        )
    return False
