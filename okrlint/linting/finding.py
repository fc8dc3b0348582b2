"""What a rule says, and what the run makes of it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from okrlint.source.span import Location
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from okrlint.source.document import Path
    from okrlint.source.edit import Edit


class Severity(IntEnum):
    """How much a finding weighs; the order is meant."""

    INFO = 1
    """A question to ask in the planning meeting."""
    WARNING = 2
    """Probably poor; a person may disagree."""
    ERROR = 3
    """Cannot be scored, is arithmetically wrong, or defeats the purpose."""

    def __str__(self) -> str:
        """The word that people write in settings."""
        return self.name.lower()


SEVERITIES = {str(severity): severity for severity in reversed(Severity)}


class Related(NamedTuple):
    """Another place that belongs to a finding."""

    location: Location
    message: str


class Fix(NamedTuple):
    """How to mend it in the file that the problem is in: edits of exact spans, and what they mean."""

    words: str
    """What the fix does, as an order: `write growth: 25%`."""
    edits: tuple[Edit, ...]
    changes: tuple[tuple[Path, str | type | None], ...]
    """The new text of each scalar that changes by its path, None for a value that is gone; all others must stay."""
    safe: bool = True
    """False where it changes what the plan means, and so needs `--unsafe-fixes`."""


class Problem(NamedTuple):
    """What a rule yields: where, what is the case, and what to do."""

    location: Location
    message: str
    """What is the case, with its numbers; no full stop."""
    hint: str = ""
    """What to do."""
    related: tuple[Related, ...] = ()
    address: str = ""
    """The OKR that it is about, such as `marketing/2026-Q4#demand.leads`."""
    severity: Severity | None = None
    """Set only where no preset may change it."""
    fix: Fix | None = None


class Finding(NamedTuple):
    """A problem after the run has stamped it."""

    rule: str
    severity: Severity
    message: str
    hint: str
    location: Location
    related: tuple[Related, ...]
    address: str
    fix: Fix | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """By file and place, then most severe first; total, so that every run prints the same."""
        start, end = self.location.span
        place = (self.location.path, start.line, start.column, -self.severity, self.rule, self.message)
        return (*place, end.offset, self.address, self.related)
