"""Which objects of two states are the same: by address, else by an id or a title that only one pair has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective

_T = TypeVar("_T", Objective, KeyResult)


def matched(before: Sequence[_T], after: Sequence[_T]) -> list[tuple[_T | None, _T | None]]:
    """Every object of both sides once, in the order of the new state, what is gone at the end."""
    partners: dict[int, _T] = {}
    left, right = list(before), list(after)
    for key in (_address, _id, _title):
        _pair_up(left, right, key, partners)
    pairs: list[tuple[_T | None, _T | None]] = [(partners.get(id(new)), new) for new in after]
    pairs += [(old, None) for old in left]
    return pairs


def _pair_up(left: list[_T], right: list[_T], key: Callable[[_T], str | None], partners: dict[int, _T]) -> None:
    """Pair what has the same key on both sides and on each side only once."""
    old, new = _unique(left, key), _unique(right, key)
    for name in [name for name in new if name in old]:
        partners[id(new[name])] = old[name]
        left.remove(old[name])
        right.remove(new[name])


def _unique(items: Iterable[_T], key: Callable[[_T], str | None]) -> dict[str, _T]:
    found: dict[str, list[_T]] = {}
    for item in items:
        name = key(item)
        if name:
            found.setdefault(name, []).append(item)
    return {name: same[0] for name, same in found.items() if len(same) == 1}


def _address(item: Objective | KeyResult) -> str | None:
    return item.address if item.id else None


def _id(item: Objective | KeyResult) -> str | None:
    return item.id


def _title(item: Objective | KeyResult) -> str | None:
    return " ".join((item.title or "").split()).casefold() or None
