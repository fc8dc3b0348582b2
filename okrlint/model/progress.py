"""The arithmetic of scores: decimals in, decimals out, and nothing about OKRs.

No step rounds; only what is displayed is rounded. Divisions carry the 28 digits of Python's decimals.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ZERO = Decimal(0)
ONE = Decimal(1)


def travelled(baseline: Decimal, target: Decimal, current: Decimal) -> Decimal | None:
    """Share of the way from baseline to target: (current − baseline) ÷ (target − baseline).

    One formula both ways, because the signs cancel. Negative: went backwards; above 1: overshot.
    None where target and baseline are the same, since there is no way to go.
    """
    way = target - baseline
    return (current - baseline) / way if way else None


def clamp(raw: Decimal) -> Decimal:
    """The nearest number in 0..1."""
    return min(max(raw, ZERO), ONE)


def within(value: Decimal, low: Decimal | None, high: Decimal | None) -> bool:
    """Whether a limit is held; limits are inclusive, and None is no limit on that side."""
    return (low is None or value >= low) and (high is None or value <= high)


def part(chosen: Iterable[Decimal], weights: Iterable[Decimal]) -> Decimal | None:
    """Sum of the chosen weights ÷ sum of all: 1 exactly when all are chosen, even for thirds.

    None where the weights add up to nothing, or one of them is negative.
    """
    everything = tuple(weights)
    whole = sum(everything, ZERO)
    return sum(chosen, ZERO) / whole if whole > 0 and min(everything) >= 0 else None


def weighted_mean(pairs: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    """Mean of (score, weight) pairs, every weight above 0; None where there is none.

    The last digit of a division may carry a mean of equal scores past them, and 0.7 is a limit: so it
    is held between the smallest and the largest score.
    """
    if not pairs:
        return None
    mean = sum((score * weight for score, weight in pairs), ZERO) / sum((weight for _, weight in pairs), ZERO)
    scores = [score for score, _ in pairs]
    return min(max(mean, min(scores)), max(scores))
