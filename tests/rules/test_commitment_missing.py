"""Objectives that are neither a promise nor a stretch."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


def plan(objective: str, *key_results: str) -> str:
    """A plan with one objective and its key results, each with more fields."""
    rows = "".join(f"      - {{title: Reviews {n}, target: 2{fields}}}\n" for n, fields in enumerate(key_results))
    return f"objectives:\n  - title: Win\n{objective}    key_results:\n{rows}"


STRETCH = ", commitment: aspirational"
ROWS = [
    ("nothing said", "", ("", ""), '"Win" is neither committed nor aspirational'),
    ("one said", "", (STRETCH, ""), '1 key result of "Win" is neither committed nor aspirational'),
    ("one of three said", "", (STRETCH, "", ""), '2 key results of "Win" are neither committed nor aspirational'),
    ("all said", "", (STRETCH, ", commitment: committed"), None),
    ("the objective says it", "    commitment: aspirational\n", ("", ""), None),
    ("the other one is dropped", "", (STRETCH, ", status: dropped"), None),
    ("no key results", "    note: N\n", (), None),
    ("a draft", "    status: draft\n", ("",), None),
]


@pytest.mark.parametrize(("objective", "rows", "message"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_who_says_it(lint: Lint, objective: str, rows: tuple[str, ...], message: str | None) -> None:
    """The objective for all of its key results, or each of them."""
    assert lint("commitment-missing", plan(objective, *rows)) == ([f"6:12 info {message}"] if message else [])


@pytest.mark.parametrize(
    ("preset", "severity"), [("geckoboard", "info"), ("saas", "info"), ("google", "error"), ("all", "info")]
)
def test_the_preset_sets_the_severity(lint: Lint, preset: str, severity: str) -> None:
    """In the playbook of Google it is the first trap; switched on by hand it is a question."""
    (finding,) = lint("commitment-missing", plan("", ""), preset=preset)

    assert f" {severity} " in finding
