from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from okrlint.model.located import Located
from okrlint.model.portfolio import Portfolio, build_portfolio
from okrlint.source.reader import read


@pytest.fixture(scope="module")
def company(checkout: Path) -> Portfolio:
    """Our own example company, which uses every part of the format."""
    paths = sorted((checkout / "okrs").rglob("*.yaml"))
    return build_portfolio(read(path.read_bytes(), path.relative_to(checkout).as_posix()) for path in paths)


def _inside(value: Any, seen: set[int]) -> Iterator[Located]:
    """Every located object that can be reached from a value."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Located):
        yield value
        lazy = [
            name
            for kind in type(value).__mro__
            for name, member in vars(kind).items()
            if isinstance(member, cached_property)
        ]
        inner: Any = [getattr(value, name) for name in (*vars(value), *lazy) if name != "document"]
    else:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, (tuple, list)) else ()
    for held in inner:
        yield from _inside(held, seen)


def _objects(company: Portfolio) -> list[Located]:
    return list(_inside(tuple(file.item for file in company.files), set()))


def test_every_field_of_every_object_has_a_place(company: Portfolio) -> None:
    """Where a field is written, its place holds it; where it is missing, the place is the object's own line."""
    places = 0
    for found in _objects(company):
        own = found.document.span(found.path)
        for field in (None, *found.FIELDS):
            location = found.at(field)
            places += 1
            assert location.path == found.document.path
            assert own.start.offset <= location.span.start.offset <= location.span.end.offset <= own.end.offset
            if field is not None and found.has(field):
                value = found.raw[field]
                written = found.document.text.slice(location.span)
                indented = "\n" + " " * (location.span.start.column - 1) + written + "\n"
                assert isinstance(value, str) or read(indented.encode(), "x").data == value
                assert found.document.text.slice(found.at_key(field).span).strip("'\"") == field

    assert places > 1000


def test_every_kind_of_object_is_there(company: Portfolio) -> None:
    """The example company uses each noun of the model, so that the test above leaves none out."""
    kinds = {type(found) for found in _objects(company)}
    known = {kind for kind in Located.__subclasses__() if kind.__module__.startswith("okrlint.model")}

    assert known - kinds == set()


def test_a_name_that_is_no_field_is_a_mistake_of_the_caller(company: Portfolio) -> None:
    """A rule that misspells a field is told so, and does not look at nothing for ever."""
    found = _objects(company)[0]

    for ask in (found.at, found.at_key, found.has):
        with pytest.raises(KeyError, match="has no field colour"):
            ask("colour")
