"""What a key result was closed at: the score that people recorded, else the computed one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from okrlint.model.scoring import Score, score

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from okrlint.model.key_result import KeyResult
    from okrlint.model.quarter import Quarter

LATE_DAYS = 14
"""Days after a quarter in which its last numbers are still read: as long as there is to close it."""


def last_day(quarter: Quarter) -> date:
    """The day after which nothing is expected to change in what a quarter reached."""
    return quarter.end + timedelta(days=LATE_DAYS)


def computed_score(key_result: KeyResult) -> Score | None:
    """The score by every number of the quarter; None where the plan has no readable quarter."""
    quarter = key_result.plan.quarter
    return score(key_result, last_day(quarter)) if quarter is not None else None


def final_score(key_result: KeyResult) -> Decimal | None:
    """The recorded score where it is one (0 to 1), else the computed one; None where there is neither."""
    given = key_result.close.score if key_result.close is not None else None
    if given is not None and 0 <= given <= 1:
        return given
    result = computed_score(key_result)
    return result.score if result is not None else None
