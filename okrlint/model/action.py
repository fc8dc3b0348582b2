"""Work that is meant to move a key result."""

from __future__ import annotations

import datetime
from typing import ClassVar

from okrlint.model.dates import parse_date
from okrlint.model.fields import Fields, Table, texts_table
from okrlint.model.located import Located


class Action(Located):
    """One piece of work with an owner and a day."""

    FIELDS: ClassVar = ("title", "owner", "due", "status", "done", "link")

    title: str | None = None
    owner: str | None = None
    due: datetime.date | None = None
    status: str = "todo"
    """todo, doing, done or dropped."""
    done: datetime.date | None = None
    link: str | None = None


_TABLE: Table = {
    **texts_table("title", "owner", "status", "link"),
    "due": ("due", parse_date),
    "done": ("done", parse_date),
}


def build_action(fields: Fields) -> Action:
    """The action of a mapping."""
    found = fields.read(_TABLE)
    if "done" in found:
        found.setdefault("status", "done")
    return Action(**found)
