"""Everything that plans hold as CSV, one row a part; `okrlint import` reads the same plans from it."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.exchange.exporter import Exporter
from okrlint.exchange.flat import table_of
from okrlint.exchange.safe_cells import row_of
from okrlint.model.plan import Plan


def render(plans: Sequence[Plan]) -> str:
    """A table with commas, lines ended as everywhere in okrlint, in UTF-8."""
    return "".join(map(row_of, table_of([plan.raw for plan in plans])))


EXPORTER = Exporter(id="csv", render=render)
