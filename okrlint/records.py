"""Immutable records that cost no import time.

A frozen data class takes about a millisecond to define, and okrlint defines dozens of nouns before it can look at
the first file; the whole check of one file has some twenty milliseconds to spend. A record is the same thing to the
reader and to the type checker (through `dataclass_transform`), with nothing generated at import.
"""

from __future__ import annotations

from typing import Any, NoReturn, dataclass_transform

_keep = object.__setattr__


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False)
class Record:
    """A frozen object with keyword fields; class attributes are the defaults, equality is identity."""

    def __init__(self, **values: Any) -> None:
        """Keep the values as given; `functools.cached_property` may add worked-out ones later."""
        _keep(self, "__dict__", values)  # as they are: filling the object's own dict takes twice as long

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: records never change."""
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")

    def __repr__(self) -> str:
        """Show plain fields only, so that a record inside a record never prints a whole portfolio."""
        plain = {k: v for k, v in self.__dict__.items() if isinstance(v, (str, int, bool)) or v is None}
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in plain.items())})"


def bind(record: Record, **values: object) -> None:
    """Give a record what could not exist before it, such as its parent; for builders, before anybody sees it."""
    record.__dict__.update(values)


def unbind(record: Record, *names: str) -> None:
    """Take away what was bound, for whoever knows that nobody looks at the record any more."""
    for name in names:
        record.__dict__.pop(name, None)
