"""A plan and the same plan with other inputs, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from okrlint.model.quantity import format_number
from okrlint.planning.uplift import percent_up
from okrlint.rendering.sections import Section, Table
from okrlint.views.pipeline_plan import probability
from okrlint.views.plan_numbers import DASH, growth, money, needed

if TYPE_CHECKING:
    from okrlint.planning.calculation import Calculation

Row = tuple[str, Callable[["Calculation"], str]]


def comparison(plan: Calculation, other: Calculation, settings: Sequence[str]) -> Section:
    """What changes with the inputs set, beside what the file says."""
    rows = [(words, shown(plan), shown(other)) for words, shown in _rows(plan)]
    line = _same_leads(plan, other)
    return Section(f"What if {', '.join(settings)}", (line,), Table(("", "in the file", "what if"), tuple(rows)))


def _rows(plan: Calculation) -> Iterator[Row]:
    yield "Leads needed", lambda one: needed(one.need)
    yield "growth, as a promise", lambda one: _percent(one, "committed")
    yield "growth, as a stretch", lambda one: _percent(one, "aspirational")
    for number, step in enumerate(plan.planned):
        yield f"leads of {step.lead_month.name}", lambda one, number=number: needed(one.planned[number].leads)  # type: ignore[misc]
    yield "chance of the first month", lambda one: probability(one.chances[0])
    for number, row in enumerate(plan.channels):
        yield f"growth of {row.channel.name}", lambda one, number=number: growth(one.channels[number].growth)  # type: ignore[misc]
    if plan.channels:
        yield "leads that no channel can bring", lambda one: needed(one.shortfall)
        yield "cost of the sessions", lambda one: money(one.cost, one.inputs.currency)


def _percent(one: Calculation, commitment: str) -> str:
    return DASH if one.uplift is None else f"{format_number(percent_up(one.uplift.fraction(commitment)))}%"


def _same_leads(plan: Calculation, other: Calculation) -> str:
    """Where MRR ends if the file's leads come, and the inputs turn out otherwise."""
    leads = {step.lead_month: step.leads for step in plan.path}
    found = other.simulated([leads.get(step.lead_month, step.leads) for step in other.path])
    last = other.path[-1]
    ends, target = money(found[-1], other.inputs.currency), money(last.target, other.inputs.currency)
    return f"With the leads planned in the file, MRR then ends at {ends} in {last.month.name}; the target is {target}"
