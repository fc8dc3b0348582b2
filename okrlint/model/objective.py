"""A goal in words, measured by its key results."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from okrlint.model.fields import Fields, Table, texts_of, texts_table
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


_TABLE: Table = {
    **texts_table("id", "title", "why", "commitment", "status", "note", "carried_from"),
    "owner": ("owners", texts_of),
    "supports": ("supports", texts_of),
    "shared_with": ("shared_with", texts_of),
}


def build_objective(fields: Fields, number: int, fiscal_start: int) -> Objective:
    """The objective of a mapping; its plan is bound when there is one."""
    objective = Objective(**fields.read(_TABLE), number=number, revisions=fields.build("revisions", build_revision))
    items = enumerate(fields.items("key_results"), 1)
    key_results = tuple(build_key_result(item, count, objective, fiscal_start) for count, item in items)
    bind(objective, key_results=key_results)
    return objective
