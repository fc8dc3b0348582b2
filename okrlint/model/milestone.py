"""Weighted steps of a key result."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import ClassVar

from okrlint.model.fields import Fields
from okrlint.model.located import Located


class Milestone(Located):
    """A step with its share of the whole."""

    FIELDS: ClassVar = ("title", "weight", "due", "done")

    title: str | None = None
    weight: Decimal
    """Share of the key result; all of them sum to 1 where none is stated."""
    due: datetime.date | None = None
    done: datetime.date | None = None


def build_milestones(fields: Fields) -> tuple[Milestone, ...]:
    """The steps of a key result; those without a weight share equally what the others leave of 1."""
    steps = tuple(fields.items("milestones"))
    if not steps:
        return ()
    stated = [step.number("weight") for step in steps]
    open_steps = stated.count(None)
    left = max(Decimal(0), 1 - sum((weight for weight in stated if weight is not None), Decimal(0)))
    share = left / open_steps if open_steps else Decimal(0)
    return tuple(
        _milestone(step, share if weight is None else weight) for step, weight in zip(steps, stated, strict=True)
    )


def _milestone(fields: Fields, weight: Decimal) -> Milestone:
    return Milestone(
        **fields.place(),
        title=fields.text("title"),
        weight=weight,
        due=fields.date("due"),
        done=fields.date("done"),
    )
