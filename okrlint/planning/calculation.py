"""Everything that follows from the inputs of a quarter, worked out when it is asked for."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from okrlint.planning.chance import chance
from okrlint.planning.channels import ChannelPlan, split
from okrlint.planning.inputs import ZERO, Inputs
from okrlint.planning.reverse import (
    PLANNED,
    Step,
    ceiling,
    flat_new_mrr,
    leads_on_target_path,
    reverse_path,
    volume_needed,
)
from okrlint.planning.sensitivity import Worse, sensitivity
from okrlint.planning.simulation import simulate
from okrlint.planning.uplift import Uplift, uplift
from okrlint.records import Record
from okrlint.tuples import NamedTuple

EXTRA_LEADS = (Decimal(0), Decimal("0.1"), Decimal("0.2"))
"""Shares of leads beyond the need for which the chance is told."""


class Chance(NamedTuple):
    """How likely the target is reached with some leads more than the need."""

    extra: Decimal
    """Share of leads on top."""
    leads: Decimal
    probability: float | None


class Calculation(Record):
    """A quarter's plan from revenue to leads to sessions."""

    inputs: Inputs

    @cached_property
    def path(self) -> tuple[Step, ...]:
        """Month by month, from the quarter's first to the last one that its leads move."""
        return reverse_path(self.inputs)

    @cached_property
    def planned(self) -> tuple[Step, ...]:
        """The three steps whose leads the quarter must bring, by lead month."""
        return tuple(step for step in self.path if step.source == PLANNED)

    @cached_property
    def need(self) -> Decimal:
        """Leads that the quarter must bring."""
        return sum((step.leads for step in self.planned), ZERO)

    @cached_property
    def customers(self) -> Decimal:
        """Customers that these leads become."""
        return self.need * self.inputs.conversion

    @cached_property
    def flat_leads(self) -> Decimal:
        """Leads a month, the same in each of the quarter's three, that reach the last month's target as well."""
        given, first, last = self.inputs, self.planned[0], self.path[-1]
        new_mrr = flat_new_mrr(first.opening, last.target, given.churn, len(given.months))
        return volume_needed(new_mrr, given.price, given.conversion)

    @cached_property
    def other_ways(self) -> dict[str, Decimal]:
        """Leads of the quarter by ways of reckoning that leave something out."""
        given = self.inputs
        return {
            "without making up for the months before": leads_on_target_path(given, given.lag, given.churn),
            "and without the sales cycle": leads_on_target_path(given, 0, given.churn),
            "and without churn": leads_on_target_path(given, given.lag, ZERO),
        }

    @cached_property
    def ceiling(self) -> Decimal | None:
        """The MRR that last quarter's leads, month after month, can never pass; None where nothing is lost."""
        return ceiling(self.inputs.baseline / len(self.inputs.months), self.inputs)

    @cached_property
    def uplift(self) -> Uplift | None:
        """Growth of leads over the quarter before; None where that had none."""
        return uplift(self.inputs.baseline, self.need)

    @cached_property
    def mrr_uplift(self) -> Uplift | None:
        """Growth of MRR over the quarter, to the target of its last month."""
        return uplift(self.inputs.mrr, self.path[len(self.inputs.months) - 1].target)

    @cached_property
    def channels(self) -> tuple[ChannelPlan, ...]:
        """By channel, in the order of the file; empty where the file has none."""
        return split(self.need, self.inputs.channels)

    @cached_property
    def reachable(self) -> Decimal:
        """Leads that the channels can bring: the need, or less where all of them stop at their caps."""
        capped = bool(self.channels) and all(row.capped for row in self.channels if row.channel.leads)
        return sum((row.leads for row in self.channels), ZERO) if capped else self.need

    @property
    def shortfall(self) -> Decimal:
        """Leads that no channel can bring."""
        return self.need - self.reachable

    @cached_property
    def reachable_mrr(self) -> Decimal:
        """MRR at the end of the last month, with the reachable leads in the proportions of the plan."""
        share = self.reachable / self.need if self.need else Decimal(1)
        leads = [step.leads * (share if step.source == PLANNED else 1) for step in self.path]
        return self.simulated(leads)[-1]

    def simulated(self, leads: list[Decimal]) -> tuple[Decimal, ...]:
        """MRR month by month with other leads in place of the planned ones, by an independent way of reckoning."""
        value = self.inputs.price * self.inputs.conversion
        return simulate(self.inputs.mrr, self.inputs.churn, value, leads)

    @cached_property
    def cost(self) -> Decimal:
        """Of all sessions that are paid for."""
        return sum((row.cost for row in self.channels), ZERO)

    @cached_property
    def cost_before(self) -> Decimal:
        """Of last quarter's sessions at the same prices."""
        return sum((row.cost_before for row in self.channels), ZERO)

    @cached_property
    def paid_leads(self) -> Decimal:
        """Leads of the channels that cost money by the session."""
        return sum((row.leads for row in self.channels if row.channel.cost_per_session), ZERO)

    @property
    def affordable(self) -> Decimal:
        """Leads that the budget buys, all paid channels cut alike; the reachable ones where it is enough."""
        budget = self.inputs.budget
        if budget is None or self.cost <= budget:
            return self.reachable
        return self.reachable - self.paid_leads * (1 - budget / self.cost)

    @cached_property
    def chances(self) -> tuple[Chance, ...]:
        """That the first month which the quarter's leads decide reaches its target, with more and more leads."""
        first = self.planned[0]
        return tuple(
            Chance(extra, leads, chance(leads, self.inputs.conversion, first.customers))
            for extra in EXTRA_LEADS
            for leads in (first.leads * (1 + extra),)
        )

    @cached_property
    def sensitivity(self) -> tuple[Worse, ...]:
        """The need when one input is off by a tenth, the costliest first."""
        return sensitivity(self.inputs)
