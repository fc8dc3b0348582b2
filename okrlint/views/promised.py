"""What the key results of a quarter add up to against the need of its pipeline, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.linting.pipeline_sum import pipeline_sum
from okrlint.planning.promised import Part, Promised
from okrlint.views.plan_numbers import had, needed
from okrlint.views.statuses import Status

if TYPE_CHECKING:
    from okrlint.views.pipelines import PipelineQuarter
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_ENOUGH = Status("enough at par", "good", "disc", "the plan is met where every key result ends at its par")
_ONLY_WHOLE = Status("enough only in full", "fair", "triangle", "only where every one of them is reached whole")
_SHORT = Status("too few", "poor", "cross", "not even then")
SUMS = (_ENOUGH, _ONLY_WHOLE, _SHORT)
"""In the order in which pages explain them."""


def promised_row(one: PipelineQuarter, survey: Survey) -> Row | None:
    """The sum with its parts; None where no key result can be set against the plan."""
    found = pipeline_sum(survey.given.portfolio, one.quarter, survey.given.language)
    if found is None:
        return None
    return {
        "status": _status(found),
        "need": needed(found.need),
        "whole": had(found.whole),
        "at_par": had(found.at_par),
        "parts": [_part(part, survey) for part in found.parts],
    }


def _status(found: Promised) -> Status:
    if found.at_par >= found.need:
        return _ENOUGH
    return _ONLY_WHOLE if found.whole >= found.need else _SHORT


def _part(part: Part, survey: Survey) -> Row:
    key_result = part.promise.key_result if part.promise is not None else None
    return {
        "name": part.name,
        "whole": had(part.whole),
        "at_par": had(part.at_par),
        "text": key_result.name if key_result is not None else "no key result: as last quarter",
        "target": survey.places.target(key_result) if key_result is not None else None,
        "commitment": key_result.commitment if key_result is not None else "",
    }
