"""Plans as rows and rows as plans: one row a part, what stands inside another below it, nothing left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from okrlint.errors import OkrlintError
from okrlint.exchange.house_order import in_house_order
from okrlint.exchange.safe_cells import shown
from okrlint.exchange.values import day_of
from okrlint.tuples import NamedTuple

HEAD = ("team", "quarter", "row")
"""The first columns."""
_LISTS = {
    "reviews": "review",
    "revisions": "revision",
    "milestones": "milestone",
    "actions": "action",
    "check_ins": "check-in",
    "objectives": "objective",
    "key_results": "key result",
}
"""What stands inside a part, in the order of the rows; parts with parts of their own come last."""
_FIELDS = {row: field for field, row in _LISTS.items()}
_OWNERS = {
    "review": ("plan",),
    "revision": ("key result", "objective"),
    "milestone": ("key result",),
    "action": ("key result",),
    "check-in": ("key result",),
    "objective": ("plan",),
    "key result": ("objective",),
}
_GROUPS = ("baseline", "agreed", "close")
_SHORT = {"baseline": "value"}
_TEXTS = frozenset(
    {"id", "title", "note", "why", "reason", "next", "close.learned", "close.score_reason", "unit", "metric", "by"}
    | {"baseline.source", "baseline.period", "quarter", "team", "link", "lead", "field", "corrected"}
)
"""Columns that hold nothing but text."""
_SEVERAL = frozenset(("owner", "supports", "shared_with", "agreed.by"))
_DAYS = frozenset(("date", "due", "done", "agreed.date"))
_ORDER = (
    *("id", "title", "why", "owner", "lead", "commitment", "supports", "status", "metric", "type", "unit"),
    *("baseline", "baseline.period", "baseline.source", "growth", "target", "weight", "guard", "channel", "due"),
    *("done", "link", "date", "value", "confidence", "by", "next", "field", "from", "to", "reason", "approved_by"),
    *("corrected", "scoring", "close.score", "close.score_reason", "close.cause", "close.learned", "close.decision"),
    *("carried_from", "shared_with", "agreed.date", "agreed.by", "note"),
)


class Row(NamedTuple):
    """A part of a plan by itself."""

    kind: str
    fields: Mapping[str, Any]


def table_of(plans: Iterable[Mapping[str, Any]]) -> list[list[str]]:
    """The rows of plans, the names of the columns first; only columns that some row needs."""
    found = [(plan, row) for plan in plans for row in _rows("plan", plan)]
    used = {name for _, row in found for name in row.fields} - {"kind", "version", *HEAD}
    columns = [name for name in _ORDER if name in used] + sorted(used - set(_ORDER))
    table = [[*HEAD, *columns]]
    for plan, row in found:
        head = [str(plan.get("team") or ""), str(plan.get("quarter") or ""), row.kind]
        table.append([*head, *(encoded(row.fields.get(name), name) for name in columns)])
    return table


def _rows(kind: str, data: Mapping[str, Any]) -> Iterator[Row]:
    own: dict[str, Any] = {}
    for name, value in data.items():
        if name in _GROUPS and isinstance(value, dict):
            own |= {name if inner == _SHORT.get(name) else f"{name}.{inner}": one for inner, one in value.items()}
        elif not _is_listed(name, value):
            own[name] = value
    yield Row(kind, {name: value for name, value in own.items() if value not in (None, "", [], {})})
    for name, row in _LISTS.items():
        if name in data and _is_listed(name, data[name]):
            for part in _parts(name, data[name]):
                yield from _rows(row, part)


def _is_listed(name: str, value: Any) -> bool:
    if name == "check_ins":
        return isinstance(value, dict)
    return name in _LISTS and isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _parts(name: str, value: Any) -> Iterator[Mapping[str, Any]]:
    if name != "check_ins":
        yield from value
        return
    for day, entry in value.items():
        yield {"date": day, **(entry if isinstance(entry, dict) else {"value": entry})}


def encoded(value: Any, column: str) -> str:
    """A value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, str):
        return value if decoded(value, column) == value else json.dumps(value, ensure_ascii=False)
    joined = "; ".join(map(str, value)) if isinstance(value, list) else ""
    return joined if column in _SEVERAL and decoded(joined, column) == value else json.dumps(value, ensure_ascii=False)


