"""What was found and noted in a unit of files as plain data and back: for whoever keeps it for the next run."""

from __future__ import annotations

from typing import Any

from okrlint.linting.judging import Judged
from okrlint.linting.notes import Noted
from okrlint.linting.outcome_data import finding_as_data, finding_of


def judged_data(judged: Judged) -> list[Any]:
    """A judged unit as lists, texts and numbers."""
    return [[finding_as_data(found) for found in judged.findings], judged.notes, judged.broken, judged.commented]


def judged_of(data: list[Any]) -> Judged:
    """The judged unit of such data. Raises some exception where it is none."""
    findings, notes, broken, commented = data
    return Judged(
        tuple(map(finding_of, findings)),
        tuple((rule, Noted(tuple(order), _frozen(value))) for rule, (order, value) in notes),
        tuple(broken),
        tuple(commented),
        is_alone=True,
    )


def _frozen(value: Any) -> Any:
    """A note as a rule takes it, with tuples in the place of lists."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
