"""Columns of foreign tables: which row names them, what they mean, and what their cells list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from okrlint.exchange.families import Column
from okrlint.exchange.fields import Cell
from okrlint.exchange.vocabulary import field_of, label_of, plain, section

PARTS = ("objective", "key_result", "title")
"""Fields whose column names the part that a row is about."""
_READ = 25
"""Rows at the beginning among which the names of the columns are looked for."""
_TWO = 2


def head_of(rows: Sequence[Sequence[str]]) -> int | None:
    """The number of the row that names the columns: the one of which most names are known, at least two."""
    known = [sum(field_of(cell) is not None for cell in row if cell.strip()) for row in rows[:_READ]]
    best = max(known, default=0)
    return known.index(best) if best >= _TWO else None


def columns_of(names: Sequence[str]) -> list[Column]:
    """What each column means. "Goal" beside objectives is a target, "Result" beside key results a value."""
    columns = [Column(name.strip(), field_of(name)) for name in names]
    for field, instead in (("objective", "target"), ("key_result", "current")):
        same = [index for index, column in enumerate(columns) if column.field == field]
        exact = [index for index in same if plain(columns[index].name) in (field.replace("_", " "), "kr")]
        keep = (exact or same)[:1]
        for index in same:
            if index not in keep:
                columns[index] = columns[index]._replace(field=instead)
    if not any(column.field in PARTS for column in columns) and columns:
        free = next((index for index, column in enumerate(columns) if column.field is None), 0)
        columns[free] = columns[free]._replace(field="key_result")
    return columns


def role_of_type(text: str) -> str | None:
    """What a type of an exported item means."""
    name = plain(text)
    for role in ("objective", "key_result", "action"):
        if name in section("labels", role) or name in section("types", role):
            return role
    return None


def listed(text: str) -> list[str]:
    """The lines of a cell that lists several things; the whole cell where it is one text."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    marked = [re.sub(r"^(?:[-*•◦▪–]|\d{1,2}[.)])\s+", "", line) for line in lines]
    several = len(lines) > 1 and all(line != bare or label_of(line) for line, bare in zip(lines, marked, strict=True))
    return marked if several else [" ".join(lines)]


def part_of(cell: Cell, index: int, count: int) -> Cell | None:
    """What a cell says of one of several parts of its row: its own line, or everything of the first."""
    lines = [line.strip() for line in cell.raw.split("\n") if line.strip()]
    if count > 1 and len(lines) == count and cell.field != "actions":
        return cell._replace(raw=lines[index])
    return cell if index == 0 else None


def is_number(cell: Cell) -> bool:
    """Whether a cell only numbers its row."""
    return cell.field == "id" and cell.raw.isdigit()


def names_key_results(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table has a column of key results."""
    return "key_result" in [field_of(cell) for cell in rows[head_of(rows) or 0]]


def names_parts(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table has a column of objectives or of key results."""
    names = [field_of(cell) for cell in rows[head_of(rows) or 0]]
    return "objective" in names or "key_result" in names
