"""Plans as JSON in the shape of schemas/export.schema.json: what the files say, with the address of each plan."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.escaping import json_document
from okrlint.exchange.exporter import Exporter
from okrlint.model.plan import Plan

VERSION = 1


def render(plans: Sequence[Plan]) -> str:
    """One object, ASCII only."""
    return json_document({"version": VERSION, "plans": [plan.raw for plan in plans]}, indent=2)


EXPORTER = Exporter(id="json", render=render)
