"""Data of any shape, as YAML and JSON hold it: objectives with key results under the names that people give them."""

from __future__ import annotations

from typing import Any

from okrlint.exchange.columns import role_of_type
from okrlint.exchange.draft import Draft, Reading
from okrlint.exchange.fields import Cell, is_empty, remark, take, value_of
from okrlint.exchange.headings import context_of, team_id
from okrlint.exchange.periods import find_period
from okrlint.exchange.shape_signs import (
    DEEPEST,
    OBJECTIVES,
    TITLES,
    has_title,
    holds_objectives,
    is_list_of_key_results,
    is_objective,
    is_row,
    only_holds_objectives,
)
from okrlint.exchange.table import Place, read_table
from okrlint.exchange.titles import give_title
from okrlint.exchange.values import confidence_of, day_of, people_of
from okrlint.exchange.vocabulary import field_of, plain

_ACTIONS = ("actions",)


def read_shape(data: Any, reading: Reading) -> None:
    """Read data of unknown shape."""
    _Shape(reading).visit(data, Place(), "", 0)


class _Shape:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def visit(self, data: Any, place: Place, name: str, depth: int) -> None:
        """Look for plans in a value; what belongs to none is kept."""
        if depth > DEEPEST:
            self._keep(name, data, place)
        elif isinstance(data, list) and data:
            self._list(data, place, name, depth)
        elif isinstance(data, dict):
            self._mapping(data, place, name, depth)
        else:
            self._keep(name, data, place)

    def _list(self, data: list[Any], place: Place, name: str, depth: int) -> None:
        if all(isinstance(one, dict) and is_row(one) for one in data):
            names = list(dict.fromkeys(key for one in data for key in one))
            rows = [names, *([_cell(one.get(key)) for key in names] for one in data)]
            read_table(rows, 0, self.reading, place)
            return
        for one in data:
            self.visit(one, place, name, depth + 1)

    def _mapping(self, data: dict[str, Any], place: Place, name: str, depth: int) -> None:
        if data.get("kind") == "plan" and "version" in data:
            self.reading.whole.append(data)
            return
        listed = data.get("plans")
        if isinstance(listed, list) and listed and all(isinstance(one, dict) and "kind" in one for one in listed):
            self.visit(listed, place, name, depth)
            return
        if is_objective(data):
            self._objective(data, place, depth)
            return
        place = self._context(data, place)
        for key, value in data.items():
            field = field_of(key)
            if field in OBJECTIVES and isinstance(value, (list, dict)) and not only_holds_objectives(value):
                self.reading.marks.append(key)
                self._objectives(value, place, depth)
            elif isinstance(value, (dict, list)) and holds_objectives(value, 0):
                self._below(key, value, place, depth)
            elif not self._is_context(key, value, place):
                self._keep(key, value, place)

    def _below(self, key: str, value: Any, place: Place, depth: int) -> None:
        """Look for plans below a field: the name of a quarter or a team, a list of teams, or any other."""
        field, context = field_of(key), context_of(key, self.reading.fiscal_start)
        self.reading.marks.append(key)
        if field == "team" and isinstance(value, list):
            self._teams(value, place, key, depth)
            return
        inner = place._replace(quarter=context.quarter or place.quarter)
        inside = isinstance(value, dict) and context.rest and field is None
        self.visit(value, inner._replace(team=team_id(context.rest)) if inside else inner, key, depth + 1)

    def _teams(self, value: list[Any], place: Place, name: str, depth: int) -> None:
        """A list of teams, each with its name and its objectives."""
        for one in value:
            full = one if isinstance(one, dict) and holds_objectives(one, 0) else {}
            key, known = next(((key, value) for key, value in full.items() if plain(key) == "name"), ("", None))
            if isinstance(known, str) and team_id(known):
                rest = {field: value for field, value in full.items() if field != key}
                self.reading.marks.append(known)
                self.visit(rest, place._replace(team=team_id(known)), name, depth + 1)
                if all(team != team_id(known) for _, team in self.reading.plans):
                    self._keep("name", known, place)
            else:
                self.visit(one, place, name, depth + 1)

    def _objectives(self, value: Any, place: Place, depth: int) -> None:
        for one in value if isinstance(value, list) else value.values():
            if isinstance(one, dict):
                self._objective(one, place, depth)
            else:
                self._objective({"title": one}, place, depth)
        if isinstance(value, dict):
            self.reading.notes += [str(key) for key in value]

    def _context(self, data: dict[str, Any], place: Place) -> Place:
        """Quarter and team as the fields of a mapping say them."""
        year = next((value for key, value in data.items() if plain(key) == "year"), "")
        for key, value in data.items():
            field = field_of(key)
            if field == "quarter" or plain(key) == "name":
                found = _period(value, year, self.reading.fiscal_start)
                place = place._replace(quarter=found or place.quarter)
            if field == "team" and isinstance(value, (str, dict)):
                place = place._replace(team=team_id(str(_first(value))))
        return place

    def _is_context(self, key: str, value: Any, place: Place) -> bool:
        """Whether a field has gone into the quarter or the team."""
        field = field_of(key)
        used = isinstance(value, str) and (field == "team" or (field == "quarter" and place.quarter is not None))
        used = used and (field == "team" or find_period(value, self.reading.fiscal_start) is not None)
        if used:
            self.reading.marks += [key, str(value)]
        return bool(used)

    def _objective(self, data: dict[str, Any], place: Place, depth: int) -> None:
        place = self._context(data, place)
        objective = Draft("objective")
        objective.above = place.objective
        self.reading.plan(place.quarter, place.team).add(objective)
        rest = self._title(objective, data)
        inner = place._replace(objective=objective)
        cells: list[Cell] = []
        for key, value in rest.items():
            field = field_of(key)
            if is_list_of_key_results(key, value):
                self.reading.marks.append(key)
                self._key_results(value, objective)
            elif field in OBJECTIVES and isinstance(value, (list, dict)) and depth < DEEPEST:
                self._objectives(value, inner, depth + 1)
            elif not self._is_context(key, value, place):
                cells += _person(key, value) if field == "owner" else [Cell(key, field, value)]
        take(objective, cells, self.reading)

    def _title(self, draft: Draft, data: dict[str, Any]) -> dict[str, Any]:
        """Set the title; the other fields."""
        for field in TITLES:
            for key, value in data.items():
                named = field in (field_of(key), plain(key))
                if named and isinstance(value, str) and value.strip():
                    give_title(draft, value, self.reading)
                    self.reading.marks.append(key)
                    return {name: one for name, one in data.items() if name != key and not _is_type(name, one)}
        draft.fields["title"] = "?"
        return data

    def _key_results(self, value: Any, objective: Draft) -> None:
        named = value.items() if isinstance(value, dict) else ((None, one) for one in value)
        for name, one in named:
            key_result = objective.add(Draft("key_result"))
            data = one if isinstance(one, dict) else {"title": _cell(one)}
            if name is not None and not isinstance(one, dict):
                data = {"title": f"{name}: {_cell(one)}"}
            elif name is not None and not has_title(data):
                data = {"title": str(name), **data}
            elif name is not None:
                key_result.note(str(name))
            self._key_result(key_result, data)

    def _key_result(self, key_result: Draft, data: dict[str, Any]) -> None:
        cells: list[Cell] = []
        for key, value in self._title(key_result, data).items():
            field = field_of(key)
            if field in _ACTIONS and isinstance(value, list):
                self.reading.marks.append(key)
                self._actions(value, key_result)
            elif isinstance(value, (list, dict)) and (field == "check_ins" or plain(key) == "progress"):
                self._check_ins(key, value, key_result)
            elif field == "owner":
                cells += _person(key, value)
            elif isinstance(value, dict):
                # `metric: {start: 1, target: 2}` says the same as the fields themselves.
                inner = [Cell(f"{key}.{name}", field_of(name), one) for name, one in value.items()]
                cells += inner if any(cell.field for cell in inner) else [Cell(key, field, value)]
            else:
                cells.append(Cell(key, field, value))
        take(key_result, cells, self.reading)

    def _actions(self, value: list[Any], key_result: Draft) -> None:
        for one in value:
            action = key_result.add(Draft("action"))
            rest = self._title(action, one if isinstance(one, dict) else {"title": _cell(one)})
            take(action, [Cell(key, field_of(key), inner) for key, inner in rest.items()], self.reading)
            key_result.take_notes(action)

    def _check_ins(self, name: str, value: Any, key_result: Draft) -> None:
        """Values by day, or a list of them with their days."""
        listed = list(value) if isinstance(value, list) else [{"date": day, "value": one} for day, one in value.items()]
        for one in listed:
            fields = {field_of(key): (key, inner) for key, inner in one.items()} if isinstance(one, dict) else {}
            day = day_of(fields["date"][1]) if "date" in fields else None
            reached = value_of(fields["current"][1]) if "current" in fields else None
            if day is None or reached is None or day in key_result.fields.get("check_ins", {}):
                remark(key_result, Cell(name, None, one), self.reading)
                continue
            key_result.fields.setdefault("check_ins", {})[day] = _entry(reached, fields)
            self.reading.marks += [name, *(one for key, inner in fields.values() for one in (key, str(inner)))]
            for field, (key, inner) in fields.items():
                if field not in ("date", "current", "confidence", "note", "owner") and not is_empty(inner):
                    remark(key_result, Cell(f"{day} {key}", None, inner), self.reading)

    def _keep(self, name: str, value: Any, place: Place) -> None:
        """Words that belong to no objective: to the plan, if there is one by then."""
        if is_empty(value) and not name:
            return
        draft = place.objective or Draft("plan")
        remark(draft, Cell(name or "?", None, value), self.reading)
        if place.objective is None:
            self.reading.notes += draft.notes


