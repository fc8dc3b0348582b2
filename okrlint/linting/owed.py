"""What a key result owes its readers: the conditions that rules, `okrlint due` and the walk-through share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.close import CAUSES
from okrlint.model.key_result import UNKNOWN
from okrlint.model.quantity import Quantity

if TYPE_CHECKING:
    from okrlint.model.check_in import CheckIn
    from okrlint.model.close import Close
    from okrlint.model.key_result import KeyResult

ONCE = ("done", "establish-baseline")
"""Types that say nothing before their day, and everything once they were checked in."""


def is_checked_in(key_result: KeyResult) -> bool:
    """Whether its progress comes from check-ins at all: not from steps, and not from people's judgement."""
    return key_result.type not in ("milestones", UNKNOWN) and key_result.scoring != "judged"


def is_counted_out(key_result: KeyResult, last: CheckIn | None) -> bool:
    """Whether a count has come to its end with a check-in; unlike a level it cannot fall back."""
    goal = key_result.goal if key_result.type == "count" else None
    value = last.value if last is not None else None
    return goal is not None and isinstance(value, Quantity) and value.value >= goal


def has_cause(close: Close | None) -> bool:
    """Whether a close says why: by one of the causes, and with words where that is `other`."""
    return close is not None and close.cause in CAUSES and (close.cause != "other" or bool(close.learned))
