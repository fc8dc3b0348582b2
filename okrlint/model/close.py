"""How a key result ended."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from okrlint.model.fields import Fields, Table, number_of, texts_table
from okrlint.model.located import Located

CAUSES = (
    "unrealistic-goal",
    "channel-slower",
    "budget-short",
    "ran-out-of-time",
    "wrong-key-result",
    "priority-changed",
    "dependency-late",
    "target-too-easy",
    "other",
)
"""Why a key result was missed; the first five are the source article's questions."""


class Close(Located):
    """The score of a closed key result, and what was learned."""

    FIELDS: ClassVar = ("score", "score_reason", "cause", "learned", "decision")
    GRIP: ClassVar = ("score",)

    score: Decimal | None = None
    """As recorded, 0 to 1."""
    score_reason: str | None = None
    cause: str | None = None
    """One of `CAUSES`."""
    learned: str | None = None
    decision: str | None = None
    """continue, change, stop or retry."""


_TABLE: Table = {
    "score": ("score", number_of),
    **texts_table("score_reason", "cause", "learned", "decision"),
}


def build_close(fields: Fields | None) -> Close | None:
    """The `close` of a key result."""
    return None if fields is None else Close(**fields.read(_TABLE))
