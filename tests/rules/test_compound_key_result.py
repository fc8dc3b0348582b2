"""Two measures in one key result."""

from __future__ import annotations

from collections.abc import Callable

Lint = Callable[..., list[str]]


def plan(title: str, more: str = "", status: str = "active") -> str:
    """A plan of one key result, whose title begins in column 17 of line 8."""
    return f"status: {status}\nobjectives:\n  - {{title: A, key_results: [\n      {{title: '{title}'{more}}}]}}"


def test_the_second_number_is_the_place(lint: Lint) -> None:
    """Whatever the fields say."""
    title = "Publish 5 case studies and raise the click rate by 10%"
    found = f'8:67 warning "10%" is a second measure in "{title}"'

    assert lint("compound-key-result", plan(title)) == [found]
    assert lint("compound-key-result", plan(title, ", target: 5")) == [found]


def test_a_guard_or_condition_is_no_second_measure(lint: Lint) -> None:
    """They say more about the first."""
    for title in ("Win 5 deals in 3 countries", "Grow by 20% while keeping churn under 2%", "SSO and RBAC for 5 banks"):
        assert lint("compound-key-result", plan(title)) == []


def test_what_does_not_count(lint: Lint) -> None:
    """Drafts, dropped ones and closed plans."""
    title = "Publish 5 case studies and 3 webinars"

    assert lint("compound-key-result", plan(title, ", status: dropped")) == []
    assert lint("compound-key-result", plan(title, status="closed")) == []
    assert lint("compound-key-result", "objectives:\n  - {title: A, key_results: [{id: no-title}]}") == []
