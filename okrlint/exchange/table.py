"""Tables of any origin: columns known by their names, a key result in each row, empty cells filled from above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from okrlint.errors import OkrlintError
from okrlint.exchange.columns import PARTS, columns_of, head_of, is_number, listed, part_of, role_of_type
from okrlint.exchange.draft import Draft, Reading
from okrlint.exchange.families import Column, in_order
from okrlint.exchange.fields import Cell, is_empty, remark, take
from okrlint.exchange.headings import context_of, looks_like_team, team_id
from okrlint.exchange.periods import find_period
from okrlint.exchange.titles import give_title
from okrlint.exchange.vocabulary import field_of, label_of, plain, section, unwrapped
from okrlint.tuples import NamedTuple

_TWO = 2
MOST_COLUMNS = 200
"""More than anybody can read."""
_ORDERING = ("row_number", "parent")


class Place(NamedTuple):
    """Where a table stands."""

    quarter: str | None = None
    team: str | None = None
    objective: Draft | None = None


def read_table(rows: Sequence[Sequence[str]], line: int, reading: Reading, place: Place) -> None:
    """Read a table whose first row, or a later one, names its columns. Raises OkrlintError for too wide a table."""
    if max(map(len, rows)) > MOST_COLUMNS:
        raise OkrlintError(f"the table on line {line} has more than {MOST_COLUMNS} columns; leave out what is no OKR")
    head = head_of(rows)
    start = 0 if head is None else head
    for number, row in enumerate(rows[:start]):
        place = _above(row, line + number, reading, place)
    table = _Table(columns_of(rows[start]), reading, place)
    below = [(row, number) for number, row in enumerate(rows[start + 1 :], line + start + 1)]
    for row, number in in_order(below, table.columns):
        table.row(row, number)
    table.end()


def _above(row: Sequence[str], line: int, reading: Reading, place: Place) -> Place:
    """A row above the names of the columns: a title, a quarter, a team."""
    for cell in filter(str.strip, row):
        context = context_of(cell, reading.fiscal_start)
        place = place._replace(quarter=context.quarter or place.quarter)
        if context.rest and looks_like_team(context.rest, context, ()):
            place = place._replace(team=team_id(context.rest))
            reading.marks.append(cell)
        elif context.rest:
            reading.notes.append(cell.strip())
            reading.doubt(line, cell)
        else:
            reading.marks.append(cell)
    return place


class _Table:
    """Reads rows one after another; what a row leaves empty is as in the row above."""

    def __init__(self, columns: list[Column], reading: Reading, place: Place) -> None:
        self.columns = columns
        self.reading = reading
        self.place = place
        self.objective = place.objective
        self.key_result: Draft | None = None
        self.known: dict[tuple[str | None, str | None, str], Draft] = {}
        reading.marks += [column.name for column in columns]
        self._has_objectives = any(column.field in ("objective", "title") for column in columns)
        names = [one.name for one in columns if one.field == "key_result" and field_of(one.name) is None]
        self._head = unwrapped(names[0]) if names and place.objective is None else ""
        """What stands where the name of the column belongs: the name of the objective, where no row has one."""

    def row(self, cells: Sequence[str], line: int) -> None:
        """Read one row."""
        pairs = [
            Cell(column.name or "?", column.field, unwrapped(cell.replace("<br>", "\n").replace("<br/>", "\n")))
            for column, cell in zip(self.columns, (*cells, *[""] * len(self.columns)), strict=False)
        ]
        rest = [cell.strip() for cell in cells[len(self.columns) :] if cell.strip()]
        pairs = [cell for cell in pairs if not is_empty(cell.raw)] + [Cell("?", None, one) for one in rest]
        if not pairs:
            return
        if not self._totals(pairs):
            self._place(pairs)
        if not pairs or self._totals(pairs):
            self._leftover(pairs, line)
            return
        if self._is_section(cells, pairs):
            self._keep_head()
            self._objective(re.sub(r"^\d{1,2}[.)]?\s+", "", pairs[0].raw), line)
            return
        objective, key_result, others = self._parts(pairs, line)
        if objective:
            self._objective(objective, line)
        if key_result:
            self._key_results(key_result, others, line)
        elif objective and self.objective is not None:
            take(self.objective, others, self.reading)
        else:
            self._leftover(others, line)

    def end(self) -> None:
        """Keep what no row has asked for."""
        self._keep_head()

    def _is_section(self, cells: Sequence[str], pairs: list[Cell]) -> bool:
        """Whether a row is an objective above its key results: bold, and alone in its row."""
        first = next((cell.strip() for cell in cells if cell.strip()), "")
        is_bold = re.fullmatch(r"(\*\*|__).+\1", first) is not None
        return is_bold and len(pairs) == 1 and pairs[0].field == "key_result" and not self._has_objectives

    def _keep_head(self) -> None:
        if self._head:
            self.reading.notes.append(self._head)
            self._head = ""

    def _place(self, pairs: list[Cell]) -> None:
        """Take quarter and team out of a row."""
        year = next((cell.raw for cell in pairs if plain(cell.name) in ("year", "jahr", "année", "año")), "")
        for cell in list(pairs):
            if cell.field == "quarter":
                found = find_period(cell.raw, self.reading.fiscal_start) or find_period(
                    f"{'' if 'Q' in cell.raw.upper() else 'Q'}{cell.raw} {year}", self.reading.fiscal_start
                )
                if found:
                    self._move(self.place._replace(quarter=found.label))
                    self._used(cell, pairs)
            elif cell.field == "team":
                self._move(self.place._replace(team=team_id(cell.raw)))
                self._used(cell, pairs)

    def _move(self, place: Place) -> None:
        if place != self.place:
            self.place, self.objective, self.key_result = place, place.objective, None

    def _used(self, cell: Cell, pairs: list[Cell]) -> None:
        pairs.remove(cell)
        self.reading.marks.append(cell.raw)

    def _totals(self, pairs: list[Cell]) -> bool:
        """Whether a row adds up others."""
        first = pairs[0]
        return plain(first.raw) in section("types", "total") and not any(cell.field in PARTS for cell in pairs[1:])

    def _parts(self, pairs: list[Cell], line: int) -> tuple[str, str, list[Cell]]:
        """The objective and the key result that a row names, and its other cells."""
        named = {cell.field: cell.raw for cell in reversed(pairs)}
        numbers = [cell for cell in pairs if cell.field in _ORDERING or is_number(cell)]
        self.reading.marks += [cell.raw for cell in numbers]
        others = [cell for cell in pairs if cell.field not in PARTS and cell not in numbers]
        objective, key_result, title = (named.get(field, "") for field in PARTS)
        if title and (objective or key_result) and not (objective and not key_result):
            others.append(next(cell for cell in pairs if cell.field == "title"))
            title = ""
        if title:
            role = self._role(title, pairs)
            others = [cell for cell in others if not (cell.field == "type" and role_of_type(cell.raw))]
            if role == "objective" and not objective:
                return title, "", others
            if role == "action" and self.key_result is not None:
                self._action(title, others, line)
                return "", "", []
            return objective, title, others
        if (
            key_result
            and not objective
            and (label := label_of(key_result))
            and label.role == "objective"
            and label.text
        ):
            return key_result, "", others
        return objective, key_result, others

    def _role(self, title: str, pairs: list[Cell]) -> str:
        """What a row is whose text stands in one column for all: by its type, its label or its number."""
        for cell in pairs:
            if cell.field == "type" and (role := role_of_type(cell.raw)):
                self.reading.marks.append(cell.raw)
                return role
        label = label_of(title)
        if label and label.text:
            return label.role
        number = next((cell.raw for cell in pairs if cell.field in ("row_number", "id")), "")
        if re.fullmatch(r"\d{1,3}(\.\d{1,3}){0,3}\.?", number):
            self.reading.marks.append(number)
            return ("objective", "key_result", "action")[min(number.strip(".").count("."), _TWO)]
        return "key_result"

    def _objective(self, text: str, line: int) -> None:
        numbered = self._numbered(text)
        if numbered is not None:
            self.objective, self.key_result = numbered, None
            self.reading.marks.append(text)
            return
        key = (self.place.quarter, self.place.team, " ".join(text.split()).casefold())
        if key in self.known:
            self.objective, self.key_result = self.known[key], None
            self.reading.marks.append(text)
        else:
            self.known[key] = self._new_objective(text, line)

    def _numbered(self, text: str) -> Draft | None:
        """The objective that a cell means by its number only: "Objective 2"."""
        label = label_of(text)
        number = re.search(r"\d{1,3}", text)
        known = self.reading.plans.get((self.place.quarter, self.place.team))
        if label is None or label.text or number is None or known is None:
            return None
        return known.parts[int(number[0]) - 1] if 0 < int(number[0]) <= len(known.parts) else None

    def _new_objective(self, text: str, line: int) -> Draft:
        objective = Draft("objective", line=line)
        label = label_of(text)
        if label and label.text:
            self.reading.marks.append(label.label)
        give_title(objective, label.text if label and label.text else text, self.reading)
        self.reading.plan(self.place.quarter, self.place.team).add(objective)
        self._head = ""
        self.objective, self.key_result = objective, None
        return objective

    def _key_results(self, text: str, others: list[Cell], line: int) -> None:
        """The key results of a cell, which may list several; their values are in as many lines, or of the first."""
        titles = listed(text)
        for index, title in enumerate(titles):
            self._key_result(title, [part for cell in others if (part := part_of(cell, index, len(titles)))], line)

    def _key_result(self, text: str, cells: list[Cell], line: int) -> None:
        if self.objective is None and self._head:
            self._new_objective(self._head, line)
        if self.objective is None:
            plan = self.reading.plan(self.place.quarter, self.place.team)
            self.objective = plan.add(Draft("objective", line=line))
        label = label_of(text)
        if label and label.text:
            self.reading.marks.append(label.label)
        self.key_result = self.objective.add(Draft("key_result", line=line))
        give_title(self.key_result, label.text if label and label.text else text, self.reading)
        for cell in cells:
            if cell.field == "actions":
                self.reading.marks.append(cell.name)
                for title in listed(cell.raw):
                    self._action(title, [], line)
        of_objective = [cell for cell in cells if cell.field == "owner" and plain(cell.name).startswith("objective")]
        take(self.objective, of_objective, self.reading)
        taken = [cell for cell in cells if cell.field != "actions" and cell not in of_objective]
        take(self.key_result, taken, self.reading)

    def _action(self, title: str, cells: list[Cell], line: int) -> None:
        if self.key_result is not None:
            action = self.key_result.add(Draft("action", line=line))
            label = label_of(title)
            give_title(action, label.text if label and label.text else title, self.reading)
            take(action, cells, self.reading)
            self.key_result.take_notes(action)

    def _leftover(self, others: list[Cell], line: int) -> None:
        """A row without a name of its own says more of the one above it."""
        draft = self.key_result or self.objective
        if draft is None:
            for cell in others:
                self.reading.notes.append(f"{cell.name}: {cell.raw}")
                self.reading.doubt(line, cell.raw)
            return
        for cell in others:
            if cell.field == "actions" and self.key_result is not None:
                for title in listed(cell.raw):
                    self._action(title, [], line)
            else:
                remark(draft, cell, self.reading)
