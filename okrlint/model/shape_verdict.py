"""A verdict on a good file without a library, for runs that are shorter than the library's import.

It only ever says that data surely fits a schema. Whatever it does not know for certain, be it a keyword, a text that is
no Unicode or a number that JSON has not, it leaves to the library.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from math import isfinite
from typing import Any

from okrlint.model.dates import parse_date
from okrlint.model.shape_tree import Schema, alternatives

Check = Callable[[Any], bool]
_TYPES: dict[type, frozenset[str]] = {
    str: frozenset(("string",)),
    int: frozenset(("integer", "number")),
    float: frozenset(("number",)),
    bool: frozenset(("boolean",)),
    dict: frozenset(("object",)),
    list: frozenset(("array",)),
    type(None): frozenset(("null",)),
}
_SAFE = 2**53
"""Whole numbers inside this bound are the same number to every reader of JSON."""
_SILENT = frozenset(("$schema", "title", "description", "examples", "default", "definitions"))
"""Keywords that ask for nothing."""


class Verdict:
    """The verdict of one schema; what stands below a value is looked at when the first such value comes."""

    def __init__(self, schema: Schema, root: Schema) -> None:
        """Keep a schema, references followed, and the one that it is part of."""
        (self._schema,) = alternatives({"oneOf": [schema]}, root)
        self._root = root
        self._checks: list[Check] | None = None
        self._below: dict[str, Verdict] = {}

    def surely_fits(self, value: Any) -> bool:
        """True where the value surely is what the schema asks for; False says nothing."""
        if self._checks is None:
            self._checks = [_is_plain] + [
                self._check(keyword, wanted) for keyword, wanted in self._schema.items() if keyword not in _SILENT
            ]
        return all(check(value) for check in self._checks)

    def _check(self, keyword: str, wanted: Any) -> Check:  # noqa: C901, PLR0911  one line for each keyword
        match keyword:
            case "type":
                types = frozenset((wanted,) if isinstance(wanted, str) else wanted)
                return lambda value: not types.isdisjoint(_TYPES[type(value)])
            case "const":
                return lambda value: type(value) is type(wanted) and value == wanted
            case "oneOf":
                return self._one_of(wanted)
            case "not" if list(wanted) == ["enum"]:
                return lambda value: type(value) is str and value not in wanted["enum"]
            case "properties":
                return lambda value: type(value) is not dict or self._fields_fit(value)
            case "additionalProperties" if wanted is False:
                known = self._schema.get("properties", {}).keys()
                return lambda value: type(value) is not dict or value.keys() <= known
            case "additionalProperties" if "properties" not in self._schema:
                other = Verdict(wanted, self._root).surely_fits
                return lambda value: type(value) is not dict or all(map(other, value.values()))
            case "propertyNames":
                name = Verdict(wanted, self._root).surely_fits
                return lambda value: type(value) is not dict or all(map(name, value))
            case "required":
                needed = frozenset(wanted)
                return lambda value: type(value) is not dict or value.keys() >= needed
            case "items":
                entry = Verdict(wanted, self._root).surely_fits
                return lambda value: type(value) is not list or all(map(entry, value))
        return _plain_check(keyword, wanted)

    def _fields_fit(self, value: dict[str, Any]) -> bool:
        fields, verdicts = self._schema["properties"], self._below
        for name, inner in value.items():
            if name in fields:
                if name not in verdicts:
                    verdicts[name] = Verdict(fields[name], self._root)
                if not verdicts[name].surely_fits(inner):
                    return False
        return True

    def _one_of(self, forms: list[Schema]) -> Check:
        """A choice of words or nothing, or forms of different types."""
        words = [form["const"] for form in forms if "const" in form]
        others = [form for form in alternatives({"oneOf": forms}, self._root) if "const" not in form]
        types = [other.get("type") for other in others]
        if not all(isinstance(name, str) for name in (*words, *types)) or len({*words}) + len({*types}) != len(forms):
            return _unknown
        if words and "string" in types:
            return _unknown
        forms_of: dict[Any, Check] = {}
        for kind, other in zip(types, others, strict=True):
            forms_of[kind] = Verdict(other, self._root).surely_fits
        chosen: frozenset[str] = frozenset(words)

        def check(value: Any) -> bool:
            if type(value) is str and "string" not in forms_of:
                return value in chosen
            found: list[Check] = [fits for kind, fits in forms_of.items() if kind in _TYPES[type(value)]]
            return len(found) == 1 and found[0](value)

        return check


def _plain_check(keyword: str, wanted: Any) -> Check:  # noqa: PLR0911  one line for each keyword
    """The check of a keyword about a value itself, and not about what stands in it."""
    match keyword:
        case "minItems":
            return lambda value: type(value) is not list or len(value) >= wanted
        case "maxItems":
            return lambda value: type(value) is not list or len(value) <= wanted
        case "minimum":
            return lambda value: type(value) not in (int, float) or value >= wanted
        case "maximum":
            return lambda value: type(value) not in (int, float) or value <= wanted
        case "pattern":
            return lambda value: type(value) is not str or _pattern(wanted).search(value) is not None
        case "format" if wanted == "date":
            return lambda value: type(value) is not str or parse_date(value) is not None
    return _unknown


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def _unknown(value: Any) -> bool:
    del value
    return False


def _is_plain(value: Any) -> bool:
    """Whether every library takes a value for the same, and the keys of a mapping too."""
    kind = type(value)
    if kind is str:
        return value.isascii() or _is_unicode(value)
    if kind is dict:
        return all(type(key) is str and (key.isascii() or _is_unicode(key)) for key in value)
    if kind is int:
        return bool(-_SAFE < value < _SAFE)
    return isfinite(value) if kind is float else kind in _TYPES


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)
