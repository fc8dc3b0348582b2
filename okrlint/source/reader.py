"""YAML text to plain data and places: row by row where it is plain, else by the events of a parser.

The parser is libyaml through PyYAML. PyYAML's pure parser is the fallback and yields the same event classes. Neither is
imported before a text needs it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from okrlint.source.decoding import decode
from okrlint.source.document import Document
from okrlint.source.limits import DEFAULT_LIMITS, Limits
from okrlint.source.quick_reader import read_quickly

if TYPE_CHECKING:
    from okrlint.source.event_reader import EventSource


def libyaml_events(text: str) -> EventSource:
    """Events of the C parser. Raises ImportError where PyYAML was built without it."""
    from okrlint.source.libyaml import c_module

    events: EventSource = c_module().CParser(text).get_event
    return events


def libyaml_version() -> str:
    """The version of the C parser. Raises ImportError where PyYAML was built without it."""
    from okrlint.source.libyaml import c_module

    return str(c_module().get_version_string())


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
    """The document of a file's bytes. Never raises on any bytes: what is wrong is in `problems`.

    The plainest of texts need no parser, unless one is named.
    """
    text, problem = decode(data, path, limits)
    if problem is not None:
        return Document(text=text, problems=(problem,))
    quick = read_quickly(text.text, limits) if parser is events_of else None
    if quick is not None:
        return Document(text=text, data=quick.data, by_rows=True, odd_numbers=quick.odd_numbers)
    from okrlint.source.event_reader import read_events

    return read_events(text, limits, parser)
