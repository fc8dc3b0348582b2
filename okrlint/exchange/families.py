"""Rows that name their parents, in the order of a tree: an objective, then what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.tuples import NamedTuple

_Numbered = tuple[Sequence[str], int]
_NAMES = ("id", "row_number", "title", "objective")


class Column(NamedTuple):
    """A column with its name and what it means."""

    name: str
    field: str | None


def in_order(rows: list[_Numbered], columns: Sequence[Column]) -> list[_Numbered]:
    """Every row behind its parent; the rows as they are where none names one, or where they go in circles."""
    parents = [index for index, column in enumerate(columns) if column.field == "parent"]
    if not parents:
        return rows
    known: dict[str, int] = {}
    for name in _NAMES:
        for at, column in enumerate(columns):
            if column.field == name:
                for number, (row, _) in enumerate(rows):
                    known.setdefault(_cell(row, at), number)
    known.pop("", None)
    children: dict[int | None, list[int]] = {}
    for number, (row, _) in enumerate(rows):
        parent = known.get(_cell(row, parents[0]))
        children.setdefault(None if parent == number else parent, []).append(number)
    order: list[int] = []
    stack = list(reversed(children.get(None, ())))
    while stack:
        number = stack.pop()
        order.append(number)
        stack.extend(reversed(children.get(number, ())))
    return [rows[number] for number in order] if len(order) == len(rows) else rows


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip().casefold() if at < len(row) else ""
