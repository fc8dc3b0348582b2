"""Mutants: how a sample is drawn, and what became of each. No input or output here."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

EDITS = (
    "okrlint.source.edit",
    "okrlint.source.insertion",
    "okrlint.source.entry_insertion",
    "okrlint.source.quoting",
    "okrlint.source.new_yaml",
    "okrlint.linting.fixes",
    "okrlint.linting.fixing",
    "okrlint.linting.moving",
    "okrlint.linting.lifting",
    "okrlint.linting.comment_fixes",
)
"""The modules that change files: they stand together, wherever they are."""
ROOMS = ("the edits", "okrlint/source", "okrlint/model", "okrlint/linting", "okrlint/linting/wording")


class Mutant(NamedTuple):
    """One small change of the code."""

    name: str
    """As mutmut names it: module, function, number."""
    verdict: str
    """`killed` (a test failed), `no end`, `crashed`; or `survived`, `no test`."""
    change: str
    """What was taken away and what was put in."""

    @property
    def is_killed(self) -> bool:
        """Whether a test notices, be it that it never ends."""
        return self.verdict in {"killed", "no end", "crashed"}

    @property
    def place(self) -> str:
        """Module and function, in the words of the code."""
        module, _, function = self.name.partition("__mutmut_")[0].rpartition(".")
        return f"{module}.{function.removeprefix('x_').removeprefix('xǁ').replace('ǁ', '.')}"


def room(name: str) -> str:
    """The room that a mutant's name belongs to, one of ROOMS."""
    module = name.rpartition(".")[0]
    if module in EDITS:
        return ROOMS[0]
    folders = ("okrlint.linting.wording.", "okrlint.linting.", "okrlint.model.", "okrlint.source.")
    return next(folder[:-1].replace(".", "/") for folder in folders if module.startswith(folder))


def drawn(names: Sequence[str], wanted: int, chance: random.Random) -> list[str]:
    """So many names by chance, each room with the share that it has of all names."""
    sample: list[str] = []
    for one in ROOMS:
        there = [name for name in names if room(name) == one]
        sample += chance.sample(there, min(len(there), round(wanted * len(there) / len(names))))
    return sorted(sample)
