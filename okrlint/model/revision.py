"""An open change of something that was agreed."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from okrlint.model.fields import Fields
from okrlint.model.located import Located


class Revision(Located):
    """What was changed, when, why, and who approved it."""

    FIELDS: ClassVar = ("date", "field", "from", "to", "reason", "approved_by")
    GRIP: ClassVar = ("field", "reason", "date")

    date: datetime.date | None = None
    field: str | None = None
    before: Any = None
    """The old value as plain data (`from`)."""
    after: Any = None
    """The new value as plain data (`to`)."""
    reason: str | None = None
    approved_by: str | None = None


def build_revision(fields: Fields) -> Revision:
    """The revision of a mapping."""
    return Revision(
        **fields.place(),
        date=fields.date("date"),
        field=fields.text("field"),
        before=fields.data.get("from"),
        after=fields.data.get("to"),
        reason=fields.text("reason"),
        approved_by=fields.text("approved_by"),
    )
