"""Values of the wrong type: what a field wants, what it got, and how the right form looks."""

from __future__ import annotations

from typing import Any

from okrlint.model.shape_dates import how_to_write
from okrlint.model.shape_place import Subject
from okrlint.model.shape_problem import Fault
from okrlint.model.shape_tree import Schema, below, types

_FIELDS = "a group of fields"
_WANTED: dict[frozenset[str], str] = {
    frozenset({"string"}): "text",
    frozenset({"number"}): "a number",
    frozenset({"integer"}): "a whole number",
    frozenset({"array"}): "a list",
    frozenset({"object"}): _FIELDS,
    frozenset({"string", "array"}): "text or a list",
    frozenset({"number", "string"}): "a number, with its unit where it has one",
    frozenset({"number", "string", "array"}): "a number, or a list of two",
    frozenset({"number", "string", "boolean"}): "a number, or true or false",
    frozenset({"number", "string", "object"}): f"a number, or {_FIELDS}",
    frozenset({"number", "string", "boolean", "object"}): f"a number, or {_FIELDS}",
}
_FOUND = {str: "text", int: "a number", float: "a number", list: "a list", dict: _FIELDS, type(None): "empty"}


def must_be(schema: Schema) -> str:
    """What a field wants, as the end of "must be …"."""
    if schema.get("format") == "date":
        return "a date"
    if "propertyNames" in schema:
        by_day = schema["propertyNames"].get("format") == "date"
        return "dates with their values" if by_day else "months with their numbers"
    return _WANTED[types(schema)]


def what_it_is(value: object) -> str:
    """What somebody wrote, as the end of "not …"."""
    return str(value).lower() if isinstance(value, bool) else _FOUND[type(value)]


def form_hint(fault: Fault, subject: Subject) -> str:
    """How to write it: the right form of the very field, from the schema's own example."""
    entry = below(fault.schema, 0, subject.schema)
    if "title" in entry:
        return f"start each {entry['title'].lower()} on its own line with `- {_first_field(entry)}: `"
    if types(fault.schema) == {"object"}:
        return _fields_hint(fault)
    if fault.schema.get("format") == "date" and type(fault.value) is int:
        return how_to_write(str(fault.value))
    return _text_hint(fault) if types(fault.schema) == {"string"} else _example_hint(fault)


def _text_hint(fault: Fault) -> str:
    """Single words are best shown; a sentence only needs its quotes."""
    if " " not in str(fault.schema.get("examples", " ")[0]):
        return _example_hint(fault)
    if isinstance(fault.value, (list, dict)):
        return "write it as one text; put it in quotes where it has `: ` or `#` in it"
    text = str(fault.value).lower() if isinstance(fault.value, bool) else fault.value
    return f'put it in quotes: `"{text}"`'


def _fields_hint(fault: Fault) -> str:
    """For an entry of a list its first field, for a mapping from days an example, for anything else its fields."""
    names = list(fault.schema.get("properties", ()))
    if not names:
        day, value = next(iter(fault.schema["examples"][0].items()))
        return f"write one line for each below it, such as `{day}: {value}`"
    if isinstance(fault.path[-1], int) and isinstance(fault.value, str):
        return f"write `{_first_field(fault.schema)}: ` before the text"
    return f"put its fields on lines of their own below it: {', '.join(f'`{name}`' for name in names[:3])}"


def _example_hint(fault: Fault) -> str:
    """The field with a value as it should be, of the same sort as the wrong one where there is such an example."""
    examples: list[Any] = fault.schema["examples"]
    example = next((one for one in examples if type(one) is type(fault.value)), examples[0])
    text = f"[{', '.join(map(str, example))}]" if isinstance(example, list) else str(example)
    last = fault.path[-1]
    return f"write a value such as `{text}`" if isinstance(last, int) else f"write it as in `{last}: {text}`"


def _first_field(schema: Schema) -> str:
    return str(next(iter(schema.get("required") or schema["properties"])))
