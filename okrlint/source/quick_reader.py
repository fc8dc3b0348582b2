"""The plainest YAML, read row by row: a third of the time that a parser's events take.

Nearly every plan is nothing but `key: value`, `- ` and indentation, and reading is the largest part of a cold run. Of
such a text one expression takes the rows apart, and what a row means follows from its indentation. Whatever is not
certain (braces, escapes, tabs, a text that goes on over lines, a key that comes twice, anything that is wrong) is left
to the real reader, which alone finds problems: here a text is read just as there, or not at all. The tests hold both to
the same data and the same offsets, for plans and for plans that were broken in thousands of ways.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from functools import cache, lru_cache
from sys import intern
from typing import Any

from okrlint.source.limits import Limits
from okrlint.source.places import Offsets
from okrlint.source.scalars import HEADS, BadNumber, resolve
from okrlint.tuples import NamedTuple

_Row = tuple[str, str, str, str]
"""The indentation, the dash of an item, the key, and the value as written."""
_NODES_OF_ROW = 3
"""At most: a list that begins, its first item, and the value in it."""
_BETWEEN = ", "
"""What stands between the items of a list in brackets."""
_MARKS = frozenset("'\"|>")
"""First characters of values that are not what is written."""


class Quick(NamedTuple):
    """What the real reader would have read."""

    data: dict[str, Any]
    odd_numbers: bool


class _NotPlain(Exception):
    """The text needs the real reader."""


def read_quickly(text: str, limits: Limits) -> Quick | None:
    """The data of a text that is plain enough, and small enough for every limit; None for every other."""
    if len(text) >= limits.scalar_characters or text[-1:] != "\n" or "\t" in text or "\r" in text:
        return None
    rows = _rows().findall(text)
    if len(rows) * _NODES_OF_ROW + text.count(",") > limits.nodes:
        return None
    try:
        found, lines = _read(rows, limits)
    except _NotPlain:
        return None
    # Each row has one line, and that of a block some more: fewer than the text has where one was passed over.
    return found if found.data and lines == text.count("\n") else None


def _read(rows: list[_Row], limits: Limits) -> tuple[Quick, int]:  # noqa: C901, PLR0912, PLR0915
    """The data of some rows, and the lines that they take.

    One loop with everything in local names, as in the real reader and for the same reason. `data` is the open
    collection, `margin` the blanks before its keys or dashes, and `sign` the dash of a list; blanks compare like their
    number. A key is `waiting` while its value may still follow below it.
    """
    root: dict[str, Any] = {}
    data: Any = root
    digits = limits.digits
    margin, sign, waiting, lines, has_odd = "", "", "", len(rows), False
    stack: list[tuple[Any, str, str]] = [(root, "", "")]
    value: Any
    for indent, dash, key, written in rows:
        if not (key or dash):
            if written:
                raise _NotPlain
            continue
        if waiting:
            value = None
            if indent > margin or (dash and indent == margin):
                value = [] if dash else {}
                stack.append((data, margin, sign))
                data[waiting] = value
                data, margin, sign = value, indent, dash
            else:
                data[waiting] = None
            waiting = ""
        if indent != margin or dash != sign:
            while indent < margin or (indent == margin and sign and not dash):
                data, margin, sign = stack.pop()
            if indent != margin or dash != sign:
                raise _NotPlain
        if not written:
            if not key:
                raise _NotPlain
            value = None
        elif written[0] in HEADS:
            value = _plain(written, digits)
            if value.__class__ is float and (repr(value) != written or "e" in written):
                has_odd = True
        elif written[0] in _MARKS:
            value = _marked(written, len(indent) + 2)
            lines += written.count("\n")
        elif written[0] == "[":
            value = [_plain(item, digits) for item in written[1:-1].split(_BETWEEN)]
            has_odd = has_odd or any(isinstance(item, float) for item in value)  # it may be; no more is asked
        else:
            value = written
        if dash:
            if not key:
                data.append(value)
                continue
            stack.append((data, margin, sign))
            inner: dict[str, Any] = {}
            data.append(inner)
            data, margin, sign = inner, f"{indent}  ", ""
        if key in data or len(stack) > limits.depth:
            raise _NotPlain
        if written:
            data[intern(key)] = value
        else:
            waiting = intern(key)
    if waiting:
        data[waiting] = None
    return Quick(root, has_odd), lines


@lru_cache(maxsize=4096)
def _plain(written: str, digits: int) -> object:
    """The value of a plain scalar that may be something else than text; people write the same few thousand."""
    try:
        return resolve(written, digits)
    except BadNumber:
        raise _NotPlain from None


def _marked(written: str, indent: int) -> str:
    """The text in quotes, or that of a block whose lines all have the same indentation."""
    if written[0] in "'\"":
        return written[1:-1]
    header, *lines = written.split("\n")
    text = ("\n" if header[0] == "|" else " ").join([line[indent:] for line in lines])
    return text if header.endswith("-") else f"{text}\n"


def offsets_of(text: str) -> Offsets[int]:
    """Where everything stands in a text that was read quickly: what the real reader would have noted meanwhile."""
    return array("I", _offsets(text))


def _offsets(text: str) -> Iterator[int]:
    """Begin and end of every key and value in file order; a block collection has 0 for its end."""
    waiting: int | None = -1  # the whole file, whose first key begins it
    behind = 0
    for row in _rows().finditer(text):
        indent, dash, key, written = row.groups("")
        if not (key or dash):
            continue
        left = len(indent)
        if waiting is not None:
            is_below = left > waiting or (left == waiting and dash)
            yield from (row.end(1), 0) if is_below else (behind, behind)
        if key:
            yield from (row.start(3), 0, *row.span(3)) if dash else row.span(3)
        yield from _offsets_of_value(row, written)
        waiting, behind = (None, 0) if written else (left + len(dash), row.end(3) + 1)
    if waiting is not None:
        yield from (behind, behind)


def _offsets_of_value(row: re.Match[str], written: str) -> Iterator[int]:
    """Those of the value of a row, and of what stands in its brackets; a block ends where the next line begins."""
    if not written:
        return
    start, end = row.span(4)
    yield from (start, end + (written[0] in "|>"))
    if written[0] == "[":
        for item in written[1:-1].split(_BETWEEN):
            yield from (start + 1, start + 1 + len(item))
            start += len(item) + len(_BETWEEN)


@cache
def _rows() -> re.Pattern[str]:
    """One row: an entry, an item, both, or nothing, with a comment; a value is one line, or a block of them.

    Possessive throughout, so that no text takes time that grows with the square of its length.
    """
    words = r"(?>[^\n: ]+|:(?=[^ \n])| +(?=[^ #\n]))*+"
    line = r"(?>[^\n:#]+|:(?=[^ \n]))*+(?<! )(?=\n)"  # the same to the end of the line, in fewer steps
    head = r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-(?=[0-9.]))"
    item = rf"{head}[^\n:,\[\]{{}}#]*+(?<! )"
    values = (
        rf"{head}(?:{line}|{words})",
        r"'[^'\n]*+'(?!')",
        r'"[^"\\\n]*+"',
        # Below a key that has no dash:
        r"(?(2)(?!)|[|>]-?(?:\n\1  [^\n ][^\n]*+)++(?=\n(?! *+\n)(?!\1 )))",
        rf"(?(2)(?!)|\[{item}(?:{_BETWEEN}{item})*+\])",
    )
    key = r"(\w[\w.-]{0,60}+):(?: (?=[^ \n])|(?=[ \n]))"
    return re.compile(rf"^( *+)(- )?(?:{key})?({'|'.join(values)}|) *+(?:(?<!\S)#[^\n]*+)?\n", re.MULTILINE)
