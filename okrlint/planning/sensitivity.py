"""What the need becomes when one input turns out otherwise than planned."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from okrlint.planning.inputs import ZERO, Inputs
from okrlint.planning.lag import DAYS_OF_A_MONTH
from okrlint.planning.reverse import PLANNED, reverse_path
from okrlint.tuples import NamedTuple

TENTH = Decimal("0.1")


class Worse(NamedTuple):
    """One input off by a tenth of itself, to the side that costs leads; the sales cycle longer by a month."""

    name: str
    """The field of the pipeline file."""
    before: Decimal
    after: Decimal
    leads: Decimal
    """Needed in the quarter then."""


def leads_needed(inputs: Inputs) -> Decimal:
    """Leads that the quarter must bring, with what earlier months lack made up for."""
    return sum((step.leads for step in reverse_path(inputs) if step.source == PLANNED), ZERO)


def sensitivity(inputs: Inputs) -> tuple[Worse, ...]:
    """Each input off by a tenth, the costliest first."""
    need = leads_needed(inputs)
    return tuple(sorted(_worse(inputs), key=lambda row: (need - row.leads, row.name)))


def _worse(inputs: Inputs) -> Iterator[Worse]:
    changes = (
        ("mrr", "mrr", inputs.mrr, inputs.mrr * (1 + TENTH)),
        ("growth", "growth", inputs.growth, inputs.growth + abs(inputs.growth) * TENTH),
        ("net_mrr_churn", "churn", inputs.churn, inputs.churn + abs(inputs.churn) * TENTH),
        ("average_sale_price", "price", inputs.price, inputs.price * (1 - TENTH)),
        ("lead_to_customer", "conversion", inputs.conversion, inputs.conversion * (1 - TENTH)),
        ("sales_cycle", "cycle", inputs.cycle, inputs.cycle + DAYS_OF_A_MONTH),
    )
    for name, field, before, after in changes:
        changed = inputs.changed(**{field: after})
        yield Worse(name, before, after, leads_needed(changed))
