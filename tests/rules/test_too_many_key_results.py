"""More key results than the preset allows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


def plan(number: int, status: str = "active") -> str:
    """A plan whose only objective has so many key results."""
    rows = (f"      - {{id: k{n}, title: Result {n}, status: {status}}}" for n in range(number))
    return "objectives:\n  - title: Be asked for by name\n    key_results:\n" + "\n".join(rows)


@pytest.mark.parametrize(
    ("preset", "number", "limit"),
    [("geckoboard", 6, 5), ("t2d3", 4, 3), ("saas", 4, 3)],
    ids=str,
)
def test_the_limit_is_the_presets(lint: Lint, preset: str, number: int, limit: int) -> None:
    """One more than the limit is a finding, the limit itself is none."""
    message = f'"Be asked for by name" has {number} key results; preset {preset} allows {limit}'

    assert lint("too-many-key-results", plan(limit), preset=preset) == []
    assert lint("too-many-key-results", plan(number), preset=preset) == [f"7:5 error {message}"]


@pytest.mark.parametrize("status", ["draft", "dropped"])
def test_what_does_not_count_is_not_counted(lint: Lint, status: str) -> None:
    """Drafts and dropped key results take nobody's attention."""
    assert lint("too-many-key-results", plan(9, status)) == []


def test_an_objective_that_does_not_count_is_passed_over(lint: Lint) -> None:
    """A dropped objective may keep all of its history."""
    assert lint("too-many-key-results", plan(9).replace("by name\n", "by name\n    status: dropped\n")) == []
