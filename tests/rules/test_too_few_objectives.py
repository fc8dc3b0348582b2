"""Fewer objectives than the preset asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


def test_one_objective_is_a_warning(lint: Lint) -> None:
    """A small team may disagree, so it is no error."""
    found = lint("too-few-objectives", "objectives:\n  - title: One goal")

    assert found == ["5:1 warning 1 objective; preset geckoboard asks for at least 3"]


def test_waiting_drafts_are_named(lint: Lint) -> None:
    """Who still writes sees that the drafts were seen."""
    found = lint("too-few-objectives", "objectives:\n  - title: One\n  - {title: Two, status: draft}")

    assert found == ["5:1 warning 1 objective and 1 draft; preset geckoboard asks for at least 3"]


@pytest.mark.parametrize(
    ("text", "place"), [("objectives: []", "5:1"), ("objectives:", "5:1"), ("lead: ana", "3:7")], ids=str
)
def test_a_plan_without_objectives_is_told_at_its_best_place(lint: Lint, text: str, place: str) -> None:
    """The key where there is one, else the team."""
    expected = f"{place} warning 0 objectives; preset geckoboard asks for at least 3"

    assert lint("too-few-objectives", text) == [expected]


def test_presets_weigh_it_differently(lint: Lint) -> None:
    """A question for google, which asks for one."""
    found = lint("too-few-objectives", "objectives: []", preset="google")

    assert found == ["5:1 info 0 objectives; preset google asks for at least 1"]
