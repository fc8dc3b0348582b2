"""A plan as it was at a commit, built from the facts that are kept of it, when somebody asks for it."""

from __future__ import annotations

import datetime
import json
from functools import cached_property
from pathlib import PurePosixPath

from okrlint.history.facts import Facts
from okrlint.model.company import Company
from okrlint.model.plan import Plan, build_plan
from okrlint.records import Record
from okrlint.source.document import Document, Path
from okrlint.source.span import Position, Span
from okrlint.source.text import SourceText
from okrlint.tuples import NamedTuple

_BEGIN = Span(Position(1, 1, 0), Position(1, 1, 0))


class Moment(NamedTuple):
    """A commit, as far as history speaks of it."""

    commit: str
    """A short hash; empty for what is not committed yet."""
    author: str
    date: str
    """The day as git has it, such as 2026-10-20."""
    reason: str
    """From the commit's trailer."""
    day: datetime.date | None = None
    """The day with clocks that were wrong set right; None for what is not committed yet."""
    on_main: bool = True
    """False for a commit that only this branch has."""

    @property
    def words(self) -> str:
        """Who changed it, when and where: "2026-10-20 in 1a2b3c4d5e6f by Ana"."""
        return f"{self.date} in {self.commit} by {self.author}" if self.commit else self.date


NOT_COMMITTED = Moment("", "", "not committed yet", "", on_main=False)


class RememberedDocument(Document):
    """A file of the past: its data is there, its places are gone with it."""

    def span(self, path: Path) -> Span:
        """The beginning of the file, whatever is asked for."""
        del path
        return _BEGIN

    def key_span(self, path: Path) -> Span:
        """The same."""
        return self.span(path)


class State(Record):
    """What a plan promised from a commit on, until the next state."""

    moment: Moment
    path: str
    facts: Facts
    company: Company | None = None
    """Today's company file, as people, metrics and the fiscal year go."""
    cadence: str = "weekly"

    @property
    def address(self) -> str:
        """`marketing/2026-Q4`, as the plan's own address is made."""
        return address_of(self.facts, self.path)

    @cached_property
    def plan(self) -> Plan:
        """The plan with what was promised in it; check-ins, actions and remarks are left out."""
        text = SourceText(path=self.path, text="")
        document = RememberedDocument(text=text, data=json.loads(self.facts.promise))
        return build_plan(document, self.company, self.cadence)


def address_of(facts: Facts, path: str) -> str:
    """The address of a plan; what its file does not say is taken from its path."""
    if facts.team and facts.quarter:
        return f"{facts.team}/{facts.quarter}"
    place = PurePosixPath(path)
    return f"{facts.team or place.stem}/{facts.quarter or place.parent.name}"
