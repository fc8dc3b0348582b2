"""More objectives than the preset allows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


def plan(*statuses: str, rest: str = "") -> str:
    """A plan with one objective for each status."""
    rows = (f"  - {{id: o{n}, title: Goal {n}, status: {status}}}" for n, status in enumerate(statuses))
    return rest + "objectives:\n" + "\n".join(rows)


@pytest.mark.parametrize(
    ("preset", "number", "expected"),
    [
        ("geckoboard", 4, []),
        ("geckoboard", 5, ["5:1 error 5 objectives; preset geckoboard allows 4"]),
        ("t2d3", 5, []),
        ("t2d3", 6, ["5:1 error 6 objectives; preset t2d3 allows 5"]),
        ("google", 6, ["5:1 warning 6 objectives; preset google allows 5"]),
        ("minimal", 8, ["5:1 warning 8 objectives; preset minimal allows 7"]),
        ("all", 5, ["5:1 error 5 objectives; preset all allows 4"]),
    ],
    ids=str,
)
def test_the_limit_is_the_presets(lint: Lint, preset: str, number: int, expected: list[str]) -> None:
    """The message names the preset that set the limit."""
    assert lint("too-many-objectives", plan(*["active"] * number), preset=preset) == expected


def test_a_limit_of_the_settings_is_not_blamed_on_the_preset(lint: Lint) -> None:
    """Who set a limit of their own is told that their settings allow it."""
    found = lint("too-many-objectives", plan(*["active"] * 7), options={"max": 6})

    assert found == ["5:1 error 7 objectives; the settings allow 6"]


def test_drafts_and_dropped_objectives_do_not_count(lint: Lint) -> None:
    """Only what the team works on dilutes its focus."""
    assert lint("too-many-objectives", plan("active", "active", "active", "active", "draft", "dropped")) == []


@pytest.mark.parametrize("status", ["draft", "active", "closed"])
def test_the_status_of_the_plan_changes_nothing(lint: Lint, status: str) -> None:
    """A suppression that was needed while the plan was active is still needed once it is closed."""
    found = lint("too-many-objectives", plan(*["active"] * 5, rest=f"status: {status}\n"))

    assert found == ["6:1 error 5 objectives; preset geckoboard allows 4"]


@pytest.mark.parametrize("text", ["objectives:", "objectives: []", "lead: ana"], ids=str)
def test_a_plan_without_objectives_has_not_too_many(lint: Lint, text: str) -> None:
    """An empty plan is no matter of this rule, and nothing breaks."""
    assert lint("too-many-objectives", text) == []
