"""Counts by month, days and people from a pipeline file."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.quantity import Quantity, format_quantity
from okrlint.planning.input_problem import InputProblem
from okrlint.planning.lag import DAYS_OF_A_MONTH
from okrlint.planning.month import Month, parse_month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrlint.model.located import Located
    from okrlint.planning.input_problem import Problems

_DAYS = {"day": Decimal(1), "week": Decimal(7), "month": DAYS_OF_A_MONTH}
LONGEST_CYCLE = 730
"""Days: two years. Beyond them no lead can be planned by the quarter."""
_LEAST = Decimal("0.001")
"""Of a lead or a session, where shares of them are counted."""


def read_days(owner: Located, field: str, problems: Problems) -> Decimal | None:
    """A length of time that is there, in days; 0 to two years."""
    value: Quantity | None = getattr(owner, field)
    if value is None:
        return None
    unit = value.unit.lower().removesuffix("s")
    shown = format_quantity(value)
    if unit not in _DAYS or value.per is not None:
        hint = f"write `{shown} days`, if that is what you mean" if not value.unit else "expected days, such as 60 days"
        problems.add(owner, field, f"`{field}` is {shown}, which is no number of days", hint)
        return None
    days = value.value * _DAYS[unit]
    if not 0 <= days <= LONGEST_CYCLE:
        problems.add(owner, field, f"`{field}` is {shown}", f"expected 0 to {LONGEST_CYCLE:,} days")
        return None
    return days


def count_of(value: Quantity) -> Decimal | None:
    """A number of things, 0 or at least a thousandth; None for money, percentages and less than nothing."""
    is_plain = value.per is None and value.unit not in ("%", "$", "€", "£", "¥")
    return value.value if is_plain and (value.value == 0 or value.value >= _LEAST) else None


def read_months(owner: Located, field: str, wanted: Sequence[Month], problems: Problems) -> dict[Month, Decimal] | None:
    """The counts of a field that is there, by month; None where one of the wanted months cannot be used."""
    stated: dict[str, Quantity] = getattr(owner, field)
    counts: dict[Month, Decimal] = {}
    late: list[str] = []
    for label, value in stated.items():
        month, count = parse_month(label), count_of(value)
        if count is None:
            words = f"`{field}` of {label} is {format_quantity(value)}"
            problems.add_month(owner, (field, label), words, "expected a count of 0 or more")
        elif month is not None and month > wanted[-1]:
            late.append(label)
        elif month is not None:
            counts[month] = count
    if late:
        words = f"`{field}` of {', '.join(late)}: not before the quarter that is planned"
        problems.add_month(owner, (field, late[0]), words, f"give the months up to {wanted[-1].label}")
    _look_for_gaps(owner, field, wanted, problems)
    is_sound = all(parse_month(label) in counts for label in stated if label <= wanted[-1].label)
    return counts if is_sound and all(month in counts for month in wanted) else None


def _look_for_gaps(owner: Located, field: str, wanted: Sequence[Month], problems: Problems) -> None:
    raw = owner.raw.get(field)
    written = {label for label, value in raw.items() if value is not None} if isinstance(raw, dict) else set()
    absent = [month.label for month in wanted if month.label not in written]
    if absent:
        listed = ", ".join(month.label for month in wanted)
        words = f"`{field}` lacks {' and '.join(absent)}"
        problems.found.append(InputProblem(owner.at_key(field), words, f"expected a number for each of {listed}"))


def read_count(owner: Located, field: str, problems: Problems) -> Decimal | None:
    """A count of a field that is there, such as people."""
    value: Quantity | None = getattr(owner, field)
    if value is None:
        return None
    count = count_of(value)
    if count is None:
        problems.add(owner, field, f"`{field}` is {format_quantity(value)}", "expected a count of 0 or more")
    return count
