"""Objectives whose key results are done or not done."""

from __future__ import annotations

from collections.abc import Callable

Lint = Callable[..., list[str]]

DONE, NUMBER = "{title: B, type: done}", "{title: C, target: 5}"


def plan(*rows: str, status: str = "active") -> str:
    """A plan of one objective with these key results."""
    return f"status: {status}\nobjectives:\n  - {{title: A, key_results: [{', '.join(rows)}]}}"


def test_more_than_half(lint: Lint) -> None:
    """Half is fine."""
    assert lint("too-many-yes-no", plan(DONE, DONE, NUMBER)) == [
        '7:13 info 2 of 3 key results of "A" are only done or not done'
    ]
    assert lint("too-many-yes-no", plan(DONE, DONE)) == ['7:13 info all 2 key results of "A" are only done or not done']
    assert lint("too-many-yes-no", plan(DONE, DONE, NUMBER, NUMBER)) == []


def test_one_alone_is_no_habit(lint: Lint) -> None:
    """Another rule says that one key result is few."""
    assert lint("too-many-yes-no", plan(DONE)) == []


def test_steps_are_degrees(lint: Lint) -> None:
    """One step alone is none; a first measurement is a reading, and what has nothing to score has its own rule."""
    one, two = "{title: D, milestones: [{title: E}]}", "{title: D, milestones: [{title: E}, {title: F}]}"

    assert len(lint("too-many-yes-no", plan(DONE, one))) == 1
    assert lint("too-many-yes-no", plan(DONE, two, two)) == []
    assert lint("too-many-yes-no", plan(DONE, "{title: G, type: establish-baseline}", "{title: H}")) == []


def test_the_share_can_be_set(lint: Lint) -> None:
    """A platform team may have more of them."""
    assert lint("too-many-yes-no", plan(DONE, DONE, NUMBER), options={"share": 67}) == []
    assert len(lint("too-many-yes-no", plan(DONE, DONE, NUMBER, NUMBER), options={"share": 49})) == 1


def test_what_does_not_count(lint: Lint) -> None:
    """Drafts, dropped ones and closed plans."""
    dropped = DONE.replace("done}", "done, status: dropped}")

    assert lint("too-many-yes-no", plan(DONE, dropped, NUMBER)) == []
    assert lint("too-many-yes-no", plan(DONE, DONE, status="closed")) == []
