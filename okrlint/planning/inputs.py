"""The numbers that a plan is worked out from, read and found to be usable: fractions, days, money without a sign."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from okrlint.model.quarter import Quarter
from okrlint.planning.lag import lag_months
from okrlint.planning.month import Month, months_of
from okrlint.records import Record
from okrlint.tuples import NamedTuple

ZERO = Decimal(0)


class ChannelInput(NamedTuple):
    """A way by which leads come in, with its sums over the three months before the quarter."""

    id: str
    name: str
    kind: str | None
    """organic, owned, referral or paid."""
    leads: Decimal
    sessions: Decimal | None
    """None for a channel without visits, such as an event."""
    cap: Decimal | None = None
    """The most that it can grow in the quarter, as a fraction; None where nobody said."""
    cost_per_session: Decimal | None = None

    @property
    def rate(self) -> Decimal | None:
        """Leads ÷ sessions, pooled over the three months; None without sessions."""
        return self.leads / self.sessions if self.sessions else None

    @property
    def limit(self) -> Decimal | None:
        """The most leads that it can bring."""
        return None if self.cap is None else self.leads * (1 + self.cap)


class Inputs(Record):
    """What the calculator needs, all of it known."""

    quarter: Quarter
    mrr: Decimal
    """At the end of the month before the quarter; above 0."""
    growth: Decimal
    """Wanted a month, as a fraction above −1."""
    churn: Decimal
    """Net a month on opening MRR, as a fraction below 1; negative where customers who stay add more."""
    price: Decimal
    """What a new customer pays a month; above 0."""
    conversion: Decimal
    """Leads that become customers, as a fraction above 0, at most 1."""
    cycle: Decimal
    """Days from lead to customer."""
    leads: dict[Month, Decimal]
    """Before the quarter; its three last months are there."""
    channels: tuple[ChannelInput, ...] = ()
    budget: Decimal | None = None
    """For the quarter."""
    people: Decimal | None = None
    currency: str = ""
    """A sign or a code; empty where the file names none."""
    conversion_source: str | None = None
    conversion_range: tuple[Decimal, Decimal] | None = None

    @cached_property
    def lag(self) -> int:
        """Months from lead to customer."""
        return lag_months(self.cycle)

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The three months of the quarter."""
        return months_of(self.quarter)

    @cached_property
    def months_before(self) -> tuple[Month, ...]:
        """The three months of the quarter before."""
        return months_of(self.quarter.previous())

    @cached_property
    def baseline(self) -> Decimal:
        """Leads of the quarter before."""
        return sum((self.leads[month] for month in self.months_before), ZERO)

    def changed(self, **values: object) -> Inputs:
        """The same with other numbers, for what-if questions."""
        fields = {name: value for name, value in self.__dict__.items() if name in Inputs.__annotations__}
        return Inputs(**{**fields, **values})
