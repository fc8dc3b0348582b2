"""What the page of capacity and budget shows: whether the plan fits money and people, and what to ask."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.linting.pipeline_measures import plans_of, promises_of
from okrlint.model.quantity import format_number
from okrlint.planning.questions import questions
from okrlint.rendering.sections import Table
from okrlint.views.numbers import plural
from okrlint.views.pipelines import CAPACITY, pages_of
from okrlint.views.places import team_name
from okrlint.views.plan_numbers import DASH, growth, had, money, needed
from okrlint.views.report import Page, Report
from okrlint.views.statuses import Status

if TYPE_CHECKING:
    from okrlint.model.objective import Objective
    from okrlint.model.plan import Plan
    from okrlint.planning.calculation import Calculation
    from okrlint.planning.channels import ChannelPlan
    from okrlint.views.pipelines import PipelineQuarter
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_COST_COLUMNS = (
    *("Channel", "Sessions", "Cost of a session", "Cost", "Cost last quarter", "Growth of cost", "Leads"),
    *("Cost of a lead", "Cost of a customer"),
)
_FITS = Status("fits the budget", "good", "disc")
_OVER = Status("over the budget", "poor", "cross")
_OPEN = Status("no budget written down", "none", "ring")


def _pages(survey: Survey) -> Iterator[Page]:
    return pages_of(survey, CAPACITY, _data)


def _data(one: PipelineQuarter, survey: Survey) -> Row:
    plan = one.calculation
    if plan is None:
        return {}
    plans = _plans(one, survey)
    actions = sum(_actions(objective) for found in plans for objective in found.counted)
    return {
        "tiles": list(_tiles(plan, actions)),
        "stack": _stack(plan),
        "costs": _costs(plan),
        "teams": _teams(plans, survey),
        "questions": questions(plan, actions),
    }


def _plans(one: PipelineQuarter, survey: Survey) -> tuple[Plan, ...]:
    """The plans of the quarter that promise something for the pipeline, else all of them."""
    plans = plans_of(survey.given.portfolio, one.quarter)
    return tuple(found for found in plans if promises_of((found,), survey.given.language)) or plans


def _actions(objective: Objective) -> int:
    """Actions that somebody has, or had, to carry: in a plan that runs those still open."""
    out = ("dropped",) if objective.plan.status == "closed" else ("dropped", "done")
    return sum(action.status not in out for kr in objective.counted for action in kr.actions)


def _tiles(plan: Calculation, actions: int) -> Iterator[Row]:
    sign, budget, people = plan.inputs.currency, plan.inputs.budget, plan.inputs.people
    yield _tile("Sessions cost", money(plan.cost, sign), f"after {money(plan.cost_before, sign)} last quarter")
    status = _OPEN if budget is None else _FITS if plan.cost <= budget else _OVER
    yield _tile("Budget", DASH if budget is None else money(budget, sign), status.word, status)
    if plan.customers:
        each = plan.cost / plan.customers
        months = format_number(each / plan.inputs.price, 1)
        yield _tile("Cost of a customer", money(each, sign), f"{months} months of the price")
    if people is not None:
        yield _tile("People", format_number(people), f"for {plural(actions, 'action')}")


def _tile(label: str, text: str, note: str, status: Status | None = None) -> Row:
    return {"label": label, "text": text, "note": note, "status": status}


def _stack(plan: Calculation) -> Row | None:
    """The cost of each channel behind another, and the budget as a line; None where nothing costs anything."""
    paid = [row for row in plan.channels if row.cost]
    if not paid:
        return None
    sign, budget = plan.inputs.currency, plan.inputs.budget
    parts = ", ".join(f"{row.channel.name} {money(row.cost, sign)}" for row in paid)
    limit = f"; the budget is {money(budget, sign)}" if budget is not None else ""
    return {
        "title": "Cost of the sessions by channel",
        "description": parts + limit,
        "parts": [float(row.cost) for row in paid],
        "limit": None if budget is None else float(budget),
        "names": [row.channel.name for row in paid],
    }


def _costs(plan: Calculation) -> Table | None:
    rows = [row for row in plan.channels if row.channel.cost_per_session is not None]
    if not rows:
        return None
    return Table(_COST_COLUMNS, tuple(_cost_row(row, plan) for row in rows))


def _cost_row(row: ChannelPlan, plan: Calculation) -> tuple[str, ...]:
    sign = plan.inputs.currency
    customers = row.leads * plan.inputs.conversion
    return (
        row.channel.name,
        needed(row.sessions),
        f"{sign}{format_number(row.channel.cost_per_session or Decimal(0), 2)}",
        money(row.cost, sign),
        money(row.cost_before, sign),
        growth(row.cost / row.cost_before - 1) if row.cost_before else DASH,
        needed(row.leads),
        money(row.cost / row.leads, sign) if row.leads else DASH,
        money(row.cost / customers, sign) if customers else DASH,
    )


def _teams(plans: tuple[Plan, ...], survey: Survey) -> list[Row]:
    """How much each objective of these plans carries; nobody is counted by name."""
    return [
        {
            "team": team_name(plan.team or plan.document.path),
            "title": objective.name,
            "target": survey.places.target(objective),
            "key_results": had(Decimal(len(objective.counted))),
            "actions": _actions(objective),
            "owners": len({owner for kr in objective.counted for owner in kr.owners}),
        }
        for plan in plans
        for objective in plan.counted
    ]


REPORT = Report("capacity", _pages)
