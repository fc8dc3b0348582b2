"""Key results that are behind, with and without an answer."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

Lint = Callable[..., list[str]]
RULE = "behind-without-next"
TODAY = "2026-11-15"  # day 46 of 92


def plan(*lines: str, status: str = "active") -> str:
    """A plan whose only key result has these fields; the first stands on line 10."""
    rows = "".join(f"        {line}\n" for line in lines)
    return f"status: {status}\nobjectives:\n  - title: A\n    key_results:\n      - title: Leads\n{rows}"


def at(value: str, day: str = "2026-11-15") -> tuple[str, ...]:
    """An increase from 0 to 100 whose only check-in has its key on line 13."""
    return ("baseline: 0", "target: 100", "check_ins:", f"  {day}: {value}")


def said(place: str, words: str) -> list[str]:
    """The finding at a place."""
    return [f'{place} warning "Leads" {words}, and no next activity is named']


ROWS = [
    ("on track", at("50"), []),
    ("at par pace, which is behind in words", at("30"), []),
    ("below par pace", at("29"), said("13:11", "was at 0.29 on 2026-11-15, when 0.50 of the time was over")),
    ("at risk", at("5"), said("13:11", "was at 0.05 on 2026-11-15, when 0.50 of the time was over")),
    ("backwards", at("-20"), said("13:11", "was at −0.20 on 2026-11-15, when 0.50 of the time was over")),
    ("with a next", at("{value: 5, next: Call them}"), []),
    ("with a note only", at("{value: 5, note: Well}"), said("13:11", "was at 0.05 on 2026-11-15, when 0.50 of the time was over")),
    ("judged on the day of its number", at("25", "2026-10-30"), []),
    ("a promise at par pace", (*at("38"), "commitment: committed"), said("13:11", "was at 0.38 on 2026-11-15, when 0.50 of the time was over")),
    ("a promise on track", (*at("41"), "commitment: committed"), []),
    ("dropped", (*at("5"), "status: dropped"), []),
    ("no check-in", ("baseline: 0", "target: 100"), []),
    ("a check-in of tomorrow", at("5", "2026-11-16"), []),
    ("cannot be scored", ("target: 100", "type: increase", "check_ins:", "  2026-11-15: 5"), []),
    ("judged", (*at("5"), "scoring: judged", "note: N"), []),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_pace(lint: Lint, lines: tuple[str, ...], expected: list[str]) -> None:
    """Half of the quarter is over; an aspirational key result may be at 0.6 of it, a promise may not."""
    assert lint(RULE, plan(*lines), as_of=TODAY) == expected


def test_the_last_check_in_answers(lint: Lint) -> None:
    """What was next three weeks ago is no answer of today, and a later note may bring one."""
    older = ("baseline: 0", "target: 100", "check_ins:", "  2026-10-26: {value: 4, next: Call}", "  2026-11-09: 5")
    note = ("baseline: 0", "target: 100", "check_ins:", "  2026-11-09: 5", "  2026-11-12: {next: Call them}")

    assert lint(RULE, plan(*older), as_of=TODAY) == said(
        "14:11", "was at 0.05 on 2026-11-09, when 0.43 of the time was over"
    )
    assert lint(RULE, plan(*note), as_of=TODAY) == []


ANSWERS = [
    ("an open action", "due: 2026-11-20", 0),
    ("one under way without a day", "status: doing", 0),
    ("one that is a week late", "due: 2026-11-08", 0),
    ("one that is forgotten", "due: 2026-11-07", 1),
    ("one that is done", "due: 2026-11-20, done: 2026-11-10", 1),
    ("one that is done on a later day", "due: 2026-11-20, done: 2026-11-18", 0),
    ("one that is dropped", "due: 2026-11-20, status: dropped", 1),
]


@pytest.mark.parametrize(("fields", "number"), [row[1:] for row in ANSWERS], ids=[row[0] for row in ANSWERS])
def test_an_open_action_is_an_answer(lint: Lint, fields: str, number: int) -> None:
    """What is planned and not forgotten is a next activity; what is over is none."""
    assert len(lint(RULE, plan(*at("5"), f"actions: [{{title: Call, {fields}}}]"), as_of=TODAY)) == number


@pytest.mark.parametrize(
    ("as_of", "number"),
    [("2026-10-18", 0), ("2026-10-19", 1), ("2026-12-31", 1), ("2027-01-01", 0), ("2026-09-30", 0), (None, 0)],
)
def test_the_days_on_which_it_is_asked(lint: Lint, as_of: str | None, number: int) -> None:
    """Not in the first fifth of the quarter, which ends on day 18.4, and not when it is over."""
    assert len(lint(RULE, plan(*at("-50", "2026-10-17")), as_of=as_of)) == number


@pytest.mark.parametrize("status", ["draft", "closed"])
def test_only_active_plans(lint: Lint, status: str) -> None:
    """A draft is not under way, and a closed plan has nothing next."""
    assert lint(RULE, plan(*at("5"), status=status), as_of=TODAY) == []


def test_limits(lint: Lint) -> None:
    """A limit is held in a share of the weeks; 0.6 of them is par."""
    weeks = ["2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"]
    for broken, expected in (
        (2, []),
        (3, said("18:11", "has held its limit in 0.50 of the time by 2026-11-09")),
    ):
        rows = [f"  {day}: {9 if number < broken else 4}" for number, day in enumerate(weeks)]
        assert lint(RULE, plan("type: at-most", "target: 5", "check_ins:", *rows), as_of=TODAY) == expected


def test_a_yes_or_no_after_its_day(lint: Lint) -> None:
    """Before its day there is no pace."""
    lines = ("type: done", "due: 2026-11-06", "check_ins:", "  2026-11-02: false")

    assert lint(RULE, plan(*lines), as_of="2026-11-05") == []
    assert lint(RULE, plan(*lines), as_of=TODAY) == said("13:11", "was due on 2026-11-06 and is not done")
    assert lint(RULE, plan(*lines[:3], "  2026-11-06: true"), as_of=TODAY) == []


def test_past_its_own_day(lint: Lint) -> None:
    """A number that should have been reached still needs an answer while the quarter runs."""
    lines = ("baseline: 0", "target: 100", "due: 2026-10-31", "check_ins:", "  2026-11-02: 40")

    assert lint(RULE, plan(*lines), as_of=TODAY) == said(
        "14:11", "was at 0.40 on 2026-11-02, when 1.00 of the time was over"
    )


STEPS = ("milestones:", "  - {title: Terms, due: 2026-10-30}", "  - {title: Sign, due: 2026-12-11}")
LATE = ['11:33 warning "Terms" was due on 2026-10-30, and no next activity is named']
MILESTONES = [
    ("late", STEPS, TODAY, LATE),
    ("a week late", STEPS, "2026-11-06", []),
    ("eight days late", STEPS, "2026-11-07", LATE),
    ("done late", (STEPS[0], STEPS[1].replace("}", ", done: 2026-11-10}"), STEPS[2]), TODAY, []),
    ("an open action", (*STEPS, "actions: [{title: Call, status: doing}]"), TODAY, []),
    ("finished and dropped actions", (*STEPS, "actions: [{title: Call, status: dropped}, {title: Ask, done: 2026-10-12}]"), TODAY, LATE),
    ("a next since it was due", (*STEPS, "check_ins: {2026-11-02: {next: Call}}"), TODAY, []),
    ("a next of before", (*STEPS, "check_ins: {2026-10-26: {next: Call}}"), TODAY, LATE),
    ("without a day of its own", ("milestones:", "  - {title: Terms}", "  - {title: Sign}"), TODAY, []),
    ("a light step", ("milestones:", "  - {title: Terms, weight: 0.1, due: 2026-10-30}", "  - {title: Sign, weight: 0.9}"), TODAY, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "as_of", "expected"), [row[1:] for row in MILESTONES], ids=[row[0] for row in MILESTONES]
)
def test_milestones(lint: Lint, lines: tuple[str, ...], as_of: str, expected: list[str]) -> None:
    """A step is behind a week after its day; an open action or a later `next` is the answer."""
    assert lint(RULE, plan(*lines), as_of=as_of) == expected


def test_the_options(lint: Lint) -> None:
    """How early, and how late."""
    assert len(lint(RULE, plan(*at("-50", "2026-10-10")), as_of="2026-10-12", options={"after": Decimal("0.1")})) == 1
    assert lint(RULE, plan(*at("5")), as_of=TODAY, options={"after": Decimal("0.6")}) == []
    assert lint(RULE, plan(*STEPS), as_of=TODAY, options={"late_days": 30}) == []
