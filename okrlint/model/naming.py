"""Key results named by a part of their address, as people type them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrlint.model.key_result import KeyResult


def named(key_results: Sequence[KeyResult], words: str) -> list[KeyResult]:
    """The key results that a whole address names, else its last parts (`leads`, `demand.leads`), else any part.

    Capitals do not matter, unless two differ in nothing else. Several are an address that is not clear.
    """
    typed, text = words.strip(), words.strip().casefold()
    if not text:
        return []
    same = [found for found in key_results if found.address.casefold() == text]
    same = same or [found for found in key_results if text in endings(found)]
    exact = [found for found in same if typed in (found.address, *_endings(found.address))]
    return exact or same or [found for found in key_results if text in found.address.casefold()]


def endings(key_result: KeyResult) -> tuple[str, ...]:
    """The last parts of an address, shortest first: `leads`, `demand.leads`, `2026-Q4#demand.leads`; the team's too."""
    return _endings(key_result.address.casefold())


def _endings(address: str) -> tuple[str, ...]:
    cuts = [found.end() for found in re.finditer(r"[/#.]", address)]
    team, _, rest = address.partition("/")
    return (*(address[cut:] for cut in reversed(cuts)), f"{team}#{rest.partition('#')[2]}")
