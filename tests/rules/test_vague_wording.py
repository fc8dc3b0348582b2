"""Soft words that nothing measures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]

FOUND = ['9:16 warning nothing says how much "Improve" is: "Improve responsiveness"']


def plan(*rows: str, title: str = "Improve responsiveness", status: str = "active") -> str:
    """A plan of one key result with these further fields; its title stands on line 9."""
    more = "\n".join(f"        {row}" for row in rows)
    return f"status: {status}\nobjectives:\n  - title: A\n    key_results:\n      - title: {title}\n{more}"


@pytest.mark.parametrize(
    "rows",
    [("type: done",), ("metric: Answers",), ("milestones: [{title: Draft}, {title: Live}]",)],
    ids=["done", "nothing to score", "steps without a number"],
)
def test_a_soft_word_alone(lint: Lint, rows: tuple[str, ...]) -> None:
    """The place is the word; what kind of yes or no it is does not matter."""
    assert lint("vague-wording", plan(*rows)) == FOUND


@pytest.mark.parametrize(
    "rows",
    [
        ("baseline: 9 h", "target: 7 h"),
        ("target: 7",),
        ("type: at-most", "target: 7 h"),
        ("type: done", "metric: First reply under 2 h"),
        ("milestones: [{title: Half of the teams}, {title: 90% of all tickets within a day}]",),
        ("type: done", "note: Done when 8 of 10 testers finish alone"),
        ("scoring: judged", "note: The panel says so"),
        ("type: done", "status: draft"),
    ],
    ids=["from and to", "a target", "a limit", "the metric", "a step", "the note", "people judge", "a draft"],
)
def test_a_number_anywhere_is_enough(lint: Lint, rows: tuple[str, ...]) -> None:
    """Title, fields, metric, steps and note are read together."""
    assert lint("vague-wording", plan(*rows)) == []


@pytest.mark.parametrize(
    "title",
    ["Improve the first reply to 7 h", "Launch a better editor", "Improve conversion by X%", "Nobody waits for us"],
    ids=["a number", "work, which another rule tells", "a slot never filled", "no soft word"],
)
def test_titles_that_pass(lint: Lint, title: str) -> None:
    """One finding a title is enough."""
    assert lint("vague-wording", plan("type: done", title=title)) == []


def test_closed_plans_are_history(lint: Lint) -> None:
    """Nobody rewords what is over."""
    assert lint("vague-wording", plan("type: done", status="closed")) == []


def test_objectives_may_be_soft(lint: Lint) -> None:
    """They are there to be remembered."""
    assert lint("vague-wording", "objectives: [{title: Improve everything}]") == []


def test_a_trade_may_have_exact_words(lint: Lint) -> None:
    """What is soft elsewhere may be defined here."""
    text = plan("type: done", title="Strong encryption and robust backups")

    assert len(lint("vague-wording", text)) == 1
    assert lint("vague-wording", text, options={"allow": ("robust",)}) == []