def _number(value: float) -> str:
    from decimal import Decimal

    text = format(Decimal(str(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def decoded(cell: str, column: str) -> Any:
    """The value of a cell's text."""
    if cell[:1] in ("[", "{", '"'):
        try:
            return json.loads(cell)
        except (ValueError, RecursionError):
            return cell
    if column in _DAYS:
        return day_of(cell) or cell
    if column in _SEVERAL and ";" in cell:
        return [part.strip() for part in cell.split(";") if part.strip()]
    return cell if column in _TEXTS or column in _SEVERAL else _plain_value(cell)


def _plain_value(cell: str) -> Any:
    text = cell.strip()
    if re.fullmatch(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?", text):
        return float(text) if "." in text else int(text)
    return {"true": True, "false": False}.get(text.lower(), cell)


def is_flat(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table is one of ours."""
    return bool(rows) and tuple(cell.strip().lower() for cell in rows[0][: len(HEAD)]) == HEAD


def plans_of(rows: Sequence[Sequence[str]], name: str) -> list[dict[str, Any]]:
    """The plans of a table of ours. Raises OkrlintError for a row that stands below nothing that it belongs to."""
    columns = [cell.strip() for cell in rows[0]]
    plans: list[dict[str, Any]] = []
    open_parts: dict[str, dict[str, Any]] = {}
    for number, cells in enumerate(rows[1:], 2):
        fields = {
            column: decoded(text, column)
            for column, cell in zip(columns, cells, strict=False)
            if column and (text := shown(cell)).strip()
        }
        kind = str(fields.pop("row", "")).strip().lower()
        team, quarter = (str(fields.pop(one, "")) for one in ("team", "quarter"))
        if kind == "plan" or (not open_parts and kind == "objective"):
            open_parts = {"plan": _new_plan(team, quarter)}
            plans.append(open_parts["plan"])
        if kind == "plan":
            open_parts["plan"].update(_grouped(fields))
            continue
        if kind not in _OWNERS:
            raise OkrlintError(
                f"{name}: row {number} says in the column `row` what is no part of a plan: {kind or 'nothing'}"
            )
        owner = next((open_parts[one] for one in _OWNERS[kind] if one in open_parts), None)
        if owner is None:
            raise OkrlintError(f"{name}: row {number} is of a {kind}, and no {_OWNERS[kind][0]} stands above it")
        part = _grouped(fields)
        _attach(owner, kind, part)
        if kind == "objective":
            open_parts.pop("key result", None)
        if kind in ("objective", "key result"):
            open_parts[kind] = part
    return [in_house_order(plan, "plan") for plan in plans]


def _new_plan(team: str, quarter: str) -> dict[str, Any]:
    return {"kind": "plan", "version": 1, "team": team, **({"quarter": quarter} if quarter else {})}


def _grouped(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields with those of a group inside it."""
    found: dict[str, Any] = {}
    for name, value in fields.items():
        group, dot, inner = name.partition(".")
        if not dot or group not in _GROUPS:
            found[name] = value
            continue
        known = found.get(group)
        if not isinstance(known, dict):
            found[group] = {} if known is None else {_SHORT.get(group, "value"): known}
        found[group][inner] = value
    return found


def _attach(owner: dict[str, Any], kind: str, part: dict[str, Any]) -> None:
    if kind != "check-in":
        owner.setdefault(_FIELDS[kind], []).append(part)
        return
    day = str(part.pop("date", ""))
    owner.setdefault("check_ins", {})[day] = part.get("value") if part.keys() <= {"value"} else part
