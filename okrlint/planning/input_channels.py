"""The channels of a pipeline file as the calculator needs them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.quantity import format_number, format_quantity
from okrlint.planning.input_counts import read_months
from okrlint.planning.input_money import Till, read_money
from okrlint.planning.input_rates import fraction_of
from okrlint.planning.inputs import ZERO, ChannelInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrlint.model.pipeline import Channel, Pipeline
    from okrlint.planning.input_problem import Problems
    from okrlint.planning.month import Month


def read_channels(
    pipeline: Pipeline, wanted: Sequence[Month], till: Till, problems: Problems
) -> tuple[ChannelInput, ...] | None:
    """Every channel of a file; None where one of them cannot be used."""
    read = [_channel(channel, wanted, till, problems) for channel in pipeline.channels]
    known = tuple(channel for channel in read if channel is not None)
    return known if len(known) == len(pipeline.channels) else None


def _channel(channel: Channel, wanted: Sequence[Month], till: Till, problems: Problems) -> ChannelInput | None:
    leads = read_months(channel, "leads", wanted, problems)
    sessions = read_months(channel, "sessions", wanted, problems) if channel.has("sessions") else {}
    cap = _cap(channel, problems)
    cost = read_money(channel, "cost_per_session", till, problems, zero=True)
    usable = all(
        value is not None or not channel.has(field) for field, value in (("cap", cap), ("cost_per_session", cost))
    )
    if cost is not None and sessions == {}:
        problems.add(channel, "cost_per_session", "a cost per session, and no sessions", "give `sessions` by month")
        usable = False
    if leads is None or sessions is None or not usable or _is_odd(channel, leads, sessions, problems):
        return None
    return ChannelInput(
        id=channel.id or "",
        name=channel.name or channel.id or "",
        kind=channel.kind,
        leads=sum((leads[month] for month in wanted), ZERO),
        sessions=sum((sessions[month] for month in wanted), ZERO) if sessions else None,
        cap=cap,
        cost_per_session=cost,
    )


def _cap(channel: Channel, problems: Problems) -> Decimal | None:
    value = channel.cap
    fraction = None if value is None else fraction_of(channel, "cap", value, problems)
    if value is None or fraction is None:
        return None
    if value.per not in (None, "quarter"):
        problems.add(channel, "cap", f"`cap` is {format_quantity(value)}", "write the most for the whole quarter")
        return None
    if fraction < -1:
        problems.add(channel, "cap", f"`cap` is {format_quantity(value)}", "expected at least \u2212100%")
        return None
    return fraction


def _is_odd(channel: Channel, leads: dict[Month, Decimal], sessions: dict[Month, Decimal], problems: Problems) -> bool:
    """Whether a month has more leads than sessions: then one of the two is not tracked."""
    odd = [month for month in leads if month in sessions and leads[month] > sessions[month]]
    for month in odd:
        had, brought = format_number(sessions[month]), format_number(leads[month])
        problems.add_month(
            channel,
            ("sessions", month.label),
            f"{had} sessions brought {brought} leads in {month.label}",
            "expected at least as many sessions as leads; look at how sessions are tracked",
        )
    return bool(odd)
