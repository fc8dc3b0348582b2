"""What an exporter is: a way to write plans for other programs and people."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from okrlint.model.plan import Plan
from okrlint.records import Record


class Exporter(Record):
    """One foreign format; discovered by its file name."""

    id: str
    render: Callable[[Sequence[Plan]], str]
    """The whole text with its final line break."""
