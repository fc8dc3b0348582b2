"""Percentage-growth key results that a plan asks for, as data ready to be written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from okrlint.model.quantity import format_number
from okrlint.planning.calculation import Calculation
from okrlint.planning.channels import ChannelPlan
from okrlint.planning.uplift import Uplift, grown, percent_up, uplift
from okrlint.tuples import NamedTuple

CHANNELS = 2
"""How many channels get a key result of their own beside that of all leads: three in all, which every preset takes."""


class Proposal(NamedTuple):
    """One key result."""

    id: str
    data: dict[str, Any]
    """Its fields in the order of the format; owner and actions are for people to add."""
    baseline: Decimal
    target: Decimal
    """What the rounded percentage comes to: text and number agree."""
    need: Decimal
    """What the plan needs, which the target covers at par."""


def propose(
    calculation: Calculation,
    commitment: str,
    *,
    source: str,
    leads_metric: str | None = None,
    channels: Sequence[str] | None = None,
) -> tuple[Proposal, ...]:
    """Leads, and the sessions of the channels that must bring most of the rest.

    `commitment` is committed (the need itself) or aspirational (of which 0.7 is the need). `source` is where the
    baselines stand, `leads_metric` the company's metric that counts all leads; `channels` names others than the two
    with the most leads to add. What need not grow gets no key result.
    """
    return tuple(_proposals(calculation, commitment, source, leads_metric, channels))


def _proposals(
    plan: Calculation, commitment: str, source: str, leads_metric: str | None, channels: Sequence[str] | None
) -> Iterator[Proposal]:
    before = plan.inputs.quarter.previous().label
    if plan.uplift is not None and plan.uplift.committed > 0:
        fields = {"id": "leads", "what": "leads", "metric": leads_metric or "Leads"}
        yield _proposal(fields, plan.uplift, commitment, (before, source))
    for row in _chosen(plan, channels):
        found = _channel_uplift(row)
        if found is not None and found.committed > 0:
            measure = "sessions" if row.sessions is not None else "leads"
            what = f"{measure} from {_inside(row.channel.name)}"
            fields = {
                "id": f"{measure}-{row.channel.id}",
                "what": what,
                "metric": what[:1].upper() + what[1:],
                "channel": row.channel.id,
            }
            yield _proposal(fields, found, commitment, (before, source))


def _chosen(plan: Calculation, channels: Sequence[str] | None) -> Iterator[ChannelPlan]:
    if channels is not None:
        return (row for name in channels for row in plan.channels if row.channel.id == name)
    rows = sorted(plan.channels, key=lambda row: row.channel.leads - row.leads)
    return iter(rows[:CHANNELS])


def _channel_uplift(row: ChannelPlan) -> Uplift | None:
    if row.sessions is not None and row.channel.sessions is not None:
        return uplift(row.channel.sessions, row.sessions)
    return uplift(row.channel.leads, row.leads)


def _inside(name: str) -> str:
    """A name inside a sentence: `Paid search` becomes `paid search`, `SEO` stays."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _proposal(fields: dict[str, str], growth: Uplift, commitment: str, origin: tuple[str, str]) -> Proposal:
    percent = percent_up(growth.fraction(commitment))
    text = f"{format_number(percent).replace(',', '')}%"
    before, source = origin
    channel = {"channel": fields["channel"]} if "channel" in fields else {}
    data = {
        "id": fields["id"],
        "title": f"Increase {fields['what']} by {text} vs. {before}",
        "metric": fields["metric"],
        **channel,
        "commitment": commitment,
        "baseline": {"value": growth.baseline, "period": before, "source": source},
        "growth": text,
    }
    return Proposal(fields["id"], data, growth.baseline, grown(growth.baseline, percent), growth.need)
