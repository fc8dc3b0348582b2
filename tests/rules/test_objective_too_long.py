"""Objectives that do not fit on a line."""

from __future__ import annotations

from collections.abc import Callable

Lint = Callable[..., list[str]]

LONG = "Win agencies " + "and more agencies " * 4


def objective(title: str, more: str = "") -> str:
    """A plan with one objective."""
    return f"objectives:\n  - title: '{title}'\n    id: a\n{more}"


def test_seventy_fit(lint: Lint) -> None:
    """The limit is the last that does."""
    assert lint("objective-too-long", objective("x" * 70)) == []
    assert lint("objective-too-long", objective("x" * 71)) == [
        f'6:12 info "{"x" * 69}…" has 71 characters; the limit is 70'
    ]


def test_the_limit_can_be_set(lint: Lint) -> None:
    """A team with long product names may want more."""
    assert lint("objective-too-long", objective(LONG), options={"max": 120}) == []
    assert len(lint("objective-too-long", objective("Short enough"), options={"max": 10})) == 1


def test_only_what_a_reader_sees_is_counted(lint: Lint) -> None:
    """Addresses, marks and line breaks are not."""
    link = f"Win [agencies](https://example.com/{'x' * 60}) for **good**"
    bare = f"Win agencies https://example.com/{'x' * 60}"
    folded = "objectives:\n  - title: >-\n      Win agencies\n\n\n      for good\n"

    assert lint("objective-too-long", objective(link)) == []
    assert lint("objective-too-long", objective(bare)) == []
    assert lint("objective-too-long", folded, options={"max": 21}) == []
    assert len(lint("objective-too-long", folded, options={"max": 20})) == 1


def test_what_does_not_count(lint: Lint) -> None:
    """Drafts and closed plans."""
    assert lint("objective-too-long", objective(LONG, "    status: draft\n")) == []
    assert lint("objective-too-long", "status: closed\n" + objective(LONG)) == []
    assert len(lint("objective-too-long", objective(LONG))) == 1
