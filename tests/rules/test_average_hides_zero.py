"""Means that look like par over a key result that did not move."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

Lint = Callable[..., list[str]]


def plan(scores: Sequence[str], fields: Sequence[str] = (), status: str = "closed") -> str:
    """A plan with one objective, whose key results have these scores and further fields."""
    more = [*fields, *[""] * len(scores)]
    rows = "".join(
        f"      - {{title: Reviews {n}, baseline: 1, target: 2, close: {{score: {score}}}{more[n]}}}\n"
        for n, score in enumerate(scores)
    )
    return f"status: {status}\nobjectives:\n  - title: Win\n    key_results:\n{rows}"


ROWS = [
    ("the example", ["1.0", "0.9", "0.0"], (), '"Win" averages 0.63, and "Reviews 2" ended at 0'),
    ("just par", ["0.9", "0.9", "0"], (), '"Win" averages 0.60, and "Reviews 2" ended at 0'),
    ("below par", ["0.9", "0.8", "0"], (), None),
    ("no zero", ["1", "1", "0.1"], (), None),
    ("two zeros", ["1", "1", "1", "1", "0", "0"], (), '"Win" averages 0.67, and 2 of its key results ended at 0'),
    ("a light zero", ["0.7", "0"], (", weight: 9", ""), '"Win" averages 0.63, and "Reviews 1" ended at 0'),
    ("a heavy zero", ["1", "1", "0"], ("", "", ", weight: 9"), None),
    ("a zero of weight 0", ["1", "1", "0"], ("", "", ", weight: 0"), None),
    ("a dropped zero", ["1", "1", "0"], ("", "", ", status: dropped"), None),
    ("alone", ["0"], (), None),
]


@pytest.mark.parametrize(("scores", "fields", "message"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_means(lint: Lint, scores: list[str], fields: tuple[str, ...], message: str | None) -> None:
    """A weighted mean of 0.6 or more, with a 0 in it."""
    assert lint("average-hides-zero", plan(scores, fields)) == ([f"7:12 info {message}"] if message else [])


def test_only_closed_plans(lint: Lint) -> None:
    """In week three a 0 is a beginning."""
    assert lint("average-hides-zero", plan(["1", "1", "0"], status="active")) == []


def test_a_computed_decline_is_a_zero(lint: Lint) -> None:
    """What went backwards hides as well."""
    text = plan(["1", "1", "0"]).replace("close: {score: 0}", "check_ins: {2026-12-28: 0.5}")

    assert lint("average-hides-zero", text) == ['7:12 info "Win" averages 0.67, and "Reviews 2" ended at 0']


def test_what_was_never_measured_is_no_zero(lint: Lint) -> None:
    """A key result without a score is in no mean."""
    assert lint("average-hides-zero", plan(["1", "1", "0"]).replace("close: {score: 0}", "note: N")) == []
