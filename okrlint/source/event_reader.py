"""The document of a text by the events of a YAML parser, in one iterative pass.

Events are pulled one at a time; nothing recurses, so deep nesting stops at a limit instead of ending the process.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from sys import intern
from typing import Any

from okrlint.source.document import Document
from okrlint.source.libyaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
)
from okrlint.source.limits import Limits
from okrlint.source.oddities import Oddities, Stop
from okrlint.source.places import Offsets, places_in
from okrlint.source.scalars import HEADS, BadNumber, resolve
from okrlint.source.text import SourceText

EventSource = Callable[[], Any]
_NO_KEY: Any = object()
_SHORT = 64
"""Scalars up to this length need no look at the length limit."""


def read_events(text: SourceText, limits: Limits, parser: Callable[[str], EventSource]) -> Document:
    """The document of a text. Never raises: what is wrong is in `problems`."""
    oddities = Oddities(text, limits)
    root: list[Any] = []
    offsets: Offsets[int] | None = None
    try:
        offsets = _build(parser(text.text), root, oddities, limits)
    except Stop:
        pass
    except YAMLError as error:
        oddities.parser_error(error)
    except Exception as error:  # noqa: BLE001  both parsers raise foreign exceptions on a few odd inputs
        oddities.parser_failure(error)
    if offsets is None or not root:
        oddities.nothing_read()
        return Document(text=text, problems=tuple(oddities.problems))
    return Document(
        text=text,
        data=root[0],
        offsets=offsets,
        problems=tuple(oddities.problems),
        odd_numbers=oddities.has_odd_numbers,
    )


def _build(  # noqa: C901, PLR0912, PLR0915
    get_event: EventSource, root: list[Any], oddities: Oddities, limits: Limits
) -> Offsets[int]:
    """Read the first document into an empty list; the offsets of its keys and values.

    One long function on purpose, with everything that it touches in local names: this loop is half of a cold run, and
    a call or an attribute for each event would be felt. Everything rare is in `Oddities`. `key` is None where a mapping
    waits for its next key, and _NO_KEY inside a list; `here` is the number of the open collection's own offsets.
    """
    offsets: list[int] = []  # faster to fill than an array
    put = offsets.append
    data: Any = root
    key, key_event, here, flow = _NO_KEY, None, 0, False
    stack: list[tuple[Any, ...]] = []
    nodes, most, digits = 0, limits.nodes, limits.digits
    value: Any
    while True:
        event = get_event()
        kind = type(event)
        if kind is ScalarEvent:
            value, style = event.value, event.style
            if style == '"' or len(value) > _SHORT or event.anchor or event.tag:
                oddities.scalar(event)
                value = event.value
            put(event.start_mark.index)
            put(event.end_mark.index)
            if key is None:
                key, key_event = intern(value), event
                continue
            if not style and (not value or value[0] in HEADS):
                if not value and flow and key is not _NO_KEY:
                    oddities.empty_in_flow(key, key_event)
                value = _resolve(event, oddities, digits)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            oddities.opens(event, len(stack), as_key=key is None)
            stack.append((data, key, key_event, here, flow))
            here, flow = len(offsets), event.flow_style
            put(event.start_mark.index)
            put(0)
            data, key = ({}, None) if kind is MappingStartEvent else ([], _NO_KEY)
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value = data
            if flow:
                offsets[here + 1] = event.end_mark.index
            data, key, key_event, here, flow = stack.pop()
        elif kind is AliasEvent:
            value = None
            put(event.start_mark.index)
            put(event.end_mark.index)
            oddities.alias(event)
            if key is None:
                key, key_event = f"*{event.anchor}", event
                continue
        elif oddities.ends(event):
            return array("I", offsets)
        else:
            continue
        nodes += 1
        if nodes > most:
            oddities.too_many(event)
        if key is _NO_KEY:
            data.append(value)
        elif key in data or key == "<<":
            _drop(key, key_event, data, offsets, here, oddities)
            key = None
        else:
            data[key] = value
            key = None


def _drop(key: str, event: Any, data: dict[str, Any], offsets: list[int], here: int, oddities: Oddities) -> None:  # noqa: PLR0913, PLR0917  it is a part of the loop above
    """Forget the offsets of an entry with a merge key, or with a key that the mapping has already."""
    first: tuple[int, int] | None = None
    at = here + 2
    for known, value in data.items():
        if known == key:
            first = offsets[at], offsets[at + 1]
        at += 4 + 2 * places_in(value)
    del offsets[at:]
    oddities.key(key, event, first)


def _resolve(event: Any, oddities: Oddities, digits: int) -> object:
    """The value of a plain scalar that may be something else than text."""
    try:
        value = resolve(event.value, digits)
    except BadNumber as error:
        oddities.number(event, error)
        return None
    if value.__class__ is float and (repr(value) != event.value or "e" in event.value):
        oddities.has_odd_numbers = True
    return value
