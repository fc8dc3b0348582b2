"""When the fields of a key result speak for it, whatever its title says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]
FOUND = ['10:16 warning "Launch" describes work: "Launch the new editor"']

COMPANY = """
kind: company
version: 1
name: Northwind
metrics:
  - {id: stories, name: Customer stories, unit: stories}
"""


def plan(*lines: str) -> str:
    """A plan with one objective and one key result with the given fields."""
    fields = "".join(f"        {line}\n" for line in lines)
    return f"objectives:\n  - id: demand\n    title: Win agencies\n    key_results:\n      - id: leads\n{fields}"


ROWS = [
    ("nothing but work", [], FOUND),
    ("done", ["type: done"], FOUND),
    ("milestones", ["milestones: [{title: Beta}]"], FOUND),
    ("a count of pieces", ["metric: Pages", "target: 8"], FOUND),
    ("a change", ["metric: Sign-up rate", "baseline: 9%", "target: 12%"], []),
    ("growth", ["baseline: 900", "growth: 25%"], []),
    ("a limit", ["type: at-most", "target: 5 minutes"], []),
    ("a count of money", ["target: $20k"], []),
    ("a count of leads", ["metric: Qualified leads", "target: 200"], []),
    ("a registered metric", ["metric: stories", "target: 8"], []),
    ("a first measurement", ["type: establish-baseline"], []),
    ("dropped", ["status: dropped"], []),
]


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_fields_that_show_a_result(lint: Lint, lines: list[str], expected: list[str]) -> None:
    """A title of work is a warning unless the fields measure what changes."""
    text = plan("title: Launch the new editor", *lines)

    assert lint("task-like-key-result", text, files={"okrs/company.yaml": COMPANY}) == expected


def test_a_closed_plan_is_left_alone(lint: Lint) -> None:
    """Nobody can turn last quarter's work into a result."""
    assert lint("task-like-key-result", "status: closed\n" + plan("title: Launch the new editor")) == []


def test_allowed_verbs(lint: Lint) -> None:
    """A verb that names a result in one's trade can be allowed."""
    text = plan("title: Publish the standard")

    assert lint("task-like-key-result", text, options={"allow": ("publish",)}) == []


def test_the_place_behind_a_tag(lint: Lint) -> None:
    """The verb itself is pointed at."""
    assert lint("task-like-key-result", plan('title: "[P0] **Ship** v2"')) == [
        '10:24 warning "Ship" describes work: "[P0] **Ship** v2"'
    ]
