"""Numbers that stand still, and actions that wait."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]
RULE = "stalled-actions"
TODAY = "2026-11-15"
DONE = "actions: [{title: Ask, status: done, done: 2026-10-08}]"
FLAT = ['13:9 warning "Leads" stood at 48 in its last 3 check-ins, and no action was finished since 2026-10-26']


def plan(*lines: str, status: str = "active", kind: tuple[str, ...] = ("baseline: 44", "target: 60")) -> str:
    """A plan whose only key result has a type on lines 11 and 12, and these fields from line 13 on."""
    rows = "".join(f"        {line}\n" for line in (*kind, *lines))
    return f"status: {status}\nobjectives:\n  - title: A\n    key_results:\n      - id: k\n        title: Leads\n{rows}"


def read(*values: object, last: str = "2026-11-09") -> str:
    """Weekly check-ins that end on a Monday."""
    days = ["2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", last]
    return "check_ins: {" + ", ".join(f"{d}: {v}" for d, v in zip(days[-len(values) :], values, strict=True)) + "}"


ROWS = [
    ("three equal numbers", (DONE, read(48, 48, 48)), FLAT),
    ("two equal numbers", (DONE, read(47, 48, 48)), []),
    ("up and down", (DONE, read(48, 49, 48)), []),
    ("two are not enough", (DONE, read(48, 48)), []),
    ("an action was finished meanwhile", ("actions: [{title: Ask, done: 2026-11-04}]", read(48, 48, 48)), []),
    ("an action was finished on the first day", ("actions: [{title: Ask, done: 2026-10-26}]", read(48, 48, 48)), []),
    ("finished, nobody knows when", ("actions: [{title: Ask, status: done}]", read(48, 48, 48)), []),
    ("an open action is none", ("actions: [{title: Ask, status: doing, due: 2026-11-20}]", read(48, 48, 48)), FLAT),
    ("a dropped one is none", ("actions: [{title: Ask, status: dropped}]", read(48, 48, 48)), FLAT),
    ("with a next", (DONE, read(48, 48, "{value: 48, next: Call}")), []),
    ("a next that is older", (DONE, read(48, "{value: 48, next: Call}", 48)), FLAT),
    ("a note without a number between", (DONE, read(48, 48, "{note: The survey is out}", 48)), ['13:9 warning "Leads" stood at 48 in its last 3 check-ins, and no action was finished since 2026-10-19']),
    ("ahead", (DONE, read(58, 58, 58)), []),
    ("reached", (DONE, read(60, 60, 60)), []),
    ("a check-in of tomorrow moves", (DONE, read(48, 48, 48, 50, last="2026-11-16")), ['13:9 warning "Leads" stood at 48 in its last 3 check-ins, and no action was finished since 2026-10-19']),
    ("dropped", (DONE, read(48, 48, 48), "status: dropped"), []),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_flat_numbers(lint: Lint, lines: tuple[str, ...], expected: list[str]) -> None:
    """Two check-ins that brought no change, and nothing was finished since the first of them."""
    assert lint(RULE, plan(*lines), as_of=TODAY) == expected


def test_no_action_at_all(lint: Lint) -> None:
    """The place is the key result then."""
    assert lint(RULE, plan(read(48, 48, 48)), as_of=TODAY) == [FLAT[0].replace("13:9", "10:16")]


@pytest.mark.parametrize(
    "kind",
    [
        ("type: at-least", "target: 60"),
        ("type: between", "target: [40, 60]"),
        ("type: done", "note: N"),
        ("type: establish-baseline", "note: N"),
        ("scoring: judged", "note: N"),
    ],
    ids=str,
)
def test_what_need_not_move(lint: Lint, kind: tuple[str, ...]) -> None:
    """Limits are meant to be flat, and a judge looks at more than a number."""
    assert lint(RULE, plan(DONE, read(48, 48, 48), kind=kind), as_of=TODAY) == []


def action(fields: str) -> str:
    """One action; its `due` stands in column 31 of line 13."""
    return f"actions: [{{title: Ask, {fields}}}]"


LATE = ['13:37 warning the action "Ask" was due on 2026-11-05, 10 days ago']
ACTIONS = [
    ("open", "due: 2026-11-05", TODAY, LATE),
    ("under way", "due: 2026-11-05, status: doing", TODAY, LATE),
    ("done", "due: 2026-11-05, status: done", TODAY, []),
    ("done on a day", "due: 2026-11-05, done: 2026-11-12", TODAY, []),
    ("dropped", "due: 2026-11-05, status: dropped", TODAY, []),
    ("without a day", "status: doing", TODAY, []),
    ("seven days late", "due: 2026-11-05", "2026-11-12", []),
    ("eight days late", "due: 2026-11-05", "2026-11-13", ['13:37 warning the action "Ask" was due on 2026-11-05, 8 days ago']),
    ("after the quarter", "due: 2026-11-05", "2027-01-01", []),
    ("before the quarter", "due: 2026-09-05", "2026-09-30", []),
    ("no clock", "due: 2026-11-05", None, []),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "as_of", "expected"), [row[1:] for row in ACTIONS], ids=[row[0] for row in ACTIONS])
def test_actions_past_their_day(lint: Lint, fields: str, as_of: str | None, expected: list[str]) -> None:
    """An action has a week to be marked as finished."""
    assert lint(RULE, plan(action(fields)), as_of=as_of) == expected


def test_actions_of_limits_wait_too(lint: Lint) -> None:
    """The number may be flat, the work may not be forgotten."""
    assert lint(RULE, plan(action("due: 2026-11-05"), kind=("type: at-most", "target: 60")), as_of=TODAY) == LATE


@pytest.mark.parametrize("status", ["draft", "closed"])
def test_only_active_plans(lint: Lint, status: str) -> None:
    """Nothing is under way before and after."""
    assert lint(RULE, plan(action("due: 2026-11-05"), read(48, 48, 48), status=status), as_of=TODAY) == []


def test_the_options(lint: Lint) -> None:
    """A patient team."""
    text = plan(DONE, read(48, 48, 48))

    assert lint(RULE, text, as_of=TODAY, options={"flat": 3}) == []
    assert len(lint(RULE, plan(DONE, read(48, 48)), as_of=TODAY, options={"flat": 1})) == 1
    assert lint(RULE, plan(action("due: 2026-11-05")), as_of=TODAY, options={"grace_days": 10}) == []
