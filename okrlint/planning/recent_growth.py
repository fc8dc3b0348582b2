"""How fast a channel grew lately, to hold a plan against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.planning.inputs import Inputs
from okrlint.planning.month import Month
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

    from okrlint.model.pipeline import Pipeline


class Recent(NamedTuple):
    """Growth of a channel's leads before the quarter that is planned."""

    growth: Decimal
    """As a fraction."""
    over: str
    """The time in which it grew, for readers."""


def recent_growth(channel: str, inputs: Inputs, pipeline: Pipeline, before: Inputs | None) -> Recent | None:
    """Of the last quarter over the one before it, where the file of that quarter has the channel.

    Else over the three months in the file itself, from the first to the last; None where there is nothing to compare.
    """
    now = next((found for found in inputs.channels if found.id == channel), None)
    then = next((found for found in (before.channels if before is not None else ()) if found.id == channel), None)
    if now is not None and then is not None and then.leads:
        return Recent(now.leads / then.leads - 1, f"{inputs.quarter.previous().label} on the quarter before")
    return _within(channel, pipeline, inputs.months_before)


def _within(channel: str, pipeline: Pipeline, months: tuple[Month, ...]) -> Recent | None:
    leads = next((found.leads for found in pipeline.channels if found.id == channel), {})
    first, last = (leads.get(months[end].label) for end in (0, -1))
    if first is None or last is None or first.value <= 0:
        return None
    return Recent(last.value / first.value - 1, f"{months[0].name} to {months[-1].name}")
