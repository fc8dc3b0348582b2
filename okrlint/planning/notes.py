"""What a reader of a plan must know beside its numbers, in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from okrlint.model.quantity import format_number, format_quantity, round_half_up
from okrlint.planning.calculation import Calculation
from okrlint.planning.inputs import ZERO
from okrlint.planning.month import Month
from okrlint.planning.rates import churn_over
from okrlint.planning.reverse import ASSUMED, PLANNED
from okrlint.tuples import NamedTuple

_MUCH_CHURN = Decimal("0.2")
_FEW_CUSTOMERS = 30
_YEAR = 12
_FEW = 2
_SMALL = Decimal("0.5")
"""Of a unit of money or a lead: what rounding makes of it is nothing."""


class Note(NamedTuple):
    """One sentence, without a full stop."""

    text: str
    warning: bool = False
    """Whether somebody must decide something because of it."""


def notes(calculation: Calculation) -> tuple[Note, ...]:
    """Warnings first, each part in the order of the way from revenue to money."""
    found = [note for part in (_goal, _months, _conversion, _channels, _money) for note in part(calculation)]
    return tuple(sorted(found, key=lambda note: not note.warning))


def _goal(plan: Calculation) -> Iterator[Note]:
    given = plan.inputs
    if given.growth <= 0:
        yield Note("the plan asks for no growth of revenue", warning=True)
    if given.churn > _MUCH_CHURN:
        yearly = format_number(round_half_up(churn_over(given.churn, _YEAR) * 100, 0))
        monthly = format_number(round_half_up(given.churn * 100, 2))
        yield Note(f"a net churn of {monthly}% a month is {yearly}% a year; is it a yearly rate?", warning=True)
    if not plan.need:
        yield Note("no lead is needed: what customers who stay add covers the growth")
    if plan.ceiling is not None:
        leads = format_number(given.baseline / len(given.months), 0)
        limit = _money_text(plan.ceiling, plan)
        is_near = plan.ceiling < plan.path[-1].target
        yield Note(f"with {leads} leads a month, as last quarter, MRR can never pass {limit}", warning=is_near)


def _months(plan: Calculation) -> Iterator[Note]:
    given = plan.inputs
    known = [step for step in plan.path if step.source != PLANNED]
    if len(known) >= len(given.months):
        first = plan.planned[0].month.name
        yield Note(
            f"no lead of {given.quarter.label} moves its revenue: what it generates pays from {first} on", warning=True
        )
    elif known:
        yield Note(f"the leads that exist decide the revenue of {_listed([step.month for step in known])}")
    short = [step for step in known if step.gap < -_SMALL]
    if short:
        gaps = [_money_text(-step.gap, plan) for step in short]
        below = " and ".join(gaps) if len(gaps) <= _FEW else f"up to {_money_text(-min(s.gap for s in short), plan)}"
        until, ending = plan.planned[0].month.name, "s" if len(short) == 1 else ""
        months = _listed([step.month for step in short])
        yield Note(f"{months} end{ending} {below} below the target; {until} makes up for it")
    assumed = [step for step in known if step.source == ASSUMED]
    if assumed:
        mean = format_number(assumed[0].leads, 0)
        verb = "has" if len(assumed) == 1 else "have"
        yield Note(
            f"{_listed([step.lead_month for step in assumed])} {verb} no number of leads in the file; "
            f"the mean of the months that have one, {mean}, stands in"
        )


def _listed(months: list[Month]) -> str:
    """`Jul 2026`, `Jul and Aug 2026`, `Jul to Oct 2026`."""
    if len(months) == 1:
        return months[0].name
    first, last = months[0], months[-1]
    between = "and" if len(months) == len(("first", "last")) else "to"
    start = first.name.partition(" ")[0] if first.year == last.year else first.name
    return f"{start} {between} {last.name}"


def _conversion(plan: Calculation) -> Iterator[Note]:
    given = plan.inputs
    customers = given.baseline * given.conversion
    if given.conversion_source == "measured" and customers < _FEW_CUSTOMERS:
        count = format_number(customers, 0)
        yield Note(
            f"the conversion rests on about {count} customers of last quarter's leads; a few more or less change it"
        )
    if given.conversion_source == "benchmark" and given.conversion_range is not None:
        low, high = (format_number(end * 100) for end in given.conversion_range)
        yield Note(f"the conversion is a benchmark of {low}% to {high}%; measure your own as soon as you can")


def _channels(plan: Calculation) -> Iterator[Note]:
    total = sum((row.channel.leads for row in plan.channels), ZERO)
    if plan.channels and abs(total - plan.inputs.baseline) > _SMALL:
        sums = f"{format_number(total)} leads and the file's months {format_number(plan.inputs.baseline)}"
        yield Note(f"the channels add up to {sums}; shares are of the channels' own sum")
    if plan.shortfall > _SMALL:
        reachable = plan.reachable.to_integral_value(ROUND_FLOOR)
        missing = plan.need.to_integral_value(ROUND_CEILING) - reachable
        last = plan.path[-1]
        ends = f"{_money_text(plan.reachable_mrr, plan)} in {last.month.name}"
        yield Note(
            f"with every channel at its cap there are {format_number(reachable)} leads, {format_number(missing)} too "
            f"few; MRR ends at {ends} instead of {_money_text(last.target, plan)}",
            warning=True,
        )
    free = [row.channel.name for row in plan.channels if row.channel.cap is None and row.channel.leads]
    if free and any(row.capped for row in plan.channels):
        yield Note(f"without a cap, {', '.join(free)} must carry whatever the others cannot")


def _money(plan: Calculation) -> Iterator[Note]:
    budget = plan.inputs.budget
    unpriced = [
        row.channel.name for row in plan.channels if row.channel.kind == "paid" and not row.channel.cost_per_session
    ]
    if unpriced:
        yield Note(
            f"{', '.join(unpriced)} cost money and have no `cost_per_session`; the sum is without them", warning=True
        )
    if budget is not None and plan.cost > budget:
        over = format_quantity((plan.cost - budget).to_integral_value(ROUND_CEILING), plan.inputs.currency)
        affordable = format_number(plan.affordable.to_integral_value(ROUND_FLOOR))
        yield Note(f"the sessions cost {over} more than the budget, which buys {affordable} leads", warning=True)


def _money_text(amount: Decimal, plan: Calculation) -> str:
    return format_quantity(round_half_up(amount, 0), plan.inputs.currency)
