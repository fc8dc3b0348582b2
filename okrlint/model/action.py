"""Work that is meant to move a key result."""

from __future__ import annotations

import datetime
from typing import ClassVar

from okrlint.model.fields import Fields
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


def build_action(fields: Fields) -> Action:
    """The action of a mapping."""
    return Action(
        **fields.place(),
        title=fields.text("title"),
        owner=fields.text("owner"),
        due=fields.date("due"),
        status=fields.text("status") or ("done" if fields.date("done") else "todo"),
        done=fields.date("done"),
        link=fields.text("link"),
    )
