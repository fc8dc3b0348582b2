"""What a thing in a file is called in a sentence: key result `leads`, check-in 2026-10-12, `due` of an objective."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from okrlint.model.shape_tree import Schema, Step, article, below
from okrlint.tuples import NamedTuple

_LONGEST = 50
_LABELS = ("id", "title", "name", "date")
_KNOWN_BY = ("id", "title", "name")
"""A thing with one of these needs no word about what it is part of."""


class Subject(NamedTuple):
    """A file that is explained: its schema and its data."""

    schema: Schema
    data: Any


class _Stop(NamedTuple):
    """One step on the way to a place: the step, and the schema and the value that it leads to."""

    step: Step
    schema: Schema
    value: Any
    is_field: bool
    """False for an entry of a list or of a mapping from days or months."""

    @property
    def noun(self) -> str:
        return str(self.schema.get("title", "")).lower()

    @property
    def is_named(self) -> bool:
        """Whether it is one of several things with a noun of their own."""
        return bool(self.noun) and not self.is_field

    @property
    def label(self) -> str | None:
        """The field by which this entry is told from the others, if it has one."""
        fields = self.value if isinstance(self.value, dict) and isinstance(self.step, int) else {}
        return next((name for name in _LABELS if isinstance(fields.get(name), str) and fields[name].strip()), None)


def shortened(text: str) -> str:
    """A text on one line, at most 50 characters of it."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def shown(value: object) -> str:
    """A value as a sentence quotes it."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    quoted = shortened(text).replace("`", "'")
    return f"`{quoted}`"


def named(path: tuple[Step, ...], subject: Subject) -> str:
    """The thing at a path, with what it is part of up to the first thing that readers know by its id or title."""
    stops = _spoken(list(_walk(path, subject)))
    known = [index for index, stop in enumerate(stops) if stop.label in _KNOWN_BY]
    phrases = [_phrase(stop) for stop in stops[known[-1] if known else 0 :]]
    if not stops or (len(stops) == 1 and stops[0].is_field):
        phrases.insert(0, f"the {subject.schema['title'].lower()}")
    return " of ".join(reversed(phrases))


def noun_at(path: tuple[Step, ...], subject: Subject) -> str:
    """What kind of thing stands at a path: `a key result`, or the field that holds it."""
    stops = list(_walk(path, subject))
    if stops and stops[-1].is_field:
        return _phrase(stops[-1])
    return article(stops[-1].noun if stops else subject.schema["title"].lower())


def _spoken(stops: list[_Stop]) -> list[_Stop]:
    """Without the lists that only hold the next thing: nobody says "objective 2 of `objectives`"."""
    return [stop for stop, after in zip_longest(stops, stops[1:]) if not (after and after.is_named)]


def _phrase(stop: _Stop) -> str:
    if not stop.is_named:
        return f"entry {stop.step + 1}" if isinstance(stop.step, int) else shown(stop.step)
    return f"{stop.noun} {_label(stop)}"


def _label(stop: _Stop) -> str:
    if isinstance(stop.step, str):
        return shortened(stop.step)
    if stop.label is None:
        return str(stop.step + 1)
    text = shortened(stop.value[stop.label])
    return {"id": shown(text), "date": text}.get(stop.label, f'"{text}"')


def _walk(path: tuple[Step, ...], subject: Subject) -> Iterator[_Stop]:
    schema, value = subject.schema, subject.data
    for step in path:
        is_field = step in schema.get("properties", ())
        schema, value = below(schema, step, subject.schema), value[step]
        yield _Stop(step, schema, value, is_field)
