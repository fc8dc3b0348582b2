"""How much a key result asks for, as one number that can be compared with last quarter's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.quantity import format_number, format_quantity, round_half_up
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

    from okrlint.model.key_result import KeyResult

MOVES = ("increase", "decrease")
"""Types that go from a baseline to a target."""


class Ask(NamedTuple):
    """What a key result asks for."""

    kind: str
    """Two asks can be compared where this is the same."""
    amount: Decimal
    """The more, the harder."""
    unit: str | None = None
    """None for a share of the baseline."""

    @property
    def words(self) -> str:
        """As people say it: "25%", "120 trials"."""
        if self.unit is None:
            return percent(self.amount)
        return format_quantity(-self.amount if self.kind.startswith("at-most") else self.amount, self.unit)


def asked(key_result: KeyResult) -> Ask | None:
    """The relative change of an increase or decrease, the number of a count, the limit of a hold; else None.

    None as well where the numbers do not fit the type; another rule says so.
    """
    if key_result.type in MOVES:
        return _change(key_result)
    target = key_result.target
    if target is None or key_result.type not in ("count", "at-least", "at-most"):
        return None
    amount = -target.value if key_result.type == "at-most" else target.value
    return Ask(f"{key_result.type} {target.unit}", amount, target.unit)


def _change(key_result: KeyResult) -> Ask | None:
    start = key_result.baseline.value if key_result.baseline is not None else None
    goal = key_result.goal
    if start is None or goal is None or (goal > start.value) != (key_result.type == "increase"):
        return None
    if start.value > 0:
        return Ask(key_result.type, abs(goal / start.value - 1))
    return Ask(f"{key_result.type} by {start.unit}", abs(goal - start.value), start.unit)


def percent(share: Decimal) -> str:
    """A share as people say it, to one decimal: "14.5%"."""
    return f"{format_number(round_half_up(share * 100, 1))}%"
