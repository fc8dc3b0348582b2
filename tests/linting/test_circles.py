"""Circles in references: each told once, and in time that grows with the edges only."""

from __future__ import annotations

import pytest

from okrlint.linting.circles import circles


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ({}, []),
        ({"a": ["b"], "b": []}, []),
        ({"a": ["a"]}, [["a"]]),
        ({"a": ["b"], "b": ["a"]}, [["a", "b"]]),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, [["b", "c"]]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["a"], "b": ["b"]}, [["a"], ["b"]]),
        ({"a": ["outside"]}, []),
    ],
    ids=["nothing", "a line", "itself", "two", "behind a stem", "a diamond", "two circles", "leads out"],
)
def test_circles(edges: dict[str, list[str]], expected: list[list[str]]) -> None:
    """The ring begins at the node that was met first, and the stem that leads to it is no part of it."""
    assert list(circles(edges)) == expected


def test_a_tangle_is_told_by_one_circle() -> None:
    """A hundred objectives that all support each other are one finding, not thousands."""
    tangle = {node: [other for other in range(100) if other != node] for node in range(100)}

    assert len(list(circles(tangle))) == 1


def test_a_long_chain_needs_no_recursion() -> None:
    """The depth of a chain is not limited by the interpreter."""
    chain = {node: [node + 1] for node in range(20_000)} | {20_000: [0]}

    assert [len(ring) for ring in circles(chain)] == [20_001]
