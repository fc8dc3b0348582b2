"""Every way in which type and numbers can contradict each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


def plan(*lines: str) -> str:
    """A plan with one objective and one key result with the given fields."""
    fields = "".join(f"        {line}\n" for line in ("title: Change", *lines))
    return f"objectives:\n  - id: demand\n    title: Win agencies\n    key_results:\n      - id: leads\n{fields}"


ROWS = [
    ("an increase that falls", ["type: increase", "baseline: 400", "target: 300"], ["11:15 error `type: increase`, but its target of 300 is below the baseline of 400"]),
    ("a decrease that rises", ["type: decrease", "baseline: 300", "target: 400"], ["11:15 error `type: decrease`, but its target of 400 is above the baseline of 300"]),
    ("an increase by less than nothing", ["type: increase", "baseline: 400", "growth: -4%"], ["11:15 error `type: increase`, but its growth is −4%"]),
    ("a decrease that grows", ["type: decrease", "growth: 4%"], ["11:15 error `type: decrease`, but its growth is 4%"]),
    ("no change", ["baseline: 400", "target: 400"], ["12:17 error the target equals the baseline, 400: nothing is to change"]),
    ("no growth", ["baseline: 400", "growth: 0%"], ["12:17 error a growth of 0 asks for nothing to change"]),
    ("growth of nothing", ["baseline: 0", "growth: 5%"], ["12:17 error growth over a baseline of 0 leads nowhere"]),
    ("growth below zero", ["baseline: -2%", "growth: 5%"], ["12:17 error growth over a baseline of −2% leads nowhere"]),
    ("a count to zero", ["target: 0"], ["11:17 error a count from 0 to 0 has no way to go"]),
    ("a count to less", ["target: -5"], ["11:17 error a count from 0 to −5 has no way to go"]),
    ("a count that grows", ["type: count", "growth: 5%"], ["11:15 error `type: count` has no baseline to grow from, and there is a `growth`"]),
    ("done at a number", ["type: done", "target: 5"], ["11:15 error `type: done` is a plain yes or no, and there is a `target`"]),
    ("a first measurement with a goal", ["type: establish-baseline", "target: 0"], ["11:15 error `type: establish-baseline` is a first measurement, and there is a `target`"]),
    ("a band of one", ["type: between", "target: 5"], ["12:17 error `type: between` holds a band, and `target` has one limit"]),
    ("one limit of two", ["type: at-least", "target: [4, 5]"], ["12:17 error `type: at-least` works towards one number, and `target` has two"]),
    ("a band upside down", ["type: between", "target: [5, 4]"], ["12:17 error the band from 5 to 4 is empty"]),
    ("falling net churn", ["type: decrease", "baseline: -2%", "target: -5%"], []),
    ("a decrease by its numbers", ["baseline: 400", "target: 300"], []),
    ("no more than zero", ["type: at-most", "target: 0"], []),
    ("a limit that the baseline breaks", ["type: at-least", "baseline: 9", "target: 5"], []),
    ("other units are another finding", ["type: increase", "baseline: $400", "target: 20%"], []),
    ("milestones", ["type: milestones", "milestones: [{title: Terms}]"], []),
    ("a draft", ["type: increase", "baseline: 400", "target: 300", "status: draft"], []),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_contradictions(lint: Lint, lines: list[str], expected: list[str]) -> None:
    """The first contradiction of a key result is told, at the statement that is likely wrong."""
    assert lint("direction-mismatch", plan(*lines)) == expected


WEIGHTS = [
    ("a whole", [0.5, 0.3, 0.2], None),
    ("rounded thirds", [0.33, 0.33, 0.33], None),
    ("rounded sevenths", [0.14] * 7, None),
    ("too little", [0.5, 0.4], "the weights of the 2 steps add up to 0.9, not 1"),
    ("too much", [0.5, 0.6], "the weights of the 2 steps add up to 1.1, not 1"),
    ("proportions", [1, 2, 1], "the weights of the 3 steps add up to 4, not 1"),
    ("none", ["", "", ""], None),
    ("the rest is shared", [0.5, "", ""], None),
    ("one is forgotten", [0.5, 0.5, ""], "the weights add up to 1, and a step without one counts nothing"),
    ("two are forgotten", [3, "", ""], "the weights add up to 3, and 2 steps without one count nothing"),
    ("all zero, another rule's", [0, 0], None),
    ("one zero", [0, 1], None),
]


@pytest.mark.parametrize(("weights", "message"), [row[1:] for row in WEIGHTS], ids=[row[0] for row in WEIGHTS])
def test_weights_of_steps(lint: Lint, weights: list[object], message: str | None) -> None:
    """Shares of the whole add up to 1, give or take half a hundredth a step."""
    steps = "".join(f"          - title: Step {n}\n            weight: {w}\n" for n, w in enumerate(weights))
    text = f"objectives:\n  - title: A\n    key_results:\n      - title: Sign\n        milestones:\n{steps}"

    assert lint("direction-mismatch", text) == ([f"10:11 error {message}"] if message else [])