def _entry(value: Any, fields: dict[str | None, tuple[str, Any]]) -> Any:
    entry: dict[str, Any] = {"value": value}
    share = confidence_of(fields["confidence"][1]) if "confidence" in fields else None
    if share is not None:
        entry["confidence"] = share
    for field, name in (("note", "note"), ("owner", "by")):
        if field in fields and not is_empty(fields[field][1]):
            entry[name] = _cell(fields[field][1])
    return entry if len(entry) > 1 else value


def _person(key: str, value: Any) -> list[Cell]:
    """An owner, and what else is told of one who is more than a name."""
    if not isinstance(value, dict):
        return [Cell(key, "owner", value)]
    names = people_of(value)
    beside = [Cell(f"{key}.{name}", None, one) for name, one in value.items() if one not in names]
    return [Cell(key, "owner", value), *beside]


def _period(value: Any, year: Any, fiscal_start: int) -> str | None:
    text = _cell(value)
    for form in (text, f"{text} {year}", f"Q{text} {year}"):
        found = find_period(form, fiscal_start) if text else None
        if found:
            return found.label
    return None


def _is_type(key: str, value: Any) -> bool:
    return field_of(key) == "type" and isinstance(value, str) and role_of_type(value) is not None


def _first(value: Any) -> Any:
    return next(iter(value.values()), "") if isinstance(value, dict) else value


def _cell(value: Any) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
