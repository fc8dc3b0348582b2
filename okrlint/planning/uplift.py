"""From a need to percentage growth: what must be promised, and what may be aimed at."""

from __future__ import annotations

from decimal import ROUND_CEILING, Context, Decimal

from okrlint.model.score_words import PAR_HIGH
from okrlint.tuples import NamedTuple

_TENTH = Decimal("0.1")
_NOISE = Decimal("1e-9")
"""Of a percentage point: what 28 digits leave behind must not lift 35% to 35.1%."""
_WIDE = Context(prec=100, rounding=ROUND_CEILING)


class Uplift(NamedTuple):
    """Growth over last quarter that a plan needs."""

    baseline: Decimal
    """Last quarter's value; above 0."""
    need: Decimal

    @property
    def committed(self) -> Decimal:
        """Fraction to be reached whole: need ÷ baseline − 1; negative where less is enough."""
        return self.need / self.baseline - 1

    @property
    def stretch(self) -> Decimal:
        """Fraction of which 0.7, the upper end of par, still meets the need."""
        return self.committed / PAR_HIGH

    def fraction(self, commitment: str) -> Decimal:
        """Growth for a `committed` key result, or for an aspirational one."""
        return self.committed if commitment == "committed" else self.stretch


def uplift(baseline: Decimal, need: Decimal) -> Uplift | None:
    """The growth from a baseline to a need; None over nothing, where growth says nothing."""
    return Uplift(baseline, need) if baseline > 0 else None


def percent_up(fraction: Decimal) -> Decimal:
    """Percent with one decimal, rounded up, so that what is promised is never less than what is needed."""
    return (fraction * 100 - _NOISE).quantize(_TENTH, context=_WIDE).normalize()


def grown(baseline: Decimal, percent: Decimal) -> Decimal:
    """The value that a rounded percentage means, so that text and number agree."""
    return baseline * (1 + percent / 100)
