"""Words and bands for a score: par, and the three colours that every report shows with a shape and a word.

Par is kept apart from colour: par says what to expect of a goal of this kind, a band only how far it got.
Sources: the article's 0.6 to 0.7 as par; the bands of the Google playbook, rounded so that no gap is left.
"""

from __future__ import annotations

from decimal import Decimal

from okrlint.model.progress import ONE
from okrlint.model.quantity import round_half_up

PAR_LOW = Decimal("0.6")
PAR_HIGH = Decimal("0.7")
_RED_MOST = Decimal("0.3")
_GREEN_LEAST = Decimal("0.7")


def par_range(commitment: str) -> tuple[Decimal, Decimal]:
    """The scores, both inclusive, that are par: 0.6 to 0.7 for "aspirational", 1 to 1 for "committed"."""
    return (ONE, ONE) if commitment == "committed" else (PAR_LOW, PAR_HIGH)


def par_word(score: Decimal, commitment: str) -> str:
    """How an unrounded score in 0..1 stands to par, in words.

    "no movement" (0), "below par", "par", "above par", "too easy?" (1); a committed one at 1 is at par.
    """
    low, high = par_range(commitment)
    if score <= 0:
        return "no movement"
    if score < low:
        return "below par"
    if score <= high:
        return "par"
    return "above par" if score < 1 else "too easy?"


def band(score: Decimal) -> str:
    """The colour of a score, rounded half up to one decimal: "red" to 0.3, "amber", "green" from 0.7."""
    shown = round_half_up(score, 1)
    if shown <= _RED_MOST:
        return "red"
    return "green" if shown >= _GREEN_LEAST else "amber"
