"""Key results named by a part of their address, as people type them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrlint.model.key_result import KeyResult


def named(key_results: Sequence[KeyResult], words: str) -> list[KeyResult]:
    """The key results that a whole address names, else its last parts (`leads`, `demand.leads`), else any part.

    Capitals do not matter. Several are an address that is not clear.
    """
    text = words.strip().casefold()
    if not text:
        return []
    whole = [found for found in key_results if found.address.casefold() == text]
    ends = [found for found in key_results if text in endings(found)]
    return whole or ends or [found for found in key_results if text in found.address.casefold()]


def endings(key_result: KeyResult) -> tuple[str, ...]:
    """The last parts of an address, shortest first: `leads`, `demand.leads`, `2026-Q4#demand.leads`; the team's too."""
    address = key_result.address.casefold()
    cuts = [found.end() for found in re.finditer(r"[/#.]", address)]
    team, _, rest = address.partition("/")
    return (*(address[cut:] for cut in reversed(cuts)), f"{team}#{rest.partition('#')[2]}")
