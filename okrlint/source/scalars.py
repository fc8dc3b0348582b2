"""Plain scalars as YAML 1.2's core schema reads them: `no` is text, `1:30` is text, dates are text."""

from __future__ import annotations

import re

_NULLS = ("", "~", "null", "Null", "NULL")
_WORDS: dict[str, object] = {
    **dict.fromkeys(_NULLS),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_NUMBER = re.compile(
    r"(?:([-+]?[0-9]+)|(0o[0-7]+)|(0x[0-9a-fA-F]+)|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)\Z"
).match
_DECIMAL, _OCTAL = 1, 2
"""Which group of the pattern matched; hexadecimal is the third."""
_DIGITS = re.compile(r"[0-9a-fA-F]").findall
HEADS = frozenset("0123456789+-.~nNtTfF")
"""First characters of plain scalars that may be something else than text."""


class BadNumber(ValueError):
    """A plain scalar that is a number which no plan can mean; the text says why."""


def resolve(text: str, digits: int) -> object:
    """The value of a plain scalar: None, bool, int, float or the text itself.

    Raises BadNumber for infinity, not-a-number and numbers of more than `digits` digits, which Python would read in
    time that grows with the square of their length.
    """
    if text and text[0] not in HEADS:
        return text
    if text in _WORDS:
        return _finite(_WORDS[text])
    found = _NUMBER(text)
    if found is None:
        return text
    if len(text) > digits and len(_DIGITS(text)) > digits:
        raise BadNumber(f"a number of more than {digits} digits")
    return _number(text, found.lastindex)


def _number(text: str, kind: int | None) -> object:
    if kind is None:
        return _finite(float(text))
    return int(text) if kind == _DECIMAL else int(text[2:], 8 if kind == _OCTAL else 16)


def _finite(value: object) -> object:
    if isinstance(value, float) and value - value != 0:
        raise BadNumber("not a finite number")
    return value
