"""Rates from a pipeline file as fractions. A bare number that could mean two things is asked about, never guessed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from okrlint.model.quantity import Quantity, format_number, format_quantity
from okrlint.planning.rates import MONTHS_OF, churn_per_month, growth_per_month

if TYPE_CHECKING:
    from okrlint.model.located import Located
    from okrlint.planning.input_problem import Problems

_ONE = Decimal(1)
FASTEST = Decimal(10)
"""A growth of 1,000% a month: whatever is beyond it is a slip of the pen."""
SMALLEST = Decimal("0.000001")
"""One of a million."""


def fraction_of(owner: Located, field: str, value: Quantity, problems: Problems) -> Decimal | None:
    """A rate as a fraction: `4%`, or a bare number between −1 and 1. None, with a problem, where it is unclear."""
    if value.unit == "%":
        return value.fraction
    if not value.unit and -_ONE < value.value < _ONE:
        return value.value
    shown = format_quantity(value._replace(per=None))
    if value.unit:
        problems.add(owner, field, f"`{field}` is in {value.unit}", "expected a rate such as 4%")
    elif abs(value.value) <= 100:  # noqa: PLR2004  percent
        bare = value.value
        problems.add(
            owner,
            field,
            f"`{field}` is a bare {shown}, which may mean {shown}% or {format_number(bare * 100)}%",
            f"write `{_plain(bare)}%` or `{_plain(bare / 100)}`, if that is what you mean",
        )
    else:
        problems.add(owner, field, f"`{field}` is a bare {shown}", "expected a rate such as 4%")
    return None


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def read_share(owner: Located, field: str, value: Quantity, problems: Problems) -> Decimal | None:
    """A share above 0 and at most 100%, such as a conversion."""
    fraction = fraction_of(owner, field, value, problems)
    if fraction is None:
        return None
    shown = format_quantity(value)
    if value.per is not None:
        problems.add(owner, field, f"`{field}` is {shown}", "write the share alone: it is of leads, not of a time")
    elif fraction == 0:
        problems.add(
            owner,
            field,
            f"`{field}` is 0, so that no number of leads is enough",
            "expected a share above 0, such as 4%",
        )
    elif not SMALLEST <= fraction <= 1:
        problems.add(owner, field, f"`{field}` is {shown}", "expected a share between 0.0001% and 100%")
    else:
        return fraction
    return None


def read_growth(owner: Located, field: str, problems: Problems) -> Decimal | None:
    """The growth of a field that is there, a month; above −100% and at most 1,000%."""
    value: Quantity | None = getattr(owner, field)
    if value is None:
        return None
    if value.unit != "%":
        bare = f"{_plain(value.value * 100 if abs(value.value) < 1 else value.value)}% per month"
        hint = "expected a rate such as 5% per month" if value.unit else f"write `{bare}`, if that is what you mean"
        problems.add(owner, field, f"`{field}` is {format_quantity(value)} and no percentage", hint)
        return None
    months = _months(owner, field, value, problems)
    if months is None:
        return None
    if value.fraction <= -1:
        problems.add(owner, field, f"`{field}` is {format_quantity(value)}", "expected more than \u2212100%")
        return None
    monthly = growth_per_month(value.fraction, months)
    if monthly > FASTEST:
        problems.add(owner, field, f"`{field}` is {format_quantity(value)}", "expected at most 1,000% per month")
        return None
    return monthly


def read_churn(owner: Located, field: str, problems: Problems) -> Decimal | None:
    """The net churn of a field that is there, a month; below 100%, and negative where customers who stay add more."""
    value: Quantity | None = getattr(owner, field)
    fraction = None if value is None else fraction_of(owner, field, value, problems)
    if value is None or fraction is None:
        return None
    months = _months(owner, field, value, problems)
    if months is None:
        return None
    if not -FASTEST <= fraction < 1:
        limits = "less than 100%" if fraction >= 1 else "at least \u22121,000%"
        problems.add(owner, field, f"`{field}` is {format_quantity(value)}", f"expected {limits}")
        return None
    return churn_per_month(fraction, months)


def _months(owner: Located, field: str, value: Quantity, problems: Problems) -> int | None:
    """The length of a rate's period."""
    if value.per in MONTHS_OF:
        return MONTHS_OF[value.per]
    shown = format_quantity(value)
    if value.per is None:
        problems.add(
            owner,
            field,
            f"`{field}` is {shown} and does not say of which time",
            f"write `{shown} per month`, or per quarter or year",
        )
    else:
        problems.add(owner, field, f"`{field}` is {shown}", "expected a rate per month, quarter or year")
    return None
