"""Objectives that read like key results."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Increase revenue by 20%", '6:33 info "20%" makes a key result of "Increase revenue by 20%"'),
        ("Grow from 5 to 9 markets", '6:23 info "5 to 9" makes a key result of "Grow from 5 to 9 markets"'),
        ("Reach $1M a year", '6:19 info "$1M" makes a key result of "Reach $1M a year"'),
    ],
    ids=["a share", "from and to", "money"],
)
def test_the_number_is_the_place(lint: Lint, title: str, expected: str) -> None:
    """A share, a change or an amount is for key results."""
    assert lint("metric-in-objective", f"objectives:\n  - {{title: {title}}}") == [expected]


def test_what_does_not_count(lint: Lint) -> None:
    """Drafts, dropped ones, closed plans, and objectives without a title."""
    for row in ("title: Grow by 20%, status: draft", "title: Grow by 20%, status: dropped", "id: a"):
        assert lint("metric-in-objective", f"objectives:\n  - {{{row}}}") == []
    assert lint("metric-in-objective", "status: closed\nobjectives:\n  - {title: Grow by 20%}") == []


def test_names_may_hold_numbers(lint: Lint) -> None:
    """And metrics may be named."""
    for title in ("Be the choice of the $1B market", "Lower churn by helping early", "Offer 24/7 help"):
        assert lint("metric-in-objective", f"objectives:\n  - {{title: {title}}}") == []


def test_names_of_the_settings(lint: Lint) -> None:
    """A house may have names that hold a number."""
    text = "objectives:\n  - {title: Live our 5% club}"

    assert len(lint("metric-in-objective", text.replace("club", "idea"))) == 1
    assert lint("metric-in-objective", text.replace("club", "idea"), options={"allow": ("our 5% idea",)}) == []
