"""The growth that leads from one value to another, written so that the title's own number stays true."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from okrlint.linting.wording.numbers import Measure, measures
from okrlint.linting.wording.words import LANGUAGE

_PLACES = range(1, 7)
"""Decimals of a percentage, few first: with six of them fifty million come out right to one."""


def growth_to(target: Decimal, start: Decimal, title: str, language: str = LANGUAGE) -> Decimal:
    """The percentage of `start` that has to be added to reach `target`; `start` is above 0 and `target` above it.

    Rounded up to one decimal, so that who reaches it has reached the target. Where the title says the target, as many
    decimals as it takes for the title to stay true at its own precision: 650 to 1,000 is 53.9%, because that makes
    1,000.35, and 6,500 to 10,000 is 53.85%, because 53.9% would make 10,003.5.
    """
    exact = (target / start - 1) * 100
    told = [measure for measure in measures(title, language) if measure.value == target]
    growth = exact
    for places in _PLACES:
        growth = exact.quantize(Decimal(1).scaleb(-places), ROUND_CEILING)
        goal = start * (1 + growth / 100)
        if all(_rounded(goal, measure) == target for measure in told):
            break
    return growth


def _rounded(value: Decimal, measure: Measure) -> Decimal:
    """A value at the precision that a number of a text is written in: 10k at thousands, 1,000 at ones."""
    return (value / measure.step).to_integral_value(ROUND_HALF_UP) * measure.step
