"""What the page of the channels shows: who must bring how much more, against how fast each of them grew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from okrlint.linting.pipeline_learning import learning_of
from okrlint.linting.pipeline_measures import plans_of
from okrlint.planning.read_inputs import read_inputs
from okrlint.planning.recent_growth import Recent, recent_growth
from okrlint.rendering.sections import Table
from okrlint.views.channel_verdicts import VERDICTS, verdict_of
from okrlint.views.learning import learning_row
from okrlint.views.names import person_name
from okrlint.views.pipeline_plan import channel_lines
from okrlint.views.pipelines import CHANNELS, pages_of
from okrlint.views.plan_numbers import DASH, growth, had, needed, percent
from okrlint.views.report import Page, Report

if TYPE_CHECKING:
    from okrlint.planning.calculation import Calculation
    from okrlint.planning.channels import ChannelPlan
    from okrlint.views.pipelines import PipelineQuarter
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_PAID = "paid"
_COLUMNS = (
    *("Channel", "Leads last quarter", "Share of leads", "Leads per session", "Leads by share", "Leads needed"),
    *("Growth needed", "Growth lately", "Growth cap", "Sessions last quarter", "Sessions needed"),
)


def _pages(survey: Survey) -> Iterator[Page]:
    return pages_of(survey, CHANNELS, _data)


def _data(one: PipelineQuarter, survey: Survey) -> Row:
    plan = one.calculation
    if plan is None:
        return {}
    recent = _recent(one, plan, survey)
    rows = [_row(row, recent.get(row.channel.id), one, plan, survey) for row in plan.channels]
    learned = learning_of(survey.given.portfolio, one.quarter, survey.given.language)
    paid = [row for row in plan.channels if row.channel.kind == _PAID]
    others = [row for row in plan.channels if row.channel.kind != _PAID]
    groups = (("_paid", "Paid channels", paid), ("_others", "Organic, owned and referral channels", others))
    return {
        "words": channel_lines(plan),
        "groups": [_group(anchor, title, chosen, recent) for anchor, title, chosen in groups if chosen],
        "slope": _slope(plan, rows),
        "rows": rows,
        "recent": sorted({found.over for found in recent.values()}),
        "verdicts": [verdict for verdict in VERDICTS if any(row["verdict"] == verdict for row in rows)],
        "learning": learning_row(learned) if learned is not None else None,
    }


def _recent(one: PipelineQuarter, plan: Calculation, survey: Survey) -> dict[str, Recent]:
    earlier = survey.given.portfolio.pipeline(one.quarter.previous())
    before = None if earlier is None else read_inputs(earlier).inputs
    ids = [row.channel.id for row in plan.channels]
    found = ((name, recent_growth(name, plan.inputs, one.pipeline, before)) for name in ids)
    return {name: recent for name, recent in found if recent is not None}


def _group(anchor: str, title: str, chosen: Sequence[ChannelPlan], recent: dict[str, Recent]) -> Row:
    rows = tuple(_cells(row, recent.get(row.channel.id)) for row in chosen)
    return {"anchor": anchor, "title": title, "table": Table(_COLUMNS, rows)}


def _cells(row: ChannelPlan, recent: Recent | None) -> tuple[str, ...]:
    channel = row.channel
    return (
        channel.name,
        had(channel.leads),
        percent(row.share),
        percent(channel.rate, 2),
        needed(row.split),
        needed(row.leads),
        growth(row.growth),
        growth(recent.growth) if recent is not None else DASH,
        DASH if channel.cap is None else percent(channel.cap, 0),
        had(channel.sessions),
        needed(row.sessions),
    )


def _row(row: ChannelPlan, recent: Recent | None, one: PipelineQuarter, plan: Calculation, survey: Survey) -> Row:
    return {
        "name": row.channel.name,
        "kind": row.channel.kind or "",
        "growth": growth(row.growth),
        "recent": growth(recent.growth) if recent is not None else "",
        "leads": needed(row.leads),
        "sessions": needed(row.sessions),
        "verdict": verdict_of(row, recent, short=plan.shortfall > 0),
        "key_results": list(_key_results(row.channel.id, one, survey)),
    }


def _key_results(channel: str, one: PipelineQuarter, survey: Survey) -> Iterator[Row]:
    """Who answers for the channel."""
    for plan in plans_of(survey.given.portfolio, one.quarter):
        for key_result in plan.counted_key_results:
            if key_result.channel == channel:
                owners = ", ".join(person_name(survey.given.company, owner) for owner in key_result.owners)
                yield {"text": key_result.name, "target": survey.places.target(key_result), "owners": owners}


def _slope(plan: Calculation, rows: Sequence[Row]) -> Row:
    lines = [
        (
            *(float(row.channel.leads), float(row.leads), shown["verdict"].tone),
            *(had(row.channel.leads), f"{needed(row.leads)} {row.channel.name}"),
        )
        for row, shown in zip(plan.channels, rows, strict=True)
    ]
    words = [f"{row.channel.name} from {had(row.channel.leads)} to {needed(row.leads)}" for row in _from_the_top(plan)]
    return {
        "title": f"Leads of {plan.inputs.quarter.previous().label}, and those needed in {plan.inputs.quarter.label}",
        "description": "; ".join(words),
        "lines": lines,
    }


def _from_the_top(plan: Calculation) -> list[ChannelPlan]:
    return sorted(plan.channels, key=lambda row: -row.leads)


REPORT = Report("channels", _pages)
