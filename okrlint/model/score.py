"""What a key result reached by a day, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from okrlint.model.progress import clamp
from okrlint.model.quantity import Quantity
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from okrlint.model.key_result import KeyResult

Status = Literal["scored", "pending", "unscorable", "judged"]
Value = TypeVar("Value", Quantity, bool)
SIGNS = frozenset("%$€£¥")
"""Units that are written as one sign, right at the number."""


class Score(NamedTuple):
    """The score of one key result on one day."""

    raw: Decimal | None
    """Progress as computed: negative went backwards, above 1 overshot. None when pending or unscorable."""
    score: Decimal | None
    """`raw` clamped to 0..1; the one to average."""
    status: Status
    current: Decimal | bool | None
    """The newest value; of milestones, how many are finished."""
    reason: str
    """One line of plain text: the formula with its numbers, or what is missing."""
    held: int | None = None
    """Of a limit: check-in periods in which it was held."""
    periods: int | None = None
    """Of a limit: check-in periods that count so far."""


def scored(raw: Decimal, current: Decimal | bool, reason: str) -> Score:  # noqa: FBT001 - an answer, no switch
    """A score that was computed."""
    return Score(raw, clamp(raw), "scored", current, reason)


def pending(reason: str, current: Decimal | None = None) -> Score:
    """No score yet: neither 0 nor good."""
    return Score(None, None, "pending", current, reason)


def unscorable(reason: str, current: Decimal | None = None) -> Score:
    """No score ever, until the plan is mended."""
    return Score(None, None, "unscorable", current, reason)


def latest(key_result: KeyResult, as_of: date, kind: type[Value]) -> Value | None:
    """The newest value of a kind that was checked in up to a day, whatever the order in the file."""
    for entry in reversed(key_result.check_ins):  # by day
        if entry.date is not None and entry.date <= as_of and isinstance(entry.value, kind):
            return entry.value
    return None


def unit_clash(*quantities: Quantity | None) -> str | None:
    """What is wrong where percentages and money, or two sorts of money, meet in one formula.

    Units in words are left alone: whether "leads" and "lead" are the same is no question of arithmetic.
    """
    units = [given.unit for given in quantities if given is not None and given.unit in SIGNS]
    other = next((unit for unit in units if unit != units[0]), None)
    return None if other is None else f"two units in one formula: {units[0]} and {other}"


def current_value(key_result: KeyResult, as_of: date) -> Decimal | None:
    """The newest measured number up to a day."""
    found = latest(key_result, as_of, Quantity)
    return None if found is None else found.value
