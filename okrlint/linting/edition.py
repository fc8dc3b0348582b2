"""An edition of the presets: what they said in one year, so that a pinned repository stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from okrlint.tuples import NamedTuple

Version = tuple[int, ...]


class Edition(NamedTuple):
    """Tables with a column for each preset, in the order of `names`.

    An edition that was released never changes. A later one is a file of its own, made from the tables of the one
    before it and what differs; rules that are newer than an edition are off in it.
    """

    id: str
    """The year that people write behind the name of a preset: `geckoboard@2026`."""
    last: str
    """The newest version of okrlint whose rules belong to it."""
    names: tuple[str, ...]
    severities: Mapping[str, tuple[str, ...]]
    """By rule, one severity or `off` a preset; rules without a row keep their own severity."""
    options: Mapping[tuple[str, str], tuple[int | None, ...]]
    """By rule and option, one value a preset; None leaves the rule's own."""
    groups: Mapping[str, tuple[str, ...]]
    """Of the presets that run some groups of rules only, which."""


@cache
def version(text: str) -> Version:
    """A version such as `0.1.0` for comparing."""
    return tuple(int(part) for part in text.split("."))
