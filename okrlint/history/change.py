"""One change of meaning."""

from __future__ import annotations

from decimal import Decimal

from okrlint.source.span import Location
from okrlint.tuples import NamedTuple

EASED = "eased"
TIGHTENED = "tightened"
CHANGED = "changed"
GOALPOST = "goalpost"
SCOPE = "scope"
PEOPLE = "people"
STATUS = "status"
WORDING = "wording"
WORK = "work"
CHECK_IN = "check-in"

KINDS = (GOALPOST, SCOPE, PEOPLE, STATUS, WORDING, WORK, CHECK_IN)
"""In the order in which a reviewer must decide: goalposts and scope first, check-ins last."""


class Effect(NamedTuple):
    """What a change does to the score: the same newest value under the old plan and under the new one."""

    before: Decimal | None
    after: Decimal | None


class Change(NamedTuple):
    """A difference that means something; formatting, order and units are none."""

    kind: str
    """One of `KINDS`."""
    what: str
    """What happened in one word: eased, tightened, changed, added, dropped, removed, moved, renamed, corrected."""
    address: str
    """Where it stands now, or stood before it was removed."""
    name: str
    """The title that people know it by."""
    field: str = ""
    before: str = ""
    """As people write it; empty where there was nothing."""
    after: str = ""
    reason: str = ""
    """From a revision that names the field."""
    effect: Effect | None = None
    location: Location | None = None
    """In today's file; None where nothing is left of it."""

    @property
    def plan(self) -> str:
        """The plan that it is about, such as marketing/2026-Q4."""
        return self.address.partition("#")[0]

    @property
    def order(self) -> tuple[object, ...]:
        """Most important first, then by address; total, so that every run says the same."""
        weights = {EASED: 0, "removed": 1, "dropped": 2, TIGHTENED: 3}
        return (KINDS.index(self.kind), weights.get(self.what, 4), self.address, self.field, self.before, self.after)
