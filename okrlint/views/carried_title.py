"""The title of a key result that goes on: quarters one further, its own numbers open or re-based."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from okrlint.linting.last_value import last_check_in
from okrlint.linting.wording.numbers import measures
from okrlint.model.quantity import Quantity

if TYPE_CHECKING:
    from okrlint.linting.wording.numbers import Measure
    from okrlint.model.key_result import KeyResult
    from okrlint.model.quarter import Quarter

SLOT = "XX"


def carried_title(key_result: KeyResult, quarter: Quarter, language: str) -> str:
    """The title with `XX` for what was promised and the new baseline for the old one; other numbers stay."""
    title = key_result.title or ""
    parts: list[str] = []
    at = 0
    for measure in measures(title, language):
        written = _written(measure, key_result)
        if written is not None:
            parts += (title[at : measure.start], written)
            at = measure.end
    return _with_quarters("".join((*parts, title[at:])), key_result, quarter)


def _written(measure: Measure, key_result: KeyResult) -> str | None:
    """What stands in the place of a number; None where it stays."""
    promised = (key_result.growth, key_result.target, *(key_result.band or ()))
    goal = key_result.goal
    if any(found is not None and _is(measure, found) for found in promised):
        return _slot(measure)
    if goal is not None and _is(measure, Quantity(goal)):
        return _slot(measure)
    start = key_result.baseline.value if key_result.baseline is not None else None
    if start is None or not _is(measure, start):
        return None
    last = last_check_in(key_result)
    return last.value.text if last is not None and isinstance(last.value, Quantity) else _slot(measure)


def _slot(measure: Measure) -> str:
    """The slot with the signs around the number; one in the place of a number word."""
    number = re.compile(r"\d[\d,.]*[kKMB]?(?<![,.])")
    return number.sub(SLOT, measure.text, count=1) if number.search(measure.text) else SLOT


def _is(measure: Measure, quantity: Quantity) -> bool:
    """Whether a number of the title is this one, at the title's precision."""
    return abs(abs(measure.value) - abs(quantity.value)) <= measure.step / 2


def _with_quarters(title: str, key_result: KeyResult, quarter: Quarter) -> str:
    """The plan's own quarter becomes the new one, that of its baseline the plan's own."""
    own, start = key_result.plan.quarter, key_result.baseline
    if own is None:
        return title
    before = start.quarter if start is not None and start.quarter is not None else own.previous()
    labels = {before.label: own.label, own.label: quarter.label}
    return re.sub(r"(?:FY)?\d{2,4}-Q[1-4]\b", lambda found: labels.get(found.group(), found.group()), title)
