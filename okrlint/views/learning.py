"""Plan against actual of a quarter as a table, for every page that looks back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.rendering.sections import Table
from okrlint.views.plan_numbers import DASH, growth, had, needed, percent

if TYPE_CHECKING:
    from okrlint.planning.learning import ChannelLesson, Learning
    from okrlint.views.report import Row

_COLUMNS = (
    *("Channel", "Leads planned", "Leads that came", "Off by", "Growth planned", "Growth reached"),
    *("Rate planned", "Rate to use next"),
)


def learning_row(learned: Learning) -> Row:
    """The lessons of a quarter in words and a table; `table` is None where the plan had no channels."""
    return {
        "need": needed(learned.need),
        "leads": had(learned.leads),
        "error": growth(learned.error),
        "table": Table(_COLUMNS, tuple(map(_channel_row, learned.channels))) if learned.channels else None,
    }


def _channel_row(lesson: ChannelLesson) -> tuple[str, ...]:
    channel = lesson.plan.channel
    return (
        channel.name,
        needed(lesson.plan.leads),
        had(lesson.actual.leads) if lesson.actual is not None else DASH,
        growth(lesson.error),
        growth(lesson.plan.growth),
        growth(lesson.growth),
        percent(channel.rate, 2),
        percent(lesson.rate, 2),
    )
