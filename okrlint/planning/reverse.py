"""The way back from revenue to leads, month by month, with the leads that exist already."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from okrlint.planning.inputs import ZERO, Inputs
from okrlint.planning.month import Month
from okrlint.tuples import NamedTuple

MEASURED, ASSUMED, PLANNED = "measured", "assumed", "planned"
"""Where the leads of a step come from: the file, the mean of its months, or the plan."""


class Step(NamedTuple):
    """One month of revenue and the leads that it comes from."""

    month: Month
    target: Decimal
    """MRR wanted at its end: M0 (1 + g)^t."""
    opening: Decimal
    lost: Decimal
    """Net churn in it; negative where customers who stay add more than is lost."""
    new_mrr: Decimal
    mrr: Decimal
    """At its end, with these leads: opening − lost + new."""
    customers: Decimal
    """New ones; not rounded."""
    leads: Decimal
    """Generated in `lead_month`; not rounded."""
    lead_month: Month
    source: str
    """measured, assumed or planned."""

    @property
    def gap(self) -> Decimal:
        """MRR above (or, negative, below) the target."""
        return self.mrr - self.target


def reverse_path(inputs: Inputs) -> tuple[Step, ...]:
    """The months from the quarter's first to the last one that its leads move, 3 + L of them.

    New MRR in a month whose leads are still to come is max(0, target − opening (1 − k)) with the simulated opening, so
    that what earlier months lack is made up for.
    """
    return tuple(_steps(inputs))


def _steps(inputs: Inputs) -> Iterator[Step]:
    opening, target = inputs.mrr, inputs.mrr
    for number in range(len(inputs.months) + inputs.lag):
        month = inputs.months[0].shifted(number)
        lead_month = month.shifted(-inputs.lag)
        target *= 1 + inputs.growth
        lost = opening * inputs.churn
        source, leads = _existing(inputs, lead_month)
        customers = (
            leads * inputs.conversion if leads is not None else max(ZERO, target - (opening - lost)) / inputs.price
        )
        new_mrr = customers * inputs.price
        needed = volume_needed(customers, inputs.conversion) if leads is None else leads
        mrr = opening - lost + new_mrr
        yield Step(month, target, opening, lost, new_mrr, mrr, customers, needed, lead_month, source)
        opening = mrr


def _existing(inputs: Inputs, month: Month) -> tuple[str, Decimal | None]:
    """The leads of a month before the quarter; the mean of the known months where the file begins later."""
    if month >= inputs.months[0]:
        return PLANNED, None
    if month in inputs.leads:
        return MEASURED, inputs.leads[month]
    return ASSUMED, sum(inputs.leads.values(), ZERO) / len(inputs.leads)


def leads_on_target_path(inputs: Inputs, lag: int, churn: Decimal) -> Decimal:
    """Leads of the quarter if every month before had met its target: Σ T_(t−1) (g + k) ÷ (A c), nothing to make up for.

    With another lag or churn than the inputs' it shows what ignoring them would cost.
    """
    before = (inputs.mrr * (1 + inputs.growth) ** (number + lag) for number in range(len(inputs.months)))
    return sum((_volume(mrr * (inputs.growth + churn), inputs) for mrr in before), ZERO)


def _volume(new_mrr: Decimal, inputs: Inputs) -> Decimal:
    return volume_needed(max(ZERO, new_mrr), inputs.price, inputs.conversion)


def flat_new_mrr(start: Decimal, target: Decimal, churn: Decimal, months: int) -> Decimal:
    """The same new MRR in every month that brings a start to a target in so many months exactly; never below 0.

    N = (T − M (1 − k)^n) k ÷ (1 − (1 − k)^n); for k = 0, (T − M) ÷ n.
    """
    kept = (1 - churn) ** months
    if kept == 1:
        return max(ZERO, (target - start) / months)
    return max(ZERO, (target - start * kept) * churn / (1 - kept))


def ceiling(leads: Decimal, inputs: Inputs) -> Decimal | None:
    """The MRR that so many leads a month can never pass: new MRR ÷ k; None where nothing is lost."""
    return leads * inputs.conversion * inputs.price / inputs.churn if inputs.churn > 0 else None


def volume_needed(outcome: Decimal, *rates: Decimal) -> Decimal:
    """How many must enter a funnel of several steps: outcome ÷ the product of the rates, each above 0."""
    for rate in rates:
        outcome /= rate
    return outcome
