"""What a key result of an earlier quarter ended at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.model.quantity import Quantity

if TYPE_CHECKING:
    from okrlint.model.check_in import CheckIn
    from okrlint.model.key_result import KeyResult


def last_check_in(key_result: KeyResult) -> CheckIn | None:
    """The newest check-in with a number, None where there is none."""
    measured = (entry for entry in reversed(key_result.check_ins) if isinstance(entry.value, Quantity))
    return next(measured, None)
