"""Key results that no field measures, so that the title has to say all."""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.wording.numbers import measures
from okrlint.linting.wording.words import LANGUAGE
from okrlint.model.key_result import UNKNOWN, KeyResult
from okrlint.model.plan import Plan

_WITHOUT_NUMBER = ("done", "milestones", UNKNOWN)


def unmeasured(plan: Plan) -> Iterator[KeyResult]:
    """The key results that count and have neither a number in their fields nor people who judge them."""
    for key_result in plan.counted_key_results:
        if key_result.type in _WITHOUT_NUMBER and key_result.scoring != "judged":
            yield key_result


def has_number_in_words(key_result: KeyResult, language: str = LANGUAGE) -> bool:
    """Whether the metric, the steps or the note hold a number that measures something."""
    texts = (key_result.metric, key_result.note, *(step.title for step in key_result.milestones))
    return any(measures(text, language) for text in texts if text)
