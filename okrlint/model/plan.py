"""One team's objectives for one quarter."""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from okrlint.model.fields import Fields
from okrlint.model.heading import Heading
from okrlint.model.key_result import KeyResult
from okrlint.model.located import Located
from okrlint.model.objective import Objective, build_objective
from okrlint.model.quarter import NotAQuarter, Quarter, parse_quarter
from okrlint.records import bind

if TYPE_CHECKING:
    from okrlint.model.company import Company
    from okrlint.source.document import Document


class Agreed(Located):
    """When a plan was agreed, and by whom."""

    FIELDS: ClassVar = ("date", "by")
    GRIP: ClassVar = ("date", "by")

    date: datetime.date | None = None
    by: tuple[str, ...] = ()


class Review(Located):
    """A meeting in which the team looked at its plan."""

    FIELDS: ClassVar = ("date", "note")
    GRIP: ClassVar = ("date",)

    date: datetime.date | None = None
    note: str | None = None


class Plan(Located):
    """One file: one team, one quarter."""

    FIELDS: ClassVar = (
        "kind", "version", "team", "quarter", "status", "lead", "agreed", "note", "objectives", "reviews",
    )  # fmt: skip
    GRIP: ClassVar = ("team", "quarter", "kind")

    company: Company | None = None
    team: str | None = None
    quarter_text: str | None = None
    """As written."""
    quarter: Quarter | None = None
    """None where the text is missing or no quarter."""
    status: str = "active"
    lead: str | None = None
    agreed: Agreed | None = None
    note: str | None = None
    objectives: tuple[Objective, ...] = ()
    reviews: tuple[Review, ...] = ()
    cadence: str = "weekly"
    """`weekly` or `monthly`: how often key results are checked in whose metric does not say it; set by the run."""

    @property
    def name(self) -> str:
        """Team and quarter, as the address begins."""
        return self.address

    @cached_property
    def address(self) -> str:
        """`marketing/2026-Q4`; what the file does not say is taken from its path."""
        return Heading(self.team, self.quarter_text).name(self.document.path)

    @cached_property
    def by_address(self) -> dict[str, Located]:
        """The plan, its objectives and key results by their addresses; of two with one address the first."""
        found: dict[str, Located] = {self.address: self}
        for objective in self.objectives:
            found.setdefault(objective.address, objective)
            for key_result in objective.key_results:
                found.setdefault(key_result.address, key_result)
        return found

    @cached_property
    def counted(self) -> tuple[Objective, ...]:
        """The objectives that count: drafts and dropped ones do not."""
        return tuple(objective for objective in self.objectives if objective.status == "active")

    @cached_property
    def key_results(self) -> tuple[KeyResult, ...]:
        """Every key result in file order, those that do not count included."""
        return tuple(kr for objective in self.objectives for kr in objective.key_results)

    @cached_property
    def counted_key_results(self) -> tuple[KeyResult, ...]:
        """The key results that count, of the objectives that count."""
        return tuple(kr for objective in self.counted for kr in objective.counted)


def build_plan(document: Document, company: Company | None, cadence: str = "weekly") -> Plan:
    """The plan of a document whose data is a mapping; never raises on any data."""
    fields = Fields(document, (), document.data)
    fiscal_start = company.fiscal_year_start if company is not None else 1
    objectives = tuple(
        build_objective(item, count, fiscal_start) for count, item in enumerate(fields.items("objectives"), 1)
    )
    quarter_text = fields.text("quarter")
    plan = Plan(
        document=document,
        path=(),
        company=company,
        team=fields.text("team"),
        quarter_text=quarter_text,
        quarter=quarter_or_none(quarter_text, fiscal_start),
        status=fields.text("status") or "active",
        lead=fields.text("lead"),
        agreed=_agreed(fields.inner("agreed")),
        note=fields.text("note"),
        objectives=objectives,
        reviews=fields.build("reviews", _review),
        cadence=cadence,
    )
    for objective in objectives:
        bind(objective, plan=plan)
        for key_result in objective.key_results:
            bind(key_result, plan=plan)
    return plan


def quarter_or_none(text: str | None, fiscal_start: int) -> Quarter | None:
    """The quarter of a text; None where there is no text, or it is no quarter."""
    try:
        return parse_quarter(text, fiscal_start) if text else None
    except NotAQuarter:
        return None


def _agreed(fields: Fields | None) -> Agreed | None:
    return None if fields is None else Agreed(**fields.place(), date=fields.date("date"), by=fields.texts("by"))


def _review(fields: Fields) -> Review:
    return Review(**fields.place(), date=fields.date("date"), note=fields.text("note"))
