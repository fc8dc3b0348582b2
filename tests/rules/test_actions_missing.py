"""Key results that nobody works on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]

TWO = """
    {more}
    objectives:
      - title: A
        key_results:
          - title: Grow leads
            {first}
          - title: Cut cost
            actions: [{{title: Move budget, owner: ben}}]
"""


def plan(first: str = "owner: ben", more: str = "lead: ana") -> str:
    """A plan of two key results, the second of which has an action."""
    return TWO.format(first=first, more=more)


def test_a_key_result_without_action(lint: Lint) -> None:
    """The place is its title."""
    assert lint("actions-missing", plan()) == ['9:16 info no action drives "Grow leads"']


def test_an_empty_list_and_dropped_actions(lint: Lint) -> None:
    """Both drive nothing; one finished action is enough."""
    dropped = "actions: [{title: A, status: dropped}, {title: B, status: dropped}]"

    assert lint("actions-missing", plan("actions: []")) == ['10:18 info no action drives "Grow leads"']
    assert lint("actions-missing", plan(dropped)) == ['10:18 info every action of "Grow leads" was dropped']
    assert lint("actions-missing", plan("actions: [{title: A, status: dropped}, {title: B, status: done}]")) == []


@pytest.mark.parametrize(
    ("first", "more"),
    [
        ("type: at-most", "lead: ana"),
        ("type: between", "lead: ana"),
        ("status: dropped", "lead: ana"),
        ("status: draft", "lead: ana"),
        ("owner: ben", "status: draft"),
        ("owner: ben", "status: closed"),
    ],
    ids=["limit", "band", "dropped", "draft", "draft plan", "closed plan"],
)
def test_who_needs_none(lint: Lint, first: str, more: str) -> None:
    """A limit is watched, a draft waits, and a closed plan is history."""
    assert lint("actions-missing", plan(first, more)) == []


def test_a_plan_without_any_action_is_told_once(lint: Lint) -> None:
    """Twelve findings would say no more than one."""
    text = (
        "objectives:\n  - {title: A, key_results: [{title: B}, {title: C}]}\n  - {title: D, key_results: [{title: E}]}"
    )

    assert lint("actions-missing", text) == ["5:1 info none of the 3 key results has an action"]


def test_an_objective_without_any_action_is_told_once(lint: Lint) -> None:
    """Where others of the plan have some; limits do not count."""
    driven = "{title: A, key_results: [{title: B, actions: [{title: C}]}]}"
    bare = "{title: D, key_results: [{title: E}, {title: F}, {title: G, type: at-most}]}"

    assert lint("actions-missing", f"objectives:\n  - {driven}\n  - {bare}") == [
        '7:13 info no action drives any of the 2 key results of "D"'
    ]


def test_one_key_result_alone_is_named(lint: Lint) -> None:
    """There is nothing to sum up."""
    text = "objectives:\n  - {title: A, key_results: [{title: B}]}"

    assert lint("actions-missing", text) == ['6:38 info no action drives "B"']


@pytest.mark.parametrize(
    ("preset", "severity"), [("geckoboard", "info"), ("t2d3", "error"), ("saas", "error"), ("all", "error")]
)
def test_presets_weigh_it_differently(lint: Lint, preset: str, severity: str) -> None:
    """Actions are the third layer of T2D3, and a question elsewhere."""
    assert lint("actions-missing", plan(), preset=preset) == [f'9:16 {severity} no action drives "Grow leads"']
