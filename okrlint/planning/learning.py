"""What a finished quarter teaches: plan against actual for each channel, and the rates to plan the next one with."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from okrlint.planning.calculation import Calculation
from okrlint.planning.channels import ChannelPlan
from okrlint.planning.inputs import ChannelInput, Inputs
from okrlint.tuples import NamedTuple


class Actual(NamedTuple):
    """What a channel brought in a quarter."""

    leads: Decimal
    sessions: Decimal | None = None


class ChannelLesson(NamedTuple):
    """A channel's plan beside what became of it."""

    plan: ChannelPlan
    actual: Actual | None
    """None where nobody wrote it down."""

    @property
    def error(self) -> Decimal | None:
        """Forecast error: actual ÷ planned leads − 1."""
        if self.actual is None or not self.plan.leads:
            return None
        return self.actual.leads / self.plan.leads - 1

    @property
    def growth(self) -> Decimal | None:
        """Growth of leads that the channel reached."""
        before = self.plan.channel.leads
        return self.actual.leads / before - 1 if self.actual is not None and before else None

    @property
    def rate(self) -> Decimal | None:
        """Leads ÷ sessions of the quarter's three months pooled: the rate to plan the next quarter with."""
        if self.actual is None or not self.actual.sessions:
            return None
        return self.actual.leads / self.actual.sessions


class Learning(NamedTuple):
    """A quarter's plan and what it taught."""

    need: Decimal
    """Leads that the plan needed."""
    leads: Decimal | None
    """Leads that came; None where nobody wrote them down."""
    channels: tuple[ChannelLesson, ...]

    @property
    def error(self) -> Decimal | None:
        """Forecast error of the whole: actual ÷ need − 1."""
        return self.leads / self.need - 1 if self.leads is not None and self.need else None


def learn(calculation: Calculation, leads: Decimal | None, actuals: Mapping[str, Actual]) -> Learning:
    """The lessons of a quarter, from its calculation and what was measured, channels by their id."""
    lessons = tuple(ChannelLesson(row, actuals.get(row.channel.id)) for row in calculation.channels)
    return Learning(calculation.need, leads, lessons)


def learn_from(calculation: Calculation, following: Inputs) -> Learning:
    """The same where the next quarter's pipeline file is there: its months before are the actual ones."""
    return learn(calculation, following.baseline, actuals_of(following.channels))


def actuals_of(channels: tuple[ChannelInput, ...]) -> dict[str, Actual]:
    """What each channel brought in the three months before a pipeline file's quarter."""
    return {channel.id: Actual(channel.leads, channel.sessions) for channel in channels}
