"""A pipeline plan as sections of words and tables: what the command prints and the pages take parts of."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.quantity import format_number
from okrlint.planning.lag import cycle_months
from okrlint.planning.notes import notes
from okrlint.planning.rates import growth_over
from okrlint.planning.reverse import MEASURED, PLANNED
from okrlint.planning.uplift import percent_up
from okrlint.rendering.sections import Section, Table
from okrlint.views.plan_numbers import DASH, exact, growth, had, money, needed, percent, rate

if TYPE_CHECKING:
    from okrlint.planning.calculation import Calculation, Chance
    from okrlint.planning.channels import ChannelPlan
    from okrlint.planning.reverse import Step
    from okrlint.planning.sensitivity import Worse

CONVENTIONS = (
    "MRR is that of a month's last day, and churn is on the MRR at its first.",
    "A customer signed in a month pays at its end and does not churn in it.",
    "A lead closes a whole sales cycle later: its days ÷ 30.436875 − 0.1, rounded up to months.",
    "Nothing is rounded before it is shown; then leads, customers and sessions that are needed are rounded up.",
)
INPUT_NAMES = {
    "mrr": "MRR",
    "growth": "growth a month",
    "net_mrr_churn": "net churn a month",
    "average_sale_price": "average sale price",
    "lead_to_customer": "lead to customer",
    "sales_cycle": "sales cycle",
}


def title_of(plan: Calculation) -> str:
    """What the document is about."""
    wanted = rate(plan.inputs.growth)
    return f"Pipeline of {plan.inputs.quarter.label}: from {wanted} growth of revenue a month to leads and sessions"


def sections_of(plan: Calculation) -> tuple[Section, ...]:
    """The whole document."""
    return (Section("Inputs", input_lines(plan)), *_core(plan), *_risk(plan), *_end())


def short_sections_of(plan: Calculation) -> tuple[Section, ...]:
    """What changes most when an input does: months, channels and what to know."""
    return (*_core(plan), *_end())


def _core(plan: Calculation) -> Iterator[Section]:
    yield Section("From revenue to leads", need_lines(plan), months_table(plan))
    if plan.channels:
        yield Section("Channels", channel_lines(plan), channels_table(plan))
    found = notes(plan)
    if found:
        yield Section("To know", tuple(("Decide: " if note.warning else "") + note.text for note in found), listed=True)


def _risk(plan: Calculation) -> Iterator[Section]:
    yield Section("Chance", chance_lines(plan), chance_table(plan))
    yield Section("If one number is off", (), sensitivity_table(plan))
    yield Section("Other ways of reckoning", (), other_ways_table(plan))


def _end() -> Iterator[Section]:
    yield Section("Conventions", CONVENTIONS, listed=True)


def input_lines(plan: Calculation) -> tuple[str, ...]:
    """The numbers that everything follows from."""
    given = plan.inputs
    mrr, price = exact(given.mrr, given.currency), exact(given.price, given.currency)
    day, quarter = given.months[0].shifted(-1).name, percent(growth_over(given.growth, len(given.months)))
    source = f" ({given.conversion_source})" if given.conversion_source else ""
    days, months = exact(given.cycle), format_number(cycle_months(given.cycle), 2)
    later = "in the same month" if not given.lag else f"{_months(given.lag)} later"
    return (
        f"MRR {mrr} at the end of {day}, to grow by {rate(given.growth)} a month, which is {quarter} in the quarter",
        f"Net churn {rate(given.churn)} a month; a new customer pays {price} a month",
        f"{rate(given.conversion)} of leads become customers{source}",
        f"Sales cycle {days} days = {months} months: a lead pays {later}",
    )


def _months(count: int) -> str:
    return "1 month" if count == 1 else f"{count} months"


def need_lines(plan: Calculation) -> tuple[str, ...]:
    """What the quarter needs, and by how much that is more."""
    given = plan.inputs
    before = f"{had(given.baseline)} of {given.quarter.previous().label}"
    if plan.uplift is None:
        return (f"Leads needed in {given.quarter.label}: {needed(plan.need)}; {before} are no base for a percentage",)
    committed, stretch = (_growth_up(share) for share in (plan.uplift.committed, plan.uplift.stretch))
    words = f"Leads needed in {given.quarter.label}: {needed(plan.need)}, which is {committed} on the {before}"
    if plan.uplift.committed > 0:
        words += f"; as a stretch {stretch}, of which 0.7 still meets the need"
    return (words,)


def _growth_up(share: Decimal) -> str:
    text = f"{format_number(percent_up(share))}%"
    return f"+{text}" if share >= 0 else text


def months_table(plan: Calculation) -> Table:
    """Month by month, with the month in which its leads are needed."""
    columns = (
        "Month",
        "Target MRR",
        "MRR",
        "Lost to churn",
        "New MRR",
        "Customers",
        "Leads",
        "Generated in",
        "Leads are",
    )
    rows = tuple(_month_row(step, plan.inputs.currency) for step in plan.path)
    return Table(columns, rows, words=frozenset((0, 7, 8)))


def _month_row(step: Step, currency: str) -> tuple[str, ...]:
    source = {PLANNED: "needed", MEASURED: "there already"}.get(step.source, "assumed")
    leads = needed(step.leads) if step.source == PLANNED else had(step.leads)
    amounts = (money(value, currency) for value in (step.target, step.mrr, step.lost, step.new_mrr))
    customers = format_number(step.customers, 1) if step.customers < Decimal(10**15) else DASH
    return (step.month.name, *amounts, customers, leads, step.lead_month.name, source)


def channel_lines(plan: Calculation) -> tuple[str, ...]:
    """What the table of the channels shows."""
    total = sum((row.channel.leads for row in plan.channels), Decimal(0))
    first = f"Split by last quarter's shares, each would have to grow by {percent(plan.need / total - 1)}"
    if any(row.capped for row in plan.channels):
        first += "; what is over a cap is given to the others"
    return (first, *_cost_lines(plan))


def _cost_lines(plan: Calculation) -> Iterator[str]:
    sign = plan.inputs.currency
    if not plan.cost:
        return
    words = f"Sessions cost {money(plan.cost, sign)}, after {money(plan.cost_before, sign)} last quarter"
    if plan.inputs.budget is not None:
        words += f"; the budget is {money(plan.inputs.budget, sign)}"
    yield words
    paid = plan.paid_leads * plan.inputs.conversion
    if plan.customers and paid:
        overall, own = plan.cost / plan.customers, plan.cost / paid
        months = [format_number(cost / plan.inputs.price, 1) for cost in (overall, own)]
        yield (
            f"A customer costs {money(overall, sign)}, {months[0]} months of the price; "
            f"one of the paid channels {money(own, sign)}, {months[1]} months"
        )


def channels_table(plan: Calculation) -> Table:
    """Each channel before and after."""
    columns = (
        "Channel",
        "Class",
        "Leads",
        "Rate",
        "Share",
        "Leads needed",
        "Growth",
        "Cap",
        "Sessions",
        "needed",
        "Cost",
    )
    rows = [_channel_row(row, plan.inputs.currency) for row in plan.channels]
    return Table(columns, (*rows, _total_row(plan)), words=frozenset((0, 1)))


def _channel_row(row: ChannelPlan, currency: str) -> tuple[str, ...]:
    channel = row.channel
    cap = DASH if channel.cap is None else percent(channel.cap, 0)
    return (
        channel.name,
        channel.kind or DASH,
        had(channel.leads),
        percent(channel.rate, 2),
        percent(row.share),
        needed(row.leads),
        growth(row.growth),
        f"{cap} reached" if row.capped else cap,
        had(channel.sessions),
        needed(row.sessions),
        money(row.cost, currency) if channel.cost_per_session is not None else DASH,
    )


def _total_row(plan: Calculation) -> tuple[str, ...]:
    rows = plan.channels
    zero = Decimal(0)
    leads = sum((row.channel.leads for row in rows), zero)
    sessions = sum((row.channel.sessions or zero for row in rows), zero)
    after = sum((row.sessions or zero for row in rows), zero)
    grown = plan.reachable / leads - 1 if leads else None
    cost = money(plan.cost, plan.inputs.currency) if plan.cost else DASH
    shown = had if plan.shortfall else needed
    return (
        "Together",
        "",
        had(leads),
        "",
        "100.0%",
        shown(plan.reachable),
        growth(grown),
        "",
        had(sessions),
        needed(after),
        cost,
    )


def chance_lines(plan: Calculation) -> tuple[str, ...]:
    """What the chances are of."""
    first = plan.planned[0]
    aim = f"{first.month.name} reaches {money(first.target, plan.inputs.currency)}"
    how = "each of them an independent chance to win a customer"
    return (f"That {aim} with the leads of {first.lead_month.name}, {how}",)


def chance_table(plan: Calculation) -> Table:
    """The chance with the leads needed, and with more."""
    rows = tuple((_extra(row), needed(row.leads), probability(row)) for row in plan.chances)
    return Table(("Leads", "a month", "Chance"), rows)


def _extra(row: Chance) -> str:
    return f"{format_number(row.extra * 100, 0)}% more" if row.extra else "as needed"


def probability(row: Chance) -> str:
    """A chance in whole percent, rounded down; never 100% for what can fail."""
    if row.probability is None:
        return DASH
    return f"{math.floor(min(row.probability, 0.999999 if row.leads else 1.0) * 100 + 1e-9)}%"


def sensitivity_table(plan: Calculation) -> Table:
    """The need when one input is off by a tenth."""
    rows = tuple(_worse_row(row, plan) for row in plan.sensitivity)
    return Table(("Input", "planned", "instead", "Leads needed", "more"), rows)


def _worse_row(row: Worse, plan: Calculation) -> tuple[str, ...]:
    difference = row.leads / plan.need - 1 if plan.need else None
    before, after = (_input_text(row.name, value, plan.inputs.currency) for value in (row.before, row.after))
    return (INPUT_NAMES[row.name], before, after, needed(row.leads), growth(difference))


def _input_text(name: str, value: Decimal, currency: str) -> str:
    if name in ("mrr", "average_sale_price"):
        return money(value, currency) if name == "mrr" else exact(value, currency)
    if name == "sales_cycle":
        return f"{format_number(value, 0)} days"
    return rate(value)


def other_ways_table(plan: Calculation) -> Table:
    """What leaving something out would come to."""
    months = len(plan.inputs.months)
    rows = [("this plan", needed(plan.need)), ("the same number every month", f"{months} × {needed(plan.flat_leads)}")]
    rows += [(words, needed(leads)) for words, leads in plan.other_ways.items()]
    return Table(("Way", "Leads needed"), tuple(rows))
