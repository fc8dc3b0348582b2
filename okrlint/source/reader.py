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

    One long function on purpose: this loop is four fifths of a cold run, and a call for each event would cost a tenth
    of it. Everything rare is in `Oddities`.
    """
    current = Collection(None, is_mapping=False, flow=False)
    stack: list[Collection] = []
    nodes = 0
    while True:
        event = get_event()
        kind = type(event)
        node: Any = event
        if kind is ScalarEvent:
            value = event.value
            if event.anchor or event.tag or event.style == '"' or len(value) > _SHORT:
                oddities.scalar(event)
                value = event.value
            if current.is_mapping and current.key is None:
                current.key, current.key_event = value, event
                continue
            if not event.style and (not value or value[0] in HEADS):
                value = _resolve(event, current, oddities, limits.digits)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            oddities.opens(event, current, len(stack))
            stack.append(current)
            current = Collection(event.start_mark, is_mapping=kind is MappingStartEvent, flow=bool(event.flow_style))
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            node, value = current, current.data
            node.end = event.end_mark
            current = stack.pop()
        elif kind is AliasEvent:
            node, value = oddities.alias(event), None
            if current.is_mapping and current.key is None:
                current.key, current.key_event = node.value, node
                continue
        elif oddities.ends(event):
            return current
        else:
            continue
        nodes += 1
        if nodes > limits.nodes:
            oddities.too_many(event)
        if not current.is_mapping:
            current.data.append(value)
            current.entries.append(node)
            continue
        key, current.key = current.key, None
        if key in current.data or key == "<<":
            oddities.key(current, key)
        else:
            current.data[key] = value
            current.entries[key] = (current.key_event, node)


def _resolve(event: Any, current: Collection, oddities: Oddities, digits: int) -> object:
    """The value of a plain scalar that may be something else than text."""
    if not event.value and current.flow and current.is_mapping:
        oddities.empty_in_flow(event, current)
    try:
        return resolve(event.value, digits)
    except BadNumber as error:
        oddities.number(event, error)
        return None
