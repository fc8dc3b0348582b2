"""Check-ins that say something else than they said."""

from __future__ import annotations

import pytest

from tests.rules.pasts import PATH, PLAN, found, history_of, plan, said

RULE = "check-in-rewritten"
RECORDED = ("2026-10-12", "", {PATH: PLAN})
REWRITTEN = plan(("2026-10-12: 1050", "2026-10-12: 1150"))


def test_a_rewritten_value_is_found_at_its_place() -> None:
    """With both values and the commit."""
    words = "the check-in of 2026-10-12 said 1,050 and says 1,150 since 2026-11-02 in 0000001 by Ana, and no"

    found_now = said(found(RULE, history_of(RECORDED, ("2026-11-02", "", {PATH: REWRITTEN})), {PATH: REWRITTEN}))

    assert found_now == [("warning", 15, f"{words} `corrected` says why")]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        pytest.param("2026-10-14", REWRITTEN, id="a slip that was mended at once"),
        pytest.param("2026-11-02", plan(("2026-10-12: 1050", "2026-10-12: 1,050")), id="written in another way"),
        pytest.param("2026-11-02", plan(("2026-10-12: 1050", "2026-10-19: 1150")), id="another day"),
        pytest.param(
            "2026-11-02", plan(("2026-10-12: 1050", "2026-10-12: {value: 1150, corrected: late}")), id="corrected"
        ),
        pytest.param("2026-11-02", plan(("2026-10-12: 1050", "2026-10-12: {value: 1050, note: good}")), id="a note"),
    ],
)
def test_what_rewrites_nothing_is_silent(day: str, text: str) -> None:
    """Formatting, notes, and corrections that say so."""
    assert found(RULE, history_of(RECORDED, (day, "", {PATH: text})), {PATH: text}) == []


def test_a_back_filled_check_in_is_bound_from_its_commit() -> None:
    """However old its day is, it may be mended for two days after it was written."""
    filled = ("2026-12-20", "", {PATH: PLAN})

    assert found(RULE, history_of(filled, ("2026-12-22", "", {PATH: REWRITTEN})), {PATH: REWRITTEN}) == []
    assert len(found(RULE, history_of(filled, ("2026-12-23", "", {PATH: REWRITTEN})), {PATH: REWRITTEN})) == 1


def test_a_reason_in_the_commit_makes_an_info_of_it() -> None:
    """As with goalposts."""
    past = history_of(RECORDED, ("2026-11-02", "the CRM counted twice", {PATH: REWRITTEN}))

    assert [severity for severity, *_ in said(found(RULE, past, {PATH: REWRITTEN}))] == ["info"]


def test_what_is_not_committed_counts_too() -> None:
    """Once the first days are over."""
    past = history_of(RECORDED)

    assert found(RULE, past, {PATH: REWRITTEN}, as_of="2026-10-14") == []
    assert "now (not committed yet)" in found(RULE, past, {PATH: REWRITTEN}, as_of="2026-10-15")[0].message


def test_what_is_known_by_its_position_only_is_not_judged() -> None:
    """A key result without an id may have stood in another place a week ago."""
    nameless, other = (text.replace("id: leads", "note: x") for text in (PLAN, REWRITTEN))

    assert (
        found(RULE, history_of(("2026-10-12", "", {PATH: nameless}), ("2026-11-02", "", {PATH: other})), {PATH: other})
        == []
    )
