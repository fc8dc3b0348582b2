"""What somebody who decides on money and people must be asked at the start of the quarter, not at its end."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from okrlint.model.quantity import format_number, format_quantity, round_half_up
from okrlint.planning.calculation import Calculation
from okrlint.planning.reverse import PLANNED

_DEAR = 12
"""Months of the price that a customer may cost before somebody must want it."""
_LATE = 2
"""Months from money to revenue after which the quarter's own revenue says nothing of it."""
_TENTH = Decimal("0.1")


def questions(plan: Calculation, actions: int = 0) -> tuple[str, ...]:
    """The questions of a plan, the largest first; `actions` are those that its teams carry in the quarter."""
    found = [question for part in (_leads, _money, _price, _risk) for question in part(plan)]
    return (*found, *_people(plan, actions))


def _leads(plan: Calculation) -> Iterator[str]:
    if plan.shortfall > _TENTH:
        reachable = _count(plan.reachable.to_integral_value(ROUND_FLOOR))
        need, last = _count(plan.need.to_integral_value(ROUND_CEILING)), plan.path[-1]
        yield (
            f"With every channel at its cap we reach {reachable} of {need} leads. Do we open another channel, "
            f"or accept {_money_text(plan.reachable_mrr, plan)} of MRR in {last.month.name} "
            f"instead of {_money_text(last.target, plan)}?"
        )


def _money(plan: Calculation) -> Iterator[str]:
    budget = plan.inputs.budget
    if budget is not None and plan.cost > budget:
        over = format_quantity((plan.cost - budget).to_integral_value(ROUND_CEILING), plan.inputs.currency)
        affordable = _count(plan.affordable.to_integral_value(ROUND_FLOOR))
        yield (
            f"The plan costs {over} more than the budget. Is there more, or do we plan with the {affordable} leads "
            f"that it buys, and {_money_text(_affordable_mrr(plan), plan)} of MRR in {plan.path[-1].month.name}?"
        )
    elif budget is None and plan.cost:
        yield f"No budget is written down, and the plan costs {_money_text(plan.cost, plan)}. What may be spent?"
    if plan.cost > plan.cost_before > 0:
        more = format_number(round_half_up((plan.cost / plan.cost_before - 1) * 100, 0))
        yield (
            f"Spending grows from {_money_text(plan.cost_before, plan)} to {_money_text(plan.cost, plan)}, by {more}%. "
            "May it be spent in any month of the quarter, or does it come in equal parts?"
        )


def _affordable_mrr(plan: Calculation) -> Decimal:
    share = plan.affordable / plan.need if plan.need else Decimal(1)
    leads = [step.leads * (share if step.source == PLANNED else 1) for step in plan.path]
    return plan.simulated(leads)[-1]


def _price(plan: Calculation) -> Iterator[str]:
    customers = plan.paid_leads * plan.inputs.conversion
    if not customers:
        return
    months = plan.cost / customers / plan.inputs.price
    if months > _DEAR:
        cost = _money_text(plan.cost / customers, plan)
        paid_back = f"{format_number(months, 1)} months of the price"
        yield f"A customer of the paid channels costs {cost}, which is {paid_back}. Do we want that?"
    if plan.inputs.lag >= _LATE:
        first = plan.planned[0].month.name
        spent = plan.inputs.months[0].name
        yield f"What is spent in {spent} pays from {first} on. Will the money be judged by then, and not before?"


def _risk(plan: Calculation) -> Iterator[str]:
    needed, more = plan.chances[0], plan.chances[1]
    if plan.need and needed.probability is not None and more.probability is not None:
        month = plan.planned[0].month.name
        chance, better = (math.floor(row.probability * 100) for row in (needed, more) if row.probability is not None)
        yield (
            f"With just the leads that are needed, {month} is reached in {chance} of 100 cases; with a tenth more in "
            f"{better}. Which of the two do we plan?"
        )


def _people(plan: Calculation, actions: int) -> Iterator[str]:
    people = plan.inputs.people
    if people and actions:
        count, each = format_number(people), format_number(Decimal(actions) / people, 1)
        yield f"{count} people carry {actions} actions, {each} each. Which of them can wait, or who helps?"


def _count(value: Decimal) -> str:
    return format_number(value)


def _money_text(amount: Decimal, plan: Calculation) -> str:
    return format_quantity(round_half_up(amount, 0), plan.inputs.currency)
