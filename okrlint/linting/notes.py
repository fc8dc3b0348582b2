"""What a rule that compares plans remembers of each: small values, since there may be ten thousand plans.

Such a rule has two parts. `note(plan, context)` looks at one plan and says what the comparison needs to know of it, in
plain values that a process can hand to another. `check(notes, context)` compares them all, and asks for a plan itself
only to say where something stands and with which words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio
from okrlint.records import Record
from okrlint.tuples import NamedTuple

NOTES = "Notes"
"""The name of the type, by which a rule's check is known."""


class Noted(NamedTuple):
    """What a rule noted of one plan."""

    order: tuple[str, str, str]
    """Where the plan stands among all: by quarter, then by team, then by path."""
    value: Any

    @property
    def path(self) -> str:
        """The plan's file."""
        return self.order[-1]


class Notes(Record):
    """All that a rule noted, in the order of the plans; those of which there is nothing to say are not among them."""

    portfolio: Portfolio
    entries: tuple[Noted, ...] = ()

    def __iter__(self) -> Iterator[Noted]:
        """One plan after the other."""
        return iter(self.entries)

    def plan(self, noted: Noted) -> Plan:
        """The plan that a note is of."""
        return self.portfolio.plan_at(noted.path)
