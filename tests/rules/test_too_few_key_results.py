"""Fewer key results than the preset asks for, and none at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


HEAD = "objectives:\n  - title: Be asked for by name\n"


def test_two_are_too_few_in_the_default_preset(lint: Lint) -> None:
    """The place is the list, because something has to be added there."""
    found = lint("too-few-key-results", HEAD + "    key_results:\n      - title: A\n      - title: B")

    assert found == ['7:5 error "Be asked for by name" has 2 key results; preset geckoboard asks for at least 3']


@pytest.mark.parametrize("preset", ["geckoboard", "t2d3", "saas", "google", "minimal", "all"])
@pytest.mark.parametrize(
    ("text", "place"), [(HEAD, "6:12"), (HEAD + "    key_results: []", "7:5")], ids=["no field", "empty list"]
)
def test_none_is_an_error_in_every_preset(lint: Lint, preset: str, text: str, place: str) -> None:
    """What has no key result cannot be scored, however mild the preset."""
    assert lint("too-few-key-results", text, preset=preset) == [
        f'{place} error "Be asked for by name" has no key result'
    ]


def test_one_is_enough_for_t2d3(lint: Lint) -> None:
    """T2D3 sets an upper limit only."""
    assert lint("too-few-key-results", HEAD + "    key_results:\n      - title: A", preset="t2d3") == []


def test_drafts_alone_are_none_at_all(lint: Lint) -> None:
    """The message says that the drafts were seen."""
    rows = "    key_results:\n      - {title: A, status: draft}\n      - {title: B, status: dropped}"

    assert lint("too-few-key-results", HEAD + rows) == [
        '7:5 error "Be asked for by name" has no key result that counts: 2 of 2 are drafts or dropped'
    ]


@pytest.mark.parametrize("status", ["draft", "dropped"])
def test_an_objective_that_does_not_count_needs_none(lint: Lint, status: str) -> None:
    """An idea may be written down before anybody knows how to measure it."""
    assert lint("too-few-key-results", HEAD + f"    status: {status}") == []
