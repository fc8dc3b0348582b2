"""Where a key result starts from."""

from __future__ import annotations

from typing import ClassVar

from okrlint.model.fields import Fields, Table, quantity_or_none, texts_table
from okrlint.model.located import Located
from okrlint.model.quantity import Quantity
from okrlint.model.quarter import NotAQuarter, Quarter, parse_quarter


class Baseline(Located):
    """A value with the period that it was measured in and where it comes from."""

    FIELDS: ClassVar = ("value", "period", "source")
    GRIP: ClassVar = ("value",)

    value: Quantity | None = None
    period: str | None = None
    quarter: Quarter | None = None
    """The period where it is a quarter."""
    source: str | None = None


_TABLE: Table = {"value": ("value", quantity_or_none), **texts_table("period", "source")}


def build_baseline(fields: Fields, fiscal_start: int) -> Baseline | None:
    """The `baseline` of a key result: an object, or just its value."""
    raw = fields.data.get("baseline")
    if raw is None or isinstance(raw, list):
        return None
    inner = fields.inner("baseline")
    if inner is None:
        path = (*fields.path, "baseline")
        return Baseline(**Fields(fields.document, path, None).place(), value=fields.quantity("baseline"))
    found = inner.read(_TABLE)
    period = found.get("period")
    return Baseline(**found, quarter=_quarter(period, fiscal_start) if period else None)


def _quarter(period: str, fiscal_start: int) -> Quarter | None:
    try:
        return parse_quarter(period, fiscal_start)
    except NotAQuarter:
        return None
