"""The second reader: ruamel.yaml's pure parser, which must agree with ours before an edit is written.

Only its events are used. They hold the text of every scalar before anything is made of it, so that the two readers are
compared on what stands in the file and not on how each of them understands numbers or dates.
"""

from __future__ import annotations

from typing import Any

from okrlint.source.document import Document, Path, Scalar
from okrlint.tuples import NamedTuple

Texts = dict[Path, str | type]
"""The text of every scalar by its path; an empty list or mapping is there as its type."""


class NotReadable(Exception):
    """The second reader cannot read a text; the words say why."""


class Again(NamedTuple):
    """A step of a path through a key that the mapping has had before, with how often; our reader drops such entries."""

    key: str
    times: int


class _Frame:
    """A collection that is being read, and where in it we are."""

    __slots__ = ("count", "is_mapping", "path", "seen", "step")

    def __init__(self, path: Path, *, is_mapping: bool) -> None:
        self.path = path
        self.is_mapping = is_mapping
        self.count = 0
        self.step: Any = None
        self.seen: dict[str, int] = {}

    def place(self) -> Path:
        """The path of the value that comes next."""
        if not self.is_mapping:
            self.step, self.count = self.count, self.count + 1
        path, self.step = (*self.path, self.step), None
        return path

    def name(self, key: str) -> None:
        """Take a scalar as the key of the next entry."""
        self.count += 1
        times = self.seen[key] = self.seen.get(key, 0) + 1
        self.step = key if times == 1 and key != "<<" else Again(key, times)


def second_opinion(document: Document, text: str) -> Texts:
    """What the second reader finds in a text, a path for each document and value. Raises NotReadable.

    `document` is the text as our own reader sees it.
    """
    from ruamel.yaml import YAML

    try:
        return _texts(YAML(typ="safe", pure=True).parse(_without_tabs(document, text)))
    except NotReadable:
        raise
    except Exception as error:  # whatever it raises, and it raises many kinds, is a no
        reason = getattr(error, "problem", None) or getattr(error, "context", None) or type(error).__name__
        raise NotReadable(f"the second reader stops at it: {reason}") from error


def _without_tabs(document: Document, text: str) -> str:
    """Tabs between scalars as blanks: the second reader refuses them there, though YAML allows them."""
    if "\t" not in text:
        return text
    parts: list[str] = []
    at = 0
    for start, end in document.scalar_offsets():
        parts += (text[at:start].replace("\t", " "), text[start:end])
        at = end
    return "".join((*parts, text[at:].replace("\t", " ")))


def _texts(events: Any) -> Texts:
    found: Texts = {}
    stack = [_Frame((), is_mapping=False)]
    for event in events:
        kind = type(event).__name__
        inside = stack[-1]
        if kind in ("ScalarEvent", "AliasEvent"):
            text = event.value if kind == "ScalarEvent" else f"*{event.anchor}"
            if inside.is_mapping and inside.step is None:
                inside.name(text)
            else:
                found[inside.place()] = text
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            stack.append(_opened(inside, is_mapping=kind == "MappingStartEvent"))
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            closed = stack.pop()
            if not closed.count:
                found[closed.path] = dict if closed.is_mapping else list
    return found


def _opened(inside: _Frame, *, is_mapping: bool) -> _Frame:
    if inside.is_mapping and inside.step is None:
        raise NotReadable("a key is a list or a mapping")
    return _Frame(inside.place(), is_mapping=is_mapping)


def first_opinion(document: Document) -> Texts:
    """The same from our own reader."""
    return {(0, *path): leaf.raw if isinstance(leaf, Scalar) else leaf for path, leaf in document.leaves()}


def seen_by_both(texts: Texts) -> Texts:
    """The part of a second opinion that our reader has too: the first document, each key once, no merge keys."""
    return {path: text for path, text in texts.items() if path[0] == 0 and not any(isinstance(s, Again) for s in path)}
