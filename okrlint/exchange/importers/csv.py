"""Tables that a spreadsheet writes as text (CSV, TSV), and what `okrlint export --format csv` writes."""

from __future__ import annotations

import re

from okrlint.errors import OkrlintError
from okrlint.exchange.columns import head_of
from okrlint.exchange.draft import Reading
from okrlint.exchange.flat import is_flat, plans_of
from okrlint.exchange.headings import context_of
from okrlint.exchange.importer import Importer, Source
from okrlint.exchange.safe_cells import shown
from okrlint.exchange.sheets import read_sheet, without_points
from okrlint.exchange.table import Place, read_table

_ENDINGS = (".csv", ".tsv", ".tab")


def claim(source: Source) -> int:
    """By its name, or by a row that names columns."""
    if source.ending in _ENDINGS:
        return 3
    if source.ending not in ("", ".txt", ".text"):
        return 0
    sheet = read_sheet(source.text, source.name)
    return 3 if len(sheet.rows) > 1 and head_of(sheet.rows) is not None and "\n#" not in source.text else 0


def read(source: Source) -> Reading:
    """Read a table. Raises OkrlintError where no row names its columns, or nothing is an objective or key result."""
    sheet = read_sheet(source.text, source.name)
    reading = Reading(source.day, source.fiscal_start)
    if is_flat(sheet.rows):
        reading.whole += plans_of(sheet.rows, source.name)
        reading.how.append("as okrlint has written it")
        return reading
    rows = without_points([[shown(cell) for cell in row] for row in sheet.rows], sheet.separator)
    head = head_of(rows)
    if head is None:
        raise OkrlintError(f"{source.name} has no row that names columns such as Objective, Key result and Owner")
    quarter = context_of(re.split(r"[\\/]", source.name)[-1].replace("_", " "), source.fiscal_start).quarter
    read_table(rows, sheet.lines[0], reading, Place(quarter))
    if not reading.objectives:
        raise OkrlintError(f"{source.name} holds no objective or key result below line {sheet.lines[head]}")
    known = ", ".join(cell.strip() for cell in rows[head] if cell.strip())
    reading.how.append(f"separated by {sheet.separated_by}; the columns {known} are named on line {sheet.lines[head]}")
    return reading


IMPORTER = Importer(id="csv", label="CSV", claim=claim, read=read)
