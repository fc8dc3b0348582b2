"""What the page of a pipeline plan shows: the ladder, the months with their lag, the formula with its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.quantity import format_number, format_quantity, round_half_up
from okrlint.planning.notes import notes
from okrlint.planning.reverse import PLANNED
from okrlint.planning.sensitivity import leads_needed
from okrlint.planning.uplift import percent_up
from okrlint.rendering.sections import Table
from okrlint.views.pipeline_plan import (
    CONVENTIONS,
    chance_lines,
    chance_table,
    input_lines,
    months_table,
    need_lines,
    other_ways_table,
    probability,
    sensitivity_table,
)
from okrlint.views.pipelines import PIPELINE, pages_of
from okrlint.views.plan_numbers import DASH, money, needed, rate
from okrlint.views.promised import promised_row
from okrlint.views.report import Page, Report

if TYPE_CHECKING:
    from okrlint.planning.calculation import Calculation
    from okrlint.views.pipelines import PipelineQuarter
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_WIDEST = 15
"""Months that the drawing of the lag has room for."""
_LARGE = Decimal(10) ** 15


def _pages(survey: Survey) -> Iterator[Page]:
    return pages_of(survey, PIPELINE, _data)


def _data(one: PipelineQuarter, survey: Survey) -> Row:
    plan = one.calculation
    if plan is None:
        return {}
    return {
        "tiles": list(_tiles(plan)),
        "inputs": input_lines(plan),
        "need": need_lines(plan),
        "ladder": list(_ladder(plan)),
        "formulas": list(_formulas(plan)),
        "months": months_table(plan),
        "offsets": _offsets(plan),
        "band": _band_table(plan),
        "promised": promised_row(one, survey),
        "notes": notes(plan),
        "chance_words": chance_lines(plan)[0],
        "chance": chance_table(plan),
        "sensitivity": sensitivity_table(plan),
        "other_ways": other_ways_table(plan),
        "conventions": CONVENTIONS,
    }


def _tiles(plan: Calculation) -> Iterator[Row]:
    given, sign = plan.inputs, plan.inputs.currency
    last = plan.path[len(given.months) - 1]
    grown = format_number(round_half_up((last.target / given.mrr - 1) * 100, 1))
    wanted = f"{grown}% more than the {money(given.mrr, sign)} now"
    yield {"label": f"MRR for {last.month.name}", "text": money(last.target, sign), "note": wanted}
    uplift = plan.uplift
    note = "no leads last quarter"
    if uplift is not None:
        note = f"{format_number(percent_up(uplift.committed))}% over last quarter's {needed(uplift.baseline)}"
    yield {"label": f"Leads needed in {given.quarter.label}", "text": needed(plan.need), "note": note}
    stretch = DASH if uplift is None or uplift.committed <= 0 else f"+{format_number(percent_up(uplift.stretch))}%"
    yield {"label": "As a stretch", "text": stretch, "note": "of which 0.7 meets the need"}
    chance = plan.chances[0]
    note = f"that {plan.planned[0].month.name} is reached with just these leads"
    yield {"label": "Chance", "text": probability(chance), "note": note}


def _ladder(plan: Calculation) -> Iterator[Row]:
    """From revenue to sessions, for all that the quarter's leads will bring."""
    given, sign = plan.inputs, plan.inputs.currency
    new_mrr = sum((step.new_mrr for step in plan.planned), Decimal(0))
    first, last = plan.planned[0].month.name, plan.planned[-1].month.name
    yield {"name": "New MRR", "text": money(new_mrr, sign), "note": f"{first} to {last}, growth and churn made up for"}
    price = f"÷ {format_quantity(given.price, sign)}, what a new customer pays a month"
    yield {"name": "Customers", "text": needed(plan.customers), "note": price}
    yield {
        "name": "Leads",
        "text": needed(plan.need),
        "note": f"÷ {rate(given.conversion)}, leads that become customers",
    }
    sessions = [row.sessions for row in plan.channels if row.sessions is not None]
    if sessions:
        note = "leads of each channel ÷ its own rate, last three months pooled"
        yield {"name": "Sessions", "text": needed(sum(sessions, Decimal(0))), "note": note}


def _formulas(plan: Calculation) -> Iterator[str]:
    """The formula of each rung with the numbers of the first month that is planned."""
    given, sign, first = plan.inputs, plan.inputs.currency, plan.planned[0]
    target, opening, new_mrr = (_exact(value, sign) for value in (first.target, first.opening, first.new_mrr))
    months = plan.path.index(first) + 1
    yield f"Target of {first.month.name}: {_exact(given.mrr, sign)} × (1 + {_share(given.growth)})^{months} = {target}"
    yield f"New MRR: max(0, {target} − {opening} × (1 − {_share(given.churn)})) = {new_mrr}"
    yield f"Customers: {new_mrr} ÷ {_exact(given.price, sign)} = {_exact(first.customers)}"
    leads = _exact(first.leads)
    yield f"Leads of {first.lead_month.name}: {_exact(first.customers)} ÷ {rate(given.conversion)} = {leads}"
    row = max(plan.channels, key=lambda row: row.leads, default=None)
    if row is not None and row.channel.rate and row.sessions is not None:
        yield (
            f"Sessions from {row.channel.name} in the quarter: {_exact(row.leads)} leads "
            f"÷ ({_exact(row.channel.leads)} ÷ {_exact(row.channel.sessions or Decimal(0))}) = {_exact(row.sessions)}"
        )


def _share(fraction: Decimal) -> str:
    return f"({rate(fraction)})" if fraction < 0 else rate(fraction)


def _exact(value: Decimal, sign: str = "") -> str:
    """With four decimals at most, and not more digits than people read."""
    return format_quantity(value, sign) if abs(value) < _LARGE else "over 10^15"


def _offsets(plan: Calculation) -> Row | None:
    """Each month's leads and the month in which they pay, on one line of months."""
    first, last = plan.path[0].lead_month, plan.path[-1].month
    columns = (last.year - first.year) * 12 + last.number - first.number + 1
    if columns > _WIDEST:
        return None
    rows = [
        (place, place + plan.inputs.lag, "link" if step.source == PLANNED else "none")
        for place, step in enumerate(plan.path)
    ]
    start = plan.inputs.lag
    return {
        "title": "When leads are generated, and when they pay",
        "description": f"leads of {first.name} pay in {plan.path[0].month.name}, those of "
        f"{plan.path[-1].lead_month.name} in {last.name}; the band is {plan.inputs.quarter.label}",
        "columns": columns,
        "band": (start, start + len(plan.inputs.months) - 1),
        "rows": rows,
        "labels": [first.shifted(place).name.partition(" ")[0] for place in range(columns)],
    }


def _band_table(plan: Calculation) -> Table | None:
    """The need at both ends of a benchmark."""
    given = plan.inputs
    if given.conversion_range is None:
        return None
    rows = tuple(
        (name, rate(end), needed(leads_needed(given.changed(conversion=end))))
        for name, end in zip(("low end", "high end"), given.conversion_range, strict=True)
    )
    planned = ("planned with", rate(given.conversion), needed(plan.need))
    return Table(("Conversion", "of leads", "Leads needed"), (*rows, planned))


REPORT = Report("pipeline", _pages)
