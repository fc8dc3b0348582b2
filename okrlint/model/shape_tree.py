"""Ways through a schema: what stands at a path, and which fields every noun has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from okrlint.tuples import NamedTuple

Schema = dict[str, Any]
Step = str | int


class Noun(NamedTuple):
    """Something with fields of its own."""

    phrase: str
    """As a sentence names it: `a key result`, or the name of the field that holds it."""
    fields: tuple[str, ...]


def alternatives(schema: Schema, root: Schema) -> tuple[Schema, ...]:
    """The forms that a value may have, references followed; mostly the schema itself."""
    return tuple(_followed(branch, root) for branch in schema.get("oneOf", (schema,)))


def below(schema: Schema, step: Step, root: Schema) -> Schema:
    """The schema of a field or list entry; empty where the schema says nothing about it."""
    for form in alternatives(schema, root):
        if isinstance(step, int) and "items" in form:
            return _followed(form["items"], root)
        if isinstance(step, str) and step in form.get("properties", ()):
            return _followed(form["properties"][step], root)
        if isinstance(step, str) and form.get("additionalProperties"):
            return _followed(form["additionalProperties"], root)
    return {}


def types(schema: Schema) -> frozenset[str]:
    """The JSON types that a value may have, null apart."""
    stated = schema.get("type", ())
    return frozenset([stated] if isinstance(stated, str) else stated) - {"null"}


def choices(schema: Schema) -> tuple[str, ...]:
    """The words that a field may hold, where it is a choice."""
    return tuple(branch["const"] for branch in schema.get("oneOf", ()) if "const" in branch)


def article(noun: str) -> str:
    """The noun with `a` or `an` before it."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def nouns(root: Schema) -> Iterator[Noun]:
    """Every noun of a kind of file, from the file itself inwards."""
    yield from _nouns(root, article(root["title"].lower()), root)


def _nouns(schema: Schema, phrase: str, root: Schema) -> Iterator[Noun]:
    for form in alternatives(schema, root):
        fields: Schema = form.get("properties", {})
        if fields:
            yield Noun(phrase, tuple(fields))
        for name, field in fields.items():
            yield from _nouns(field, f"`{name}`", root)
        for entry in (form.get("items"), form.get("additionalProperties")):
            if entry:
                shape = _followed(entry, root)
                yield from _nouns(shape, article(shape.get("title", "entry").lower()), root)


def _followed(schema: Schema, root: Schema) -> Schema:
    if "$ref" not in schema:
        return schema
    found: Schema = root["definitions"][schema["$ref"].rpartition("/")[2]]
    return found
