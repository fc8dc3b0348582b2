"""Goals that keep things as they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


def plan(title: str, key_result: str = "title: B, type: done", more: str = "id: a", status: str = "active") -> str:
    """A plan of one objective with one key result, which stands on line 8."""
    return f"status: {status}\nobjectives:\n  - {{title: {title}, {more}, key_results: [\n      {{{key_result}}}]}}"


def test_objectives_that_mean_more_of_the_same(lint: Lint) -> None:
    """Whatever their key results are."""
    found = ['7:13 info "Maintain" leaves things as they are: "Maintain quality"']

    assert lint("business-as-usual", plan("Maintain quality")) == found
    assert lint("business-as-usual", plan("Maintain quality", "title: B, baseline: 3, target: 5")) == found


def test_keep_may_be_a_goal(lint: Lint) -> None:
    """Where a key result moves something, or the objective is there for health."""
    assert len(lint("business-as-usual", plan("Keep our customers"))) == 1
    assert lint("business-as-usual", plan("Keep our customers", "title: B, baseline: 3%, target: 2%")) == []
    assert len(lint("business-as-usual", plan("Keep our customers", "title: B, type: at-most, target: 2%"))) == 1
    assert lint("business-as-usual", plan("Keep nights quiet", more="supports: health")) == []


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ("type: done", 1),
        ("target: 40", 1),
        ("type: at-most, target: 6 h", 0),
        ("type: at-least, target: 99%", 0),
        ("type: between, target: [4, 5]", 0),
        ("baseline: 3, target: 5", 0),
        ("baseline: 3, growth: 5%", 0),
        ("type: done, status: dropped", 0),
    ],
    ids=["done", "a count", "at most", "at least", "between", "a change", "growth", "dropped"],
)
def test_key_results_that_hold_a_limit_say_so(lint: Lint, fields: str, number: int) -> None:
    """By their type; numbers that move are no business as usual."""
    found = lint("business-as-usual", plan("A", f"title: Keep the score, {fields}"))

    assert found == ['8:15 info "Keep" leaves things as they are: "Keep the score"'][:number]


def test_closed_plans_are_history(lint: Lint) -> None:
    """Nobody rewords what is over."""
    assert lint("business-as-usual", plan("Maintain quality", status="closed")) == []


def test_words_of_the_settings(lint: Lint) -> None:
    """A team may have more verbs, or a phrase that means something else."""
    assert lint("business-as-usual", plan("Guard our place")) == []
    assert len(lint("business-as-usual", plan("Guard our place"), options={"words": ("guard",)})) == 1
    assert lint("business-as-usual", plan("Keep score for all"), options={"allow": ("keep score",)}) == []
