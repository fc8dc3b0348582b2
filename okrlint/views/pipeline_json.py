"""A pipeline plan as data: numbers as they are, for programs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from okrlint.planning.notes import notes

if TYPE_CHECKING:
    from okrlint.planning.calculation import Calculation
    from okrlint.planning.channels import ChannelPlan
    from okrlint.planning.inputs import Inputs
    from okrlint.planning.reverse import Step
    from okrlint.planning.uplift import Uplift


def plan_data(plan: Calculation) -> dict[str, Any]:
    """Everything that is worked out; rates are fractions, money is in the file's currency, nothing is rounded."""
    return {
        "inputs": _inputs(plan.inputs),
        "months": [_month(step) for step in plan.path],
        "leads": {**_uplift(plan.uplift), "need": _number(plan.need), "flat_a_month": _number(plan.flat_leads)},
        "mrr": _uplift(plan.mrr_uplift),
        "channels": [_channel(row) for row in plan.channels],
        "reachable_leads": _number(plan.reachable),
        "shortfall": _number(plan.shortfall),
        "reachable_mrr": _number(plan.reachable_mrr),
        "cost": _number(plan.cost),
        "cost_before": _number(plan.cost_before),
        "affordable_leads": _number(plan.affordable),
        "mrr_ceiling": _number(plan.ceiling),
        "other_ways": {words: _number(leads) for words, leads in plan.other_ways.items()},
        "chances": [
            {"extra": _number(row.extra), "leads": _number(row.leads), "probability": row.probability}
            for row in plan.chances
        ],
        "sensitivity": [
            {"input": row.name, "before": _number(row.before), "after": _number(row.after), "leads": _number(row.leads)}
            for row in plan.sensitivity
        ],
        "notes": [{"text": note.text, "warning": note.warning} for note in notes(plan)],
    }


def _number(value: Decimal | None) -> float | int | None:
    """The nearest number that JSON has; whole ones without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() and abs(value) < Decimal(2**53) else float(value)


def _inputs(given: Inputs) -> dict[str, Any]:
    names = ("mrr", "growth", "churn", "price", "conversion", "cycle", "budget", "people")
    return {
        "quarter": given.quarter.label,
        "currency": given.currency,
        **{name: _number(getattr(given, name)) for name in names},
        "lag_months": given.lag,
        "leads": {month.label: _number(count) for month, count in sorted(given.leads.items())},
        "baseline_leads": _number(given.baseline),
    }


def _month(step: Step) -> dict[str, Any]:
    amounts = ("target", "opening", "lost", "new_mrr", "mrr", "gap", "customers", "leads")
    return {
        "month": step.month.label,
        **{name: _number(getattr(step, name)) for name in amounts},
        "lead_month": step.lead_month.label,
        "source": step.source,
    }


def _uplift(found: Uplift | None) -> dict[str, Any]:
    if found is None:
        return {"baseline": None, "need": None, "committed": None, "stretch": None}
    names = ("baseline", "need", "committed", "stretch")
    return {name: _number(getattr(found, name)) for name in names}


def _channel(row: ChannelPlan) -> dict[str, Any]:
    channel = row.channel
    return {
        "id": channel.id,
        "name": channel.name,
        "class": channel.kind,
        "leads_before": _number(channel.leads),
        "sessions_before": _number(channel.sessions),
        "rate": _number(channel.rate),
        "share": _number(row.share),
        "split": _number(row.split),
        "leads": _number(row.leads),
        "growth": _number(row.growth),
        "cap": _number(channel.cap),
        "capped": row.capped,
        "sessions": _number(row.sessions),
        "cost": _number(row.cost) if channel.cost_per_session is not None else None,
    }
