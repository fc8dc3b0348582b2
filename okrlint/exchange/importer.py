"""What an importer is: a way to read plans from a foreign format."""

from __future__ import annotations

from collections.abc import Callable

from okrlint.exchange.draft import Reading
from okrlint.records import Record
from okrlint.tuples import NamedTuple


class Source(NamedTuple):
    """A foreign file."""

    name: str
    """As its user named it."""
    text: str
    data: bytes
    known_teams: frozenset[str] = frozenset()
    """Ids of the teams that have plans."""
    fiscal_start: int = 1
    """The month in which quarters begin."""
    day: str | None = None
    """The day of values that stand without one."""

    @property
    def ending(self) -> str:
        """The ending of its name, in small letters: `.md`."""
        _, dot, ending = self.name.lower().rpartition(".")
        return dot + ending if dot and "/" not in ending else ""


class Importer(Record):
    """One foreign format; discovered by its file name."""

    id: str
    label: str
    """As a user calls it: "Markdown"."""
    claim: Callable[[Source], int]
    """How sure it is that a file has its format: 0 not at all, 1 perhaps, 2 by what it holds, 3 by its name."""
    read: Callable[[Source], Reading]
    """Raises OkrlintError for what cannot be read."""
