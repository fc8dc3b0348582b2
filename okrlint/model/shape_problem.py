"""Something in a file that cannot be read as what its place asks for."""

from __future__ import annotations

from typing import Any

from okrlint.model.shape_tree import Schema, Step
from okrlint.tuples import NamedTuple

SCHEMA = "schema"
UNKNOWN_FIELD = "unknown-field"


class ShapeProblem(NamedTuple):
    """A problem of shape in words, with its place as a path into the data."""

    rule: str
    """`schema` or `unknown-field`."""
    path: tuple[Step, ...]
    on_key: bool
    """Whether the key is wrong, not its value."""
    message: str
    hint: str
    instead: str | None = None
    """The field that was probably meant by an unknown one; it is not there yet, and takes the value."""
    is_slip: bool = False
    """Whether nothing else can have been meant."""


class Fault(NamedTuple):
    """One failed demand of the schema, before it is put into words."""

    keyword: str
    """The JSON Schema keyword that failed."""
    path: tuple[Step, ...]
    """To the value that failed, or to the mapping that has the wrong key."""
    value: Any
    schema: Schema
    """The schema that holds the keyword."""
    key: str | None = None
    """The key, where a key is wrong."""
