"""What a form is: a way to write a review down."""

from __future__ import annotations

from collections.abc import Callable

from okrlint.records import Record
from okrlint.review.review import Review


class Form(Record):
    """One way to write a review down; discovered by its file name."""

    id: str
    render: Callable[[Review], str]
    """The whole text with its final line break; empty where nothing changed."""
