"""Where words stand in a file: the span of a word inside a value, and the paths of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from okrlint.model.key_result import KeyResult
from okrlint.model.located import Located
from okrlint.model.objective import Objective
from okrlint.model.okr_file import OkrFile
from okrlint.model.plan import Plan
from okrlint.source.document import Document, Path
from okrlint.source.span import Location
from okrlint.tuples import NamedTuple


def place_of(owner: Located, field: str, start: int, end: int) -> Location:
    """The place of some characters of a field's text, as `place_in` has it."""
    return place_in(owner.document, (*owner.path, field), start, end)


def place_in(document: Document, path: Path, start: int, end: int) -> Location:
    """The place of some characters of a text value. Raises KeyError where there is no scalar.

    A quoted or folded text differs from its source by escapes and line breaks, so the words are looked up: if the
    source has them as often as the text, the same occurrence is meant; otherwise the whole value is the place.
    """
    scalar = document.scalar(path)
    text, source, whole = scalar.raw, document.text.slice(scalar.span), scalar.span
    wanted = text[start:end]
    if not wanted or source.count(wanted) != text.count(wanted):
        return Location(document.path, whole)
    at = -1
    for _ in range(text.count(wanted, 0, start) + 1):
        at = source.find(wanted, at + 1)
    found = whole.start.offset + at
    return Location(document.path, document.text.span(found, found + len(wanted)))


def address_at(file: OkrFile, path: Path) -> str:
    """The address of the key result, objective or plan that a path leads into; empty outside of plans."""
    plan = file.item
    if not isinstance(plan, Plan):
        return ""
    owners: tuple[KeyResult | Objective, ...] = (*plan.key_results, *plan.objectives)
    return next((owner.address for owner in owners if path[: len(owner.path)] == owner.path), plan.address)


class Text(NamedTuple):
    """A text value of a file; its path is put together only where somebody asks."""

    field: str
    """Its key."""
    text: str
    trail: Any
    """The steps to the mapping or list that holds it, innermost first."""

    @property
    def path(self) -> Path:
        """The way to it through the data."""
        steps: list[str | int] = [self.field]
        trail = self.trail
        while trail:
            trail, step = trail
            steps.append(step)
        return tuple(reversed(steps))


def keys_of(data: object, path: Path = ()) -> Iterator[Path]:
    """The path of every mapping entry of some data, in file order."""
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        if isinstance(step, str):
            yield (*path, step)
        yield from keys_of(value, (*path, step))
