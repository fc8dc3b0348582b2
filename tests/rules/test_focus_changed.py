"""A focus that moved inside a quarter."""

from __future__ import annotations

import pytest

from tests.rules.pasts import COMPANY, found, history_of, said

RULE = "focus-changed"
PATH = "okrs/company.yaml"
MOVED = COMPANY.replace("metric: mrr", "metric: leads")
SLOWER = COMPANY.replace("growth: 5%", "growth: 3%")
FIRST = ("2026-09-24", "", {PATH: COMPANY})


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param(
            MOVED, 5, 'the focus was moved from "mrr" to "leads" on 2026-11-02 in 0000001 by Ana', id="metric"
        ),
        pytest.param(SLOWER, 6, "the growth of the focus was moved from 5% per month to 3% per month", id="growth"),
    ],
)
def test_a_focus_that_moves_inside_a_quarter_is_found(text: str, line: int, words: str) -> None:
    """At its place in today's file."""
    ((severity, at, message),) = said(found(RULE, history_of(FIRST, ("2026-11-02", "", {PATH: text})), {PATH: text}))

    assert (severity, at) == ("warning", line)
    assert message.startswith(words)


@pytest.mark.parametrize(
    ("day", "text", "as_of"),
    [
        pytest.param("2026-10-09", MOVED, None, id="in the first days"),
        pytest.param("2026-11-02", MOVED.replace("5% per", "'5%' per"), "2027-01-10", id="in a quarter that is over"),
        pytest.param("2026-12-20", f"{MOVED}  since: 2027-Q1\n", None, id="announced for the next quarter"),
        pytest.param("2026-11-02", COMPANY.replace("Acme", "Acme Ltd"), None, id="another field"),
    ],
)
def test_what_moves_no_running_quarter_is_silent(day: str, text: str, as_of: str | None) -> None:
    """A focus may change with the quarter."""
    assert found(RULE, history_of(FIRST, (day, "", {PATH: text})), {PATH: text}, as_of=as_of) == []


def test_there_and_back_is_silent_and_a_reason_makes_an_info() -> None:
    """As with goalposts."""
    there = ("2026-11-02", "we were bought", {PATH: MOVED})

    assert found(RULE, history_of(FIRST, there, ("2026-11-09", "", {PATH: COMPANY})), {PATH: COMPANY}) == []
    assert [severity for severity, *_ in said(found(RULE, history_of(FIRST, there), {PATH: MOVED}))] == ["info"]


def test_the_first_company_file_moves_nothing() -> None:
    """What was not there before has not moved."""
    assert found(RULE, history_of(("2026-11-02", "", {PATH: MOVED})), {PATH: MOVED}) == []
