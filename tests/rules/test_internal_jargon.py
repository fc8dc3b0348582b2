"""Names that only insiders know."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


def plan(title: str, more: str = "type: done", status: str = "active") -> str:
    """A plan of one key result, whose title stands on line 8."""
    return f"status: {status}\nobjectives:\n  - {{title: A, key_results: [\n      {{title: {title}, {more}}}]}}"


def test_the_name_is_the_place(lint: Lint) -> None:
    """With its version."""
    assert lint("internal-jargon", plan("Roll out Falcon v4.1")) == [
        '8:24 info only insiders know what "Falcon v4.1" is: "Roll out Falcon v4.1"'
    ]


@pytest.mark.parametrize(
    "more",
    ["target: 5", "baseline: 3, target: 5", "type: done, metric: 300 customers use it", "type: done, status: draft"],
    ids=["a count", "a change", "the metric", "a draft"],
)
def test_an_effect_in_the_fields_is_enough(lint: Lint, more: str) -> None:
    """Then the name is only how."""
    assert lint("internal-jargon", plan("Roll out Falcon", more)) == []


def test_known_names(lint: Lint) -> None:
    """Those of the settings, of the company, and of the world."""
    company = {"okrs/company.yaml": "kind: company\nversion: 1\nname: Falcon"}

    assert len(lint("internal-jargon", plan("Launch Falcon"))) == 1
    assert lint("internal-jargon", plan("Launch Falcon"), options={"allow": ("falcon",)}) == []
    assert lint("internal-jargon", plan("Launch Falcon"), files=company) == []
    assert lint("internal-jargon", plan("Roll out Salesforce")) == []


def test_closed_plans_are_history(lint: Lint) -> None:
    """Nobody rewords what is over."""
    assert lint("internal-jargon", plan("Launch Falcon", status="closed")) == []
