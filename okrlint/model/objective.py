"""A goal in words, measured by its key results."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from okrlint.model.fields import Fields
from okrlint.model.key_result import KeyResult, build_key_result
from okrlint.model.located import Located
from okrlint.model.revision import Revision, build_revision
from okrlint.records import bind

if TYPE_CHECKING:
    from okrlint.model.plan import Plan


class Objective(Located):
    """What a team wants to reach in a quarter, and why."""

    FIELDS: ClassVar = (
        *("id", "title", "why", "owner", "commitment", "supports", "status", "note"),
        *("carried_from", "shared_with", "revisions", "key_results"),
    )

    plan: Plan
    number: int
    """Its position in the plan, from 1."""
    id: str | None = None
    title: str | None = None
    why: str | None = None
    owners: tuple[str, ...] = ()
    commitment: str | None = None
    """As stated: aspirational, committed or None."""
    supports: tuple[str, ...] = ()
    status: str = "active"
    note: str | None = None
    carried_from: str | None = None
    shared_with: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = ()
    key_results: tuple[KeyResult, ...] = ()

    @property
    def owner(self) -> str | None:
        """The one owner; the first where several are named."""
        return self.owners[0] if self.owners else None

    @property
    def name(self) -> str:
        """What people call it: its title, else its id, else its position."""
        return self.title or self.id or f"objective {self.number}"

    @cached_property
    def address(self) -> str:
        """`marketing/2026-Q4#demand`; the position where the id is missing."""
        return f"{self.plan.address}#{self.id or self.number}"

    @cached_property
    def counted(self) -> tuple[KeyResult, ...]:
        """The key results that count: drafts and dropped ones do not."""
        return tuple(kr for kr in self.key_results if kr.status == "active")


def build_objective(fields: Fields, number: int, fiscal_start: int) -> Objective:
    """The objective of a mapping; its plan is bound when there is one."""
    objective = Objective(
        **fields.place(),
        number=number,
        id=fields.text("id"),
        title=fields.text("title"),
        why=fields.text("why"),
        owners=fields.texts("owner"),
        commitment=fields.text("commitment"),
        supports=fields.texts("supports"),
        status=fields.text("status") or "active",
        note=fields.text("note"),
        carried_from=fields.text("carried_from"),
        shared_with=fields.texts("shared_with"),
        revisions=fields.build("revisions", build_revision),
    )
    items = enumerate(fields.items("key_results"), 1)
    key_results = tuple(build_key_result(item, count, objective, fiscal_start) for count, item in items)
    bind(objective, key_results=key_results)
    return objective
