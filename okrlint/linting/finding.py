"""What a rule says, and what the run makes of it."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from okrlint.source.span import Location


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


class Finding(NamedTuple):
    """A problem after the run has stamped it."""

    rule: str
    severity: Severity
    message: str
    hint: str
    location: Location
    related: tuple[Related, ...]
    address: str

    @property
    def order(self) -> tuple[object, ...]:
        """By file and place, then most severe first; total, so that every run prints the same."""
        start, end = self.location.span
        place = (self.location.path, start.line, start.column, -self.severity, self.rule, self.message)
        return (*place, end.offset, self.address, self.related)
