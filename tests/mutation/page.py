"""docs/mutation.md: how many mutants were killed, and which were not. Values in, Markdown out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

ASKED = 0.85
"""The part of the mutants that tests are to kill."""


class Mutant(NamedTuple):
    """One small change of the code."""

    name: str
    """As mutmut names it: module, function, number."""
    is_killed: bool
    change: str
    """What was taken away and what was put in."""


def page(mutants: Sequence[Mutant], total: int, day: str, commit: str) -> str:
    """The page for a sample of so many mutants in total."""
    killed = sum(mutant.is_killed for mutant in mutants)
    share = killed / len(mutants) if mutants else 0.0
    lines = [
        "# Do the tests bite?",
        "",
        "mutmut changes the code of the rooms that decide what a person is told (source, model, linting) in one small way at",
        "a time, and runs the tests that reach that place. A mutant that no test notices survives. `make mutation` draws a",
        "sample by a seed and writes this page.",
        "",
        f"On {day} at commit {commit}: {killed} of {len(mutants)} killed ({share:.0%}), drawn from {total:,} mutants;",
        f"{ASKED:.0%} are asked for.",
        "",
        "## Survivors",
        "",
        "A change of a message's words, of a default that every caller overrides, or of a mere speed-up survives rightly; any",
        "other is a test to be written.",
        "",
        *(f"* `{mutant.name}`: {_code(mutant.change)}" for mutant in mutants if not mutant.is_killed),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _code(change: str) -> str:
    fence = "``" if "`" in change else "`"
    return f"{fence} {change} {fence}" if fence == "``" else f"{fence}{change}{fence}"
