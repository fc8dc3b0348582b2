"""How much of each bar is run: a part of it with every test run, all of it by `make bars`."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple, TypeVar

import pytest

Item = TypeVar("Item")
Figure = Callable[[str], None]


class Size(NamedTuple):
    """How much to run."""

    full: bool

    def some(self, items: list[Item], part: int) -> list[Item]:
        """All items of a full run, else every so many of them, the first among them."""
        return items if self.full else items[::part]


@pytest.fixture(scope="session")
def size() -> Size:
    """Full where `OKRLINT_BARS=full`, as `make bars` sets it."""
    return Size(os.environ.get("OKRLINT_BARS") == "full")


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Figure:
    """Tell a figure that the table of docs/trust.md shows beside the bar."""
    return lambda words: record_property("figure", words)
