"""The growth that leads from one value to another, written so that the title's own number stays true."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from okrlint.linting.wording.numbers import measures
from okrlint.linting.wording.words import LANGUAGE

_PLACES = range(1, 7)
"""Decimals of a percentage, few first: with six of them fifty million come out right to one."""


def growth_to(target: Decimal, start: Decimal, title: str, language: str = LANGUAGE) -> Decimal:
    """The percentage of `start` that has to be added to reach `target`; `start` is above 0 and `target` above it.

    Rounded up to one decimal, so that who reaches it has reached the target. Where the title says the target, as many
    decimals as it takes for the title to stay true at its own precision, zeros at the end taken for rounding: 650 to
    1,000 is 53.9%, which makes 1,000.35; 106,000 to 123,456 is 16.468%, because 16.5% would make 123,490.
    """
    exact = (target / start - 1) * 100
    is_told = any(measure.value == target for measure in measures(title, language))
    growth = exact
    for places in _PLACES:
        growth = exact.quantize(Decimal(1).scaleb(-places), ROUND_CEILING)
        if not is_told or _rounded(start * (1 + growth / 100), target) == target:
            break
    return growth


def _rounded(value: Decimal, target: Decimal) -> Decimal:
    """A value at the precision of another one, the place of its last digit that is not 0: 1,700 at hundreds."""
    step = Decimal(1).scaleb(int(target.normalize().as_tuple().exponent))
    return (value / step).to_integral_value(ROUND_HALF_UP) * step
