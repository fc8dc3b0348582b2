"""What each type needs, and what the hint makes of the title's numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.rules.not_measurable import RULE
from okrlint.source.reader import read

Lint = Callable[..., list[str]]
HEAD = "kind: plan\nversion: 1\nteam: marketing\nquarter: 2026-Q4\n"


def plan(*lines: str) -> str:
    """A plan with one objective and one key result with the given fields."""
    fields = "".join(f"        {line}\n" for line in lines)
    return f"objectives:\n  - id: demand\n    title: Win agencies\n    key_results:\n      - id: leads\n{fields}"


ROWS = [
    ("nothing", ["title: Feel better"], ['10:16 error "Feel better" has nothing to score: no target, growth or milestones']),
    ("a number in the title", ["title: Win 5 deals"], ['10:16 error "Win 5 deals" has a number in its title and none in its fields, so it has no score']),
    ("an empty target", ["title: Feel better", "target:"], ['10:16 error "Feel better" has nothing to score: no target, growth or milestones']),
    ("an increase without a goal", ["title: Grow", "type: increase", "baseline: 3"], ['10:16 error "Grow" is `type: increase` and has no `growth` or `target`']),
    ("no milestones", ["title: Sign", "type: milestones", "milestones: []"], ['10:16 error "Sign" is `type: milestones` and has no `milestones`']),
    ("two limits without a type", ["title: Hold", "target: [4, 5]"], ['11:17 error "Hold" has two limits in `target` and no type that says what to do with them']),
    ("judged without a note", ["title: Feel better", "scoring: judged"], ['11:18 error "Feel better" is judged by people, and no `note` says by what']),
    ("judged with a note", ["title: Feel better", "scoring: judged", "note: By five interviews"], []),
    ("a target of zero", ["title: No outage", "type: at-most", "target: 0"], []),
    ("done", ["title: Sign", "type: done"], []),
    ("a first measurement", ["title: Know NPS", "type: establish-baseline"], []),
    ("milestones", ["title: Sign", "milestones: [{title: Terms}]"], []),
    ("a band", ["title: Hold", "type: between", "target: [4, 5]"], []),
    ("a slot says enough", ["title: Win XX deals"], []),
    ("a draft", ["title: Feel better", "status: draft"], []),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_goals(lint: Lint, lines: list[str], expected: list[str]) -> None:
    """A key result that counts needs what its type is scored by."""
    assert lint("not-measurable", plan(*lines)) == expected


HINTS = [
    ("from and to", ["title: Trial rate from 9% to 12%"], "add `baseline: 9%` and `target: 12%`"),
    ("by", ["title: Grow leads by 25%"], "add `growth: 25%`, and the `baseline` that it grows from"),
    ("by, with a baseline", ["title: Reduce churn by 5%", "baseline: 4%"], "add `growth: -5%`"),
    ("one number", ["title: Win four deals"], "if that is the number that counts, add `target: 4`"),
    (
        "two numbers",
        ["title: Win 4 deals in 3 cities"],
        "add a `target`, or `growth` over a `baseline`; for a plain yes or no `type: done`",
    ),
    (
        "a factor",
        ["title: Import 5x faster"],
        "add a `target`, or `growth` over a `baseline`; for a plain yes or no `type: done`",
    ),
]


@pytest.mark.parametrize(("lines", "hint"), [row[1:] for row in HINTS], ids=[row[0] for row in HINTS])
def test_hints(lines: list[str], hint: str) -> None:
    """The hint writes the title's numbers as fields where the title leaves no doubt."""
    portfolio = build_portfolio([read((HEAD + plan(*lines)).encode(), "okrs/2026-Q4/marketing.yaml")])

    assert [finding.hint for finding in run(portfolio, (RULE,), Settings()).findings] == [hint]


def test_steps_that_all_weigh_nothing(lint: Lint) -> None:
    """No step could ever bring the score above 0."""
    steps = "milestones: [{title: Terms, weight: 0}, {title: Signature, weight: 0}]"

    assert lint("not-measurable", plan("title: Sign", steps)) == [
        '11:9 error every step of "Sign" has weight 0, so no step counts'
    ]
    assert lint("not-measurable", plan("title: Sign", steps.replace("weight: 0}]", "weight: 1}]"))) == []


@pytest.mark.parametrize(
    ("first", "second", "status", "expected"),
    [
        (0, 0, "active", ['9:46 error every key result of "Win" has weight 0, so the objective has no score']),
        (0, 1, "active", []),
        (0, 1, "draft", ['9:46 error every key result of "Win" has weight 0, so the objective has no score']),
    ],
    ids=["all", "one counts", "the one that would count is a draft"],
)
def test_an_objective_that_weighs_nothing(
    lint: Lint, first: int, second: int, status: str, expected: list[str]
) -> None:
    """A mean of nothing is no score."""
    text = f"""
objectives:
  - id: demand
    title: Win
    key_results:
      - {{id: a, title: A, target: 5, weight: {first}}}
      - {{id: b, title: B, target: 5, weight: {second}, status: {status}}}
"""

    assert lint("not-measurable", text) == expected
