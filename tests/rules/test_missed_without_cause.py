"""Misses that nobody explained."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lint = Callable[..., list[str]]
CLOSED = "2027-01-05"


def plan(*lines: str, status: str = "closed") -> str:
    """A plan whose only key result has these fields; its title stands on line 9, the first of them on line 10."""
    rows = "".join(f"        {line}\n" for line in lines)
    return f"status: {status}\nobjectives:\n  - title: A\n    key_results:\n      - title: Leads\n{rows}"


ROWS = [
    ("below par", ("close: {score: 0.3}",), '10:24 error "Leads" ended at 0.3, below par (0.6), and no cause is given'),
    ("at par", ("close: {score: 0.6}",), None),
    ("just below", ("close: {score: 0.59}",), '10:24 error "Leads" ended at 0.59, below par (0.6), and no cause is given'),
    ("zero", ("close: {score: 0}",), '10:24 error "Leads" ended at 0, below par (0.6), and no cause is given'),
    ("a promise", ("close: {score: 0.9}", "commitment: committed"), '10:24 error "Leads" ended at 0.9, where 1 was committed, and no cause is given'),
    ("a kept promise", ("close: {score: 1.0}", "commitment: committed"), None),
    ("with a cause", ("close: {score: 0.3, cause: budget-short}",), None),
    ("other without words", ("close: {score: 0.3, cause: other}",), '10:36 error "Leads" ended at 0.3, below par (0.6), and the cause "other" has no words'),
    ("other with words", ("close: {score: 0.3, cause: other, learned: The fair burnt down}",), None),
    ("par and other without words", ("close: {score: 0.7, cause: other}",), None),
    ("dropped", ("close: {score: 0.1}", "status: dropped"), None),
    ("a draft", ("close: {score: 0.1}", "status: draft"), None),
    ("computed", ("baseline: 0", "target: 10", "check_ins: {2026-12-28: 5}"), '9:16 error "Leads" ended at 0.5, below par (0.6), and no cause is given'),
    ("recorded over computed", ("close: {score: 0.6}", "baseline: 0", "target: 10", "check_ins: {2026-12-28: 5}"), None),
    ("a number off the scale is no score", ("close: {score: 6}", "baseline: 0", "target: 10", "check_ins: {2026-12-28: 5}"), '10:24 error "Leads" ended at 0.5, below par (0.6), and no cause is given'),
    ("closed with words only", ("close: {learned: More}", "baseline: 0", "target: 10", "check_ins: {2026-12-28: 5}"), '10:17 error "Leads" ended at 0.5, below par (0.6), and no cause is given'),
    ("never measured", ("baseline: 0", "target: 10"), '9:16 error "Leads" was closed without a single value, and no cause is given'),
    ("not judged", ("scoring: judged", "note: N"), '9:16 error "Leads" was closed without a single value, and no cause is given'),
    ("judged", ("scoring: judged", "note: N", "close: {score: 0.7}"), None),
    ("cannot be scored, another rule's", ("type: increase", "target: 10"), None),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_closed_plans(lint: Lint, lines: tuple[str, ...], expected: str | None) -> None:
    """Par is 0.6, and 1 for a promise."""
    assert lint("missed-without-cause", plan(*lines), as_of=CLOSED) == ([expected] if expected else [])


LOW = ("baseline: 0", "target: 10", "check_ins: {2026-12-28: 5}")


@pytest.mark.parametrize(
    ("status", "as_of", "number"),
    [
        ("closed", "2026-12-01", 1),
        ("closed", None, 0),
        ("active", "2027-01-14", 0),
        ("active", "2027-01-15", 1),
        ("draft", "2027-03-01", 0),
    ],
)
def test_when_it_is_asked(lint: Lint, status: str, as_of: str | None, number: int) -> None:
    """At once when it is closed, else from the fifteenth day after the quarter on; a draft promised nothing."""
    assert len(lint("missed-without-cause", plan(*LOW, status=status), as_of=as_of)) == number


def test_an_open_plan_stands_where_it_stands(lint: Lint) -> None:
    """Nobody has said yet that it ended there; and what was never measured is told by other rules."""
    assert lint("missed-without-cause", plan(*LOW, status="active"), as_of="2027-02-01") == [
        '9:16 error "Leads" stands at 0.5, below par (0.6), and no cause is given'
    ]
    assert lint("missed-without-cause", plan(*LOW[:2], status="active"), as_of="2027-02-01") == []


def test_late_numbers_count(lint: Lint) -> None:
    """What is read in the first days of the next quarter is still the end of this one."""
    text = plan("baseline: 0", "target: 10", "check_ins: {2026-12-28: 5, 2027-01-04: 6}")

    assert lint("missed-without-cause", text, as_of="2027-01-20") == []


def test_the_grace_is_an_option(lint: Lint) -> None:
    """Who closes within a week may be asked after a week."""
    text = plan(*LOW, status="active")

    assert len(lint("missed-without-cause", text, as_of="2027-01-08", options={"grace_days": 7})) == 1
    assert lint("missed-without-cause", text, as_of="2027-01-07", options={"grace_days": 7}) == []


def test_without_a_readable_quarter(lint: Lint) -> None:
    """A closed plan is over whatever its quarter is called; an active one is never."""
    head = "kind: plan\nversion: 1\nteam: marketing\n"

    assert len(lint("missed-without-cause", head + plan("close: {score: 0.3}"), as_of=CLOSED)) == 1
    assert lint("missed-without-cause", head + plan(*LOW, status="active"), as_of=CLOSED) == []
