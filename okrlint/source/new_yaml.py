"""New YAML in the house layout, for files that okrlint writes itself.

Written here and not by a library: the layout is three rules, what needs quotes is decided by `quote` alone, and the
libraries would quote dates, leave bidirectional controls as they are and indent a list in a list by four. The tests
read it back with three parsers.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator
from decimal import Decimal

from okrlint.source.quoting import quote, stands_for_itself


def modeline(schema: str) -> str:
    """The first line of a file by which editors find its schema, an address or a path relative to the file.

    Raises ValueError for what the line cannot hold: white space, or nothing.
    """
    if not schema or any(not character.isprintable() or character.isspace() for character in schema):
        raise ValueError(f"{schema!r} cannot stand in a line for editors")
    return f"# yaml-language-server: $schema={schema}\n"


def dump(data: object) -> str:
    """Plain data as YAML: block style, lists indented by two, quotes only where needed, keys in the order given.

    Takes mappings with text keys, lists, tuples, text, numbers (Decimal too), booleans, dates and None, which is
    written `null`. Text of several lines becomes a literal block; no line is wrapped. Raises TypeError for anything
    else, and ValueError for numbers that are not finite.
    """
    if isinstance(data, (dict, list, tuple)) and data:
        return "".join(f"{line}\n" for line in _lines(data))
    return f"{_scalar(data)}\n"


def _lines(value: object) -> Iterator[str]:
    """The lines of a collection that is not empty, from the margin on."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _entry(key, inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _item(inner)


def _entry(key: object, value: object) -> Iterator[str]:
    if not isinstance(key, str):
        raise TypeError(f"a key must be text: {key!r}")
    if isinstance(value, (dict, list, tuple)) and value:
        yield f"{quote(key)}:"
        yield from _indented(_lines(value))
    else:
        first, *rest = _value(value)
        yield f"{quote(key)}: {first}"
        yield from _indented(rest)


def _item(value: object) -> Iterator[str]:
    is_open = isinstance(value, (dict, list, tuple)) and value
    first, *rest = _lines(value) if is_open else _value(value)
    yield f"- {first}"
    yield from _indented(rest)


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)


def _value(value: object) -> list[str]:
    """A scalar behind its key or dash: one line, or the head of a block and its lines."""
    if not isinstance(value, str) or not _fits_a_block(value):
        return [_scalar(value)]
    lines = value.split("\n")
    return ["|", *lines[:-1]] if not lines[-1] else ["|-", *lines]


def _fits_a_block(text: str) -> bool:
    """Whether a text of several lines can be written as it is: no blanks at an end, nothing invisible."""
    lines = text.split("\n")
    visible = all(line == line.rstrip() and all(map(stands_for_itself, line)) for line in lines)
    return len(lines) > 1 and visible and lines[0][:1].strip() != "" and not text.endswith("\n\n")


def _scalar(value: object) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, (dict, list, tuple)):
        return "{}" if isinstance(value, dict) else "[]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (int, float, Decimal)):
        return _number(value)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a plan")


def _number(value: float | Decimal) -> str:
    """A number without an exponent, and without a point where it is whole."""
    if not math.isfinite(value):
        raise ValueError(f"{value} is not a number that a plan can mean")
    text = format(Decimal(str(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
