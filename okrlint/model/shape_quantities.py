"""The one thing about a value that a schema cannot say cheaply: whether a text is a quantity, and a number finite."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from okrlint.model.quantity import NotAQuantity, parse_quantity
from okrlint.model.schema_files import load_schema
from okrlint.model.shape_tree import Schema, Step, alternatives, below, types
from okrlint.tuples import NamedTuple

LARGEST = 10**15
"""Numbers inside this bound need no second look; parse_quantity has the last word about the others."""
_LONGEST = 100
_YES_OR_NO = frozenset(("yes", "no", "true", "false"))


class BadQuantity(NamedTuple):
    """A value that should be a quantity and is none."""

    path: tuple[Step, ...]
    value: Any
    reason: str
    """How to write it."""
    per: str | None = None
    """The period of a rate where only a plain quantity may stand."""


class _Watch(NamedTuple):
    """Where quantities stand below a value; made from the schema, so that no field is listed twice."""

    fields: dict[str, _Watch]
    entries: _Watch | None = None
    """What holds for every entry of a list, or of a mapping from days or months."""
    texts: bool = False
    """Whether a text here is a quantity."""
    yes_or_no: bool = False
    """Whether a text here may also say yes or no."""


class _Reading(NamedTuple):
    reason: str
    per: str | None


def bad_quantities(kind: str, data: Any) -> list[BadQuantity]:
    """Every value of a file that is not the quantity or number that its field asks for, in file order.

    Values of a wrong type are passed over: the schema speaks about those.
    """
    watch = _watch_of(kind)
    return _look(data, watch, may_be_rate=kind != "plan") if watch else []


def bad_quantities_of(kind: str, field: Schema, value: Any) -> list[BadQuantity]:
    """The same for the value of one field."""
    watch = _watch(field, load_schema(kind))
    return _judged(value, watch, may_be_rate=kind != "plan") if watch else []


def _look(value: Any, watch: _Watch, *, may_be_rate: bool) -> list[BadQuantity]:
    """Paths are put together on the way back, so that a good file costs none."""
    found: list[BadQuantity] = []
    entries: Iterable[tuple[Any, Any]] = value.items() if isinstance(value, dict) else enumerate(value)
    fields: dict[Any, _Watch] = watch.fields if isinstance(value, dict) else {}
    if watch.entries is None:  # most fields are not watched
        entries = [(step, inner) for step, inner in entries if step in fields]
    for step, inner in entries:
        if inner.__class__ is int and -LARGEST < inner < LARGEST:  # nor can most numbers be wrong
            continue
        below_it = fields.get(step) or watch.entries
        if below_it is not None and (bad := _judged(inner, below_it, may_be_rate=may_be_rate)):
            found += [one._replace(path=(step, *one.path)) for one in bad]
    return found


def _judged(value: Any, watch: _Watch, *, may_be_rate: bool) -> list[BadQuantity]:
    sort = type(value)
    if sort is int or sort is float:
        return [] if -LARGEST < value < LARGEST else _read(value, may_be_rate=may_be_rate)
    if sort is dict or sort is list:
        return _look(value, watch, may_be_rate=may_be_rate)
    if sort is not str or not watch.texts or (watch.yes_or_no and value.strip().lower() in _YES_OR_NO):
        return []
    return _read(value, may_be_rate=may_be_rate)


def _read(value: Any, *, may_be_rate: bool) -> list[BadQuantity]:
    # Cut, because a text of any length is kept as a key of the cache; no quantity is that long.
    reading = _reading(value.strip()[:_LONGEST] if isinstance(value, str) else value)
    if reading.reason:
        return [BadQuantity((), value, reading.reason)]
    return [] if reading.per is None or may_be_rate else [BadQuantity((), value, "", reading.per)]


@lru_cache(maxsize=4096)
def _reading(value: Any) -> _Reading:
    try:
        return _Reading("", parse_quantity(value).per)
    except NotAQuantity as error:
        return _Reading(str(error), None)


@cache
def _watch_of(kind: str) -> _Watch | None:
    schema = load_schema(kind)
    return _watch(schema, schema)


def _watch(schema: Schema, root: Schema) -> _Watch | None:
    """What to watch below a value; None where no number can stand."""
    wanted = types(schema)
    forms = alternatives(schema, root)
    inner = {name: _watch(field, root) for form in forms for name, field in form.get("properties", {}).items()}
    fields = {name: watch for name, watch in inner.items() if watch is not None}
    entries = next((watch for step in (0, "") if (watch := _entry(schema, step, root))), None)
    if not (fields or entries or wanted & {"number", "integer"}):
        return None
    return _Watch(fields, entries, "string" in wanted and "number" in wanted, "boolean" in wanted)


def _entry(schema: Schema, step: Step, root: Schema) -> _Watch | None:
    entry = below(schema, step, root)
    return _watch(entry, root) if entry else None
