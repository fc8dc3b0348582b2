"""Where help is wanted: the key results furthest behind their pace."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from okrlint.views.report import Row

_WORDS = ("at risk", "behind")


def help_wanted(plans: Iterable[Row], most: int, words: tuple[str, ...] = _WORDS) -> list[Row]:
    """Key results of running plans with one of the words, the widest gap first, each with its team."""
    behind = [
        {**key_result, "team": plan["team"]}
        for plan in plans
        if plan["status"] == "active"
        for objective in plan["objectives"]
        for key_result in objective["key_results"]
        if key_result["status"].word in words
    ]
    return sorted(behind, key=lambda row: (-row["gap"], row["target"]))[:most]
