"""Circles in references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

_T = TypeVar("_T")


def circles(edges: Mapping[_T, Sequence[_T]]) -> Iterator[list[_T]]:
    """The circles of a graph, each from the node that was met first; at most one for every beginning.

    A tangle of circles is told by one of them: once that is cut, the next run tells the next. Iterative, and every
    edge is followed once, so that no file can make it slow.
    """
    done: set[_T] = set()
    for start in edges:
        ring = _ring(start, edges, done) if start not in done else []
        if ring:
            yield ring


def _ring(start: _T, edges: Mapping[_T, Sequence[_T]], done: set[_T]) -> list[_T]:
    found: list[_T] = []
    trail: dict[_T, Iterator[_T]] = {start: iter(edges[start])}
    while trail:
        last = next(reversed(trail))
        target = next(trail[last], None)
        if target is None:
            done.add(last)
            del trail[last]
        elif target in trail:
            nodes = list(trail) if not found else []
            found = found or nodes[nodes.index(target) :]
        elif target not in done and target in edges:
            trail[target] = iter(edges[target])
    return found
