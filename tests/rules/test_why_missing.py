"""Objectives without a reason."""

from __future__ import annotations

from collections.abc import Callable

Lint = Callable[..., list[str]]

REASON = "why: Agencies churn because set-up takes two days"


def objectives(*rows: str) -> str:
    """A plan with these objectives, each a flow mapping's inside."""
    return "objectives:\n" + "\n".join(f"  - {{{row}}}" for row in rows)


def test_one_objective_is_named(lint: Lint) -> None:
    """At its title, or at the reason that is none."""
    text = objectives("title: Drive demand", f"title: B, {REASON}")
    short = objectives("title: Drive demand, why: Important", f"title: B, {REASON}")

    assert lint("why-missing", text) == ['6:13 info "Drive demand" gives no reason']
    assert lint("why-missing", short) == ['6:32 info "Important" is all the reason that "Drive demand" gives']


def test_several_are_told_in_one_line(lint: Lint) -> None:
    """One finding a plan, at the first of them."""
    text = objectives("title: A", f"title: B, {REASON}", "title: C, why: Growth")

    assert lint("why-missing", text) == ["6:13 info 2 of 3 objectives give no reason of at least 20 characters"]


def test_how_short_is_short_can_be_set(lint: Lint) -> None:
    """A team may want whole sentences, or a word."""
    text = objectives("title: A, why: Growth")

    assert lint("why-missing", text, options={"min": 6}) == []
    assert len(lint("why-missing", objectives(f"title: A, {REASON}"), options={"min": 60})) == 1


def test_who_needs_none(lint: Lint) -> None:
    """Health explains itself, drafts wait, and closed plans are history."""
    assert lint("why-missing", objectives("title: A, supports: health")) == []
    assert len(lint("why-missing", objectives("title: A, supports: [health, focus]"))) == 1
    assert lint("why-missing", objectives("title: A, status: draft", "title: B, status: dropped")) == []
    assert lint("why-missing", "status: closed\n" + objectives("title: A")) == []
