"""YAML text to plain data and places, in one iterative pass over parser events.

Events of libyaml (through PyYAML) are pulled one at a time; nothing recurses, so deep nesting stops at a limit instead
of ending the process. PyYAML's pure parser is the fallback and yields the same event classes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from okrlint.source.decoding import decode
from okrlint.source.document import Document
from okrlint.source.limits import DEFAULT_LIMITS, Limits
from okrlint.source.nodes import Collection
from okrlint.source.oddities import Oddities, Stop
from okrlint.source.scalars import HEADS, BadNumber, resolve
from okrlint.source.text import SourceText

EventSource = Callable[[], Any]
_NO_KEY: Any = object()
_SHORT = 64
"""Scalars up to this length need no look at the length limit."""


def libyaml_events(text: str) -> EventSource:
    """Events of the C parser. Raises ImportError where PyYAML was built without it."""
    from yaml._yaml import CParser

    return CParser(text).get_event


def pure_events(text: str) -> EventSource:
    """Events of PyYAML's pure parser: the same classes, some seventeen times slower."""
    from yaml import SafeLoader

    return SafeLoader(text).get_event


def events_of(text: str) -> EventSource:
    """Events of the best parser that is installed."""
    try:
        return libyaml_events(text)
    except ImportError:
        return pure_events(text)


def read(
    data: bytes,
    path: str,
    limits: Limits = DEFAULT_LIMITS,
    parser: Callable[[str], EventSource] = events_of,
) -> Document:
    """The document of a file's bytes. Never raises on any bytes: what is wrong is in `problems`."""
    text, problem = decode(data, path, limits)
    if problem is not None:
        return Document(text=text, problems=(problem,))
    oddities = Oddities(text, limits)
    try:
        root = _build(parser(text.text), oddities, limits)
    except Stop:
        root = None
    except YAMLError as error:
        oddities.parser_error(error)
        root = None
    except Exception as error:  # noqa: BLE001  both parsers raise foreign exceptions on a few odd inputs
        oddities.parser_failure(error)
        root = None
    return _document(text, root, oddities)


def _document(text: SourceText, root: Collection | None, oddities: Oddities) -> Document:
    if root is None or not root.entries:
        oddities.nothing_read()
        return Document(text=text, problems=tuple(oddities.problems))
    return Document(text=text, data=root.data[0], tree=root.entries[0], problems=tuple(oddities.problems))


def _build(get_event: EventSource, oddities: Oddities, limits: Limits) -> Collection:  # noqa: C901, PLR0912, PLR0915
    """The first document as the only entry of an outermost list.

    One long function on purpose, with everything that it touches in local names: this loop is half of a cold run, and
    a call or an attribute for each event would be felt. Everything rare is in `Oddities`. `key` is None where a mapping
    waits for its next key, and _NO_KEY inside a list.
    """
    root = current = Collection(None, is_mapping=False, flow=False)
    data, entries, key, key_event = current.data, current.entries, _NO_KEY, None
    stack: list[tuple[Collection, Any, Any]] = []
    nodes, most, digits = 0, limits.nodes, limits.digits
    node: Any
    value: Any
    while True:
        event = get_event()
        kind = type(event)
        if kind is ScalarEvent:
            value, style = event.value, event.style
            if style == '"' or len(value) > _SHORT or event.anchor or event.tag:
                oddities.scalar(event)
                value = event.value
            if key is None:
                key, key_event = value, event
                continue
            node = event
            if not style and (not value or value[0] in HEADS):
                if not value and current.flow and current.is_mapping:
                    oddities.empty_in_flow(key, key_event)
                value = _resolve(event, oddities, digits)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            oddities.opens(event, len(stack), as_key=key is None)
            stack.append((current, key, key_event))
            is_mapping = kind is MappingStartEvent
            current = Collection(event.start_mark, is_mapping=is_mapping, flow=bool(event.flow_style))
            data, entries, key = current.data, current.entries, None if is_mapping else _NO_KEY
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            node, value = current, data
            node.end = event.end_mark
            current, key, key_event = stack.pop()
            data, entries = current.data, current.entries
        elif kind is AliasEvent:
            node, value = oddities.alias(event), None
            if key is None:
                key, key_event = node.value, node
                continue
        elif oddities.ends(event):
            return root
        else:
            continue
        nodes += 1
        if nodes > most:
            oddities.too_many(event)
        if key is _NO_KEY:
            data.append(value)
            entries.append(node)
        elif key in data or key == "<<":
            oddities.key(key, key_event, entries)
            key = None
        else:
            data[key] = value
            entries[key] = (key_event, node)
            key = None


def _resolve(event: Any, oddities: Oddities, digits: int) -> object:
    """The value of a plain scalar that may be something else than text."""
    try:
        return resolve(event.value, digits)
    except BadNumber as error:
        oddities.number(event, error)
        return None
