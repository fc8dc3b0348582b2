"""What a file says that it is, from its first lines alone.

Reading a file as YAML takes a millisecond, and which plan stands in which file must be known of all of them before the
first one can be judged. Most files say it in three plain lines; of the others this says that it does not know.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePosixPath

from okrlint.tuples import NamedTuple

_WORDS_OF_YAML = frozenset(("null", "true", "false", "yes", "no", "on", "off"))
"""Texts that a reader may take for something else."""


class Heading(NamedTuple):
    """The top of a plan."""

    team: str | None
    quarter_text: str | None

    def name(self, path: str) -> str:
        """The address of the plan of a file."""
        place = PurePosixPath(path)
        return f"{self.team or place.stem}/{self.quarter_text or place.parent.name}"


@cache
def _line() -> re.Pattern[bytes]:
    return re.compile(
        rb"^(?:(kind|team|quarter): +([A-Za-z0-9][A-Za-z0-9-]*) *(?: #[ -~]*)?\r?$"
        rb"|(---|\.\.\.|[\"'?*&!%{\[]|kind|team|quarter))",
        re.MULTILINE,
    )


def heading_of(data: bytes) -> Heading | None:
    """The heading of a plan that leaves no doubt; None for every other file, also for a plan in an unusual form.

    Sure only where `kind`, `team` and `quarter` stand once each, unquoted and in plain letters, and no line begins with
    a sign by which the same could be said in another way.
    """
    found: dict[bytes, bytes] = {}
    for match in _line().finditer(data):
        key, value, odd = match.groups()
        if odd or key in found:
            return None
        found[key] = value
    if found.get(b"kind") != b"plan" or b"team" not in found or b"quarter" not in found:
        return None
    team, quarter = found[b"team"].decode(), found[b"quarter"].decode()
    is_text = team[0].isalpha() and team.lower() not in _WORDS_OF_YAML
    return Heading(team, quarter) if is_text and re.fullmatch(r"(?:FY)?\d\d(?:\d\d)?-Q[1-4]", quarter) else None
