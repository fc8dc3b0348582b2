"""Values of rules' options: of the right type and inside their bounds, or words that say what they must be."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NoReturn

from okrlint.linting.nearest import shown
from okrlint.linting.rule import Bounds

MOST_ENTRIES, LONGEST_ENTRY = 1_000, 100
"""Of a list of words; more would be no list that somebody wrote, and every title is compared with it."""
_WORDS = {
    "int": "a whole number",
    "float": "a number",
    "Decimal": "a number",
    "bool": "true or false",
    "str": "a text",
    "tuple[str, ...]": "a list of texts",
}
"""What a person reads for a type, by its annotation; the types that an option may have."""


def option_value(value: object, annotation: str, bounds: Bounds) -> Any:
    """The value as the rule wants it. Raises ValueError with the words that follow the name of the option."""
    if annotation == "tuple[str, ...]":
        return _texts(value)
    if annotation in ("int", "float", "Decimal"):
        return _number(value, annotation, bounds)
    if not isinstance(value, {"bool": bool, "str": str}[annotation]):
        _must_be(annotation)
    return value


def _number(value: object, annotation: str, bounds: Bounds) -> int | float | Decimal:
    if isinstance(value, bool) or not isinstance(value, int if annotation == "int" else (int, Decimal)):
        _must_be(annotation)
    if isinstance(value, Decimal) and not value.is_finite():
        _must_be(annotation)
    least, most = bounds
    if value < least or (most is not None and value > most):
        limits = f"at least {least}" if most is None else f"between {least} and {most}"
        raise ValueError(f"must be {limits}, not {shown(value)}")
    make: dict[str, Callable[[Any], int | float | Decimal]] = {"int": int, "float": float, "Decimal": Decimal}
    return make[annotation](value)


def _texts(value: object) -> tuple[str, ...]:
    """Words and phrases; never expressions, so that no list can keep a hook busy for ever."""
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        _must_be("tuple[str, ...]")
    if len(value) > MOST_ENTRIES:
        raise ValueError(f"has {len(value)} entries; {MOST_ENTRIES} are the most")
    for entry in value:
        if not any(sign.isalnum() for sign in entry):
            raise ValueError(f"{shown(entry)} is no word")
        if len(entry) > LONGEST_ENTRY:
            raise ValueError(f"{shown(entry)} has {len(entry)} characters; {LONGEST_ENTRY} are the most")
    return tuple(value)


def _must_be(annotation: str) -> NoReturn:
    raise ValueError(f"must be {_WORDS[annotation]}")
