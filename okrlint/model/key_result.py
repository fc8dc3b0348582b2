"""A measurable result of an objective."""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from okrlint.model.action import Action, build_action
from okrlint.model.baseline import Baseline, build_baseline
from okrlint.model.check_in import CheckIn, build_check_ins
from okrlint.model.close import Close, build_close
from okrlint.model.dates import parse_date
from okrlint.model.fields import Fields, Table, number_of, quantity_or_none, text_of, texts_of, texts_table
from okrlint.model.located import Located
from okrlint.model.milestone import Milestone, build_milestones
from okrlint.model.quantity import Quantity
from okrlint.model.revision import Revision, build_revision

if TYPE_CHECKING:
    from okrlint.model.company import Metric
    from okrlint.model.objective import Objective
    from okrlint.model.plan import Plan

TYPES = (
    "increase",
    "decrease",
    "count",
    "at-least",
    "at-most",
    "between",
    "milestones",
    "done",
    "establish-baseline",
)
HOLDS = ("at-least", "at-most", "between")
"""Types that hold a limit instead of moving a value."""
UNKNOWN = "unknown"
"""The resolved type of a key result that states none and has nothing to measure it by."""


class KeyResult(Located):
    """A number that tells whether its objective was reached."""

    FIELDS: ClassVar = (
        *("id", "title", "owner", "metric", "type", "unit", "baseline", "growth", "target", "milestones", "weight"),
        *("guard", "channel", "due", "commitment", "status", "scoring", "note", "carried_from", "shared_with"),
        *("actions", "check_ins", "revisions", "close"),
    )

    objective: Objective
    plan: Plan
    number: int
    """Its position in the objective, from 1."""
    id: str | None = None
    title: str | None = None
    owners: tuple[str, ...] = ()
    metric: str | None = None
    stated_type: str | None = None
    stated_unit: str | None = None
    baseline: Baseline | None = None
    growth: Quantity | None = None
    target: Quantity | None = None
    band: tuple[Quantity, Quantity] | None = None
    """The two limits of a `between`."""
    milestones: tuple[Milestone, ...] = ()
    weight: Decimal = Decimal(1)
    guard: str | None = None
    channel: str | None = None
    stated_due: datetime.date | None = None
    stated_commitment: str | None = None
    status: str = "active"
    scoring: str | None = None
    note: str | None = None
    carried_from: str | None = None
    shared_with: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    revisions: tuple[Revision, ...] = ()
    close: Close | None = None

    @property
    def owner(self) -> str | None:
        """The one owner; the first where several are named."""
        return self.owners[0] if self.owners else None

    @property
    def name(self) -> str:
        """What people call it: its title, else its id, else its position."""
        return self.title or self.id or f"key result {self.number}"

    @cached_property
    def address(self) -> str:
        """`marketing/2026-Q4#demand.leads`; the position where the id is missing."""
        return f"{self.objective.address}.{self.id or self.number}"

    @cached_property
    def check_ins(self) -> tuple[CheckIn, ...]:
        """By day, whatever their order in the file."""
        return build_check_ins(self.document, (*self.path, "check_ins"), self.raw.get("check_ins"))

    @cached_property
    def registered(self) -> Metric | None:
        """The metric of company.yaml that it names, if any."""
        company = self.plan.company
        return company.metric(self.metric) if company is not None and self.metric else None

    @cached_property
    def type(self) -> str:
        """One of `TYPES` as stated, else as the fields say, else `unknown`."""
        return self.stated_type or self._type_of_fields()

    def _type_of_fields(self) -> str:
        if self.milestones:
            return "milestones"
        if self.growth is not None:
            return "decrease" if self.growth.value < 0 else "increase"
        if self.target is None:
            return UNKNOWN
        if self.baseline is None or self.baseline.value is None:
            return "count"
        return "decrease" if self.target.value < self.baseline.value.value else "increase"

    @cached_property
    def goal(self) -> Decimal | None:
        """The target value: as stated, or baseline × (1 + growth); None where neither can be worked out."""
        if self.target is not None:
            return self.target.value
        start = self.baseline.value if self.baseline is not None else None
        if self.growth is None or start is None or self.growth.unit != "%" or start.value <= 0:
            return None
        return start.value * (1 + self.growth.fraction)

    @cached_property
    def unit(self) -> str:
        """As stated, else that of its numbers, else the registered metric's; may be empty."""
        start = self.baseline.value if self.baseline is not None else None
        numbers = (self.target, *(self.band or ()), start)
        own = next((number.unit for number in numbers if number is not None and number.unit), "")
        return self.stated_unit or own or (self.registered.unit if self.registered else None) or ""

    @cached_property
    def due(self) -> datetime.date | None:
        """Its own day, else the quarter's last."""
        return self.stated_due or (self.plan.quarter.end if self.plan.quarter else None)

    @cached_property
    def commitment(self) -> str:
        """`committed` or `aspirational`: its own, else the objective's, else aspirational."""
        return self.stated_commitment or self.objective.commitment or "aspirational"

    @cached_property
    def cadence(self) -> str:
        """`weekly` or `monthly`: how often its metric can be read, else how often the plan wants a check-in."""
        return (self.registered.cadence if self.registered else None) or self.plan.cadence


_TABLE: Table = {
    **texts_table("id", "title", "metric", "guard", "channel", "status", "scoring", "note", "carried_from"),
    "type": ("stated_type", text_of),
    "unit": ("stated_unit", text_of),
    "commitment": ("stated_commitment", text_of),
    "owner": ("owners", texts_of),
    "shared_with": ("shared_with", texts_of),
    "growth": ("growth", quantity_or_none),
    "target": ("target", quantity_or_none),
    "weight": ("weight", number_of),
    "due": ("stated_due", parse_date),
}


def build_key_result(fields: Fields, number: int, objective: Objective, fiscal_start: int) -> KeyResult:
    """The key result of a mapping; its plan is bound when there is one."""
    return KeyResult(
        **fields.read(_TABLE),
        objective=objective,
        number=number,
        baseline=build_baseline(fields, fiscal_start),
        band=_band(fields.data.get("target")),
        milestones=build_milestones(fields) if "milestones" in fields.data else (),
        actions=fields.build("actions", build_action),
        revisions=fields.build("revisions", build_revision),
        close=build_close(fields.inner("close")),
    )


def _band(raw: object) -> tuple[Quantity, Quantity] | None:
    if not isinstance(raw, list):
        return None
    limits = [quantity_or_none(item) for item in raw]
    if len(limits) == len(("low", "high")) and limits[0] is not None and limits[1] is not None:
        return limits[0], limits[1]
    return None
