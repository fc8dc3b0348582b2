"""What a finding is about, said so that it stays the same when lines move: for the baseline of findings."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from okrlint.linting.finding import Finding
from okrlint.linting.wording.place import keys_of
from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio
from okrlint.records import Record
from okrlint.source.document import Document, Path
from okrlint.source.span import Location
from okrlint.tuples import NamedTuple

_LONGEST = 40
"""Characters of the words that tell two findings in one field apart."""
_ENTITIES = ("objectives", "key_results")


class FindingKey(NamedTuple):
    """By what a finding is known again, in any line and file, and whatever its numbers are by then."""

    rule: str
    address: str
    """Of the OKR that it is about, by ids; where an id is missing, by its title; else the file."""
    other: tuple[str, ...]
    """The addresses of the related places, for a finding about two OKRs."""
    field: str
    """The field that it stands in, without positions in lists."""
    words: str
    """The part of the field's text that it points at, in small letters; empty where it is about the whole field."""


class FindingKeys(Record):
    """The keys of the findings of one portfolio."""

    portfolio: Portfolio

    def key(self, finding: Finding) -> FindingKey:
        """The key of a finding; several findings may share one."""
        place = self._place(finding.location)
        other = (self._address(related.location) for related in finding.related)
        address = self._stable.get(finding.address, finding.address) or self._address(finding.location)
        return FindingKey(finding.rule, address, tuple(sorted(other)), place.field, place.words)

    def _address(self, location: Location) -> str:
        """The address of the innermost OKR around a place; the file where there is none."""
        held = self._files.get(location.path)
        entity = held.entities.get(_entity(held.path_at(location))) if held is not None else None
        return self._stable.get(entity, entity) if entity else location.path

    def _place(self, location: Location) -> _Place:
        held = self._files.get(location.path)
        return held.place(location) if held is not None else _Place("", "")

    @cached_property
    def _files(self) -> dict[str, _File]:
        return {file.path: _File(document=file.document, item=file.item) for file in self.portfolio.files}

    @cached_property
    def _stable(self) -> dict[str, str]:
        """For the addresses that hold a position: the same with a sign of the title in its place."""
        items = [item for plan in self.portfolio.plans for item in _parts(plan)]
        by_title = {item.address: _by_title(item) for item in items}
        return {address: name for address, name in by_title.items() if name != address}


class _Place(NamedTuple):
    field: str
    words: str


class _File(Record):
    document: Document
    item: object

    @cached_property
    def entities(self) -> dict[Path, str]:
        """The addresses of the OKRs in the file by their paths."""
        if not isinstance(self.item, Plan):
            return {}
        return {(): self.item.address, **{part.path: part.address for part in _parts(self.item)}}

    @cached_property
    def _starts(self) -> list[tuple[int, Path]]:
        """Where every key and value begins, with its path."""
        document = self.document
        if not document.readable:
            return []
        keys = [(document.key_span(path).start.offset, path) for path in keys_of(document.data)]
        return sorted([*keys, *((scalar.span.start.offset, path) for path, scalar in document.scalars())])

    def path_at(self, location: Location) -> Path:
        """The path of the key or value at a place."""
        at = bisect_right(self._starts, location.span.start.offset, key=lambda entry: entry[0])
        return self._starts[at - 1][1] if at else ()

    def place(self, location: Location) -> _Place:
        """The field of a place, and the words of its text that the place is a part of."""
        path = self.path_at(location)
        inside = path[len(_entity(path)) :]
        field = ".".join(step for step in inside if isinstance(step, str))
        is_item = bool(inside) and isinstance(inside[-1], int)
        if not is_item and not self._is_part(location, path):
            return _Place(field, "")
        return _Place(field, " ".join(self.document.text.slice(location.span).casefold().split())[:_LONGEST])

    def _is_part(self, location: Location, path: Path) -> bool:
        """Whether a place is some words of a text, and not the text as a whole or its key."""
        try:
            span = self.document.scalar(path).span
        except KeyError:
            return False
        return span.start.offset <= location.span.start.offset and location.span != span


def _entity(path: Path) -> Path:
    """The part of a path that leads to the innermost objective or key result."""
    ends = [at + 2 for at, step in enumerate(path[:-1]) if step in _ENTITIES and isinstance(path[at + 1], int)]
    return path[: ends[-1]] if ends else ()


def _parts(plan: Plan) -> tuple[Objective | KeyResult, ...]:
    return (*plan.objectives, *plan.key_results)


def _by_title(item: Objective | KeyResult) -> str:
    """The address with a sign of the title where an id is missing, so that it does not change with the order."""
    return f"{item.plan.address}#{'.'.join(_steps(item))}"


def _steps(item: Objective | KeyResult) -> Iterator[str]:
    if isinstance(item, KeyResult):
        yield from _steps(item.objective)
    title = " ".join((item.title or "").casefold().split())
    yield item.id or f"~{hashlib.sha256(title.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
