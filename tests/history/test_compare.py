"""Changes of meaning, told apart from changes of text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.history.change import CHECK_IN, GOALPOST, PEOPLE, SCOPE, STATUS, WORDING, WORK, Effect
from okrlint.history.compare import compare
from tests.history.plans import DAY, PLAN, Compare, portfolio


@pytest.mark.parametrize(
    "replaced",
    [
        pytest.param((("baseline: 1000", "baseline: 1,000"),), id="a comma"),
        pytest.param((("growth: 25%", "growth: '25%'   # agreed"),), id="quotes and a comment"),
        pytest.param((("baseline: 1000", "baseline:\n          value: 1000"),), id="the long form"),
        pytest.param((("title: Win the agencies", "title: >-\n      Win the\n      agencies"),), id="a folded title"),
        pytest.param((("type: at-most", "type: at-most\n        weight: 1.0"),), id="a default said aloud"),
    ],
)
def test_formatting_is_no_change(replaced: tuple[tuple[str, str], ...], changes: Compare) -> None:
    """Commas, quotes, layout and defaults mean the same."""
    assert changes(*replaced) == ()


def test_a_moved_file_is_no_change() -> None:
    """A plan is the same by team and quarter, whatever its file is called."""
    assert compare(portfolio(PLAN), portfolio(PLAN, "okrs/q4/growth-team.yaml"), DAY) == ()


@pytest.mark.parametrize(
    ("replaced", "what"),
    [
        pytest.param(("growth: 25%", "growth: 20%"), "eased", id="less growth"),
        pytest.param(("growth: 25%", "growth: 30%"), "tightened", id="more growth"),
        pytest.param(("target: $40", "target: $45"), "eased", id="a higher limit"),
        pytest.param(("target: $40", "target: $35"), "tightened", id="a lower limit"),
        pytest.param(("growth: 25%", "target: 1200"), "eased", id="another field, less asked"),
    ],
)
def test_a_goalpost_is_eased_or_tightened(replaced: tuple[str, str], what: str, changes: Compare) -> None:
    """The direction is told from what the same values would score."""
    found = changes(replaced)

    assert {(change.kind, change.what) for change in found} == {(GOALPOST, what)}


def test_the_effect_is_the_same_value_under_both_plans(changes: Compare) -> None:
    """1,100 of 1,000 to 1,250 is 0.4; of 1,000 to 1,200 it is 0.5."""
    (found,) = changes(("growth: 25%", "growth: 20%"))

    assert (found.field, found.before, found.after) == ("growth", "25%", "20%")
    assert found.effect == Effect(Decimal("0.4"), Decimal("0.5"))


def test_a_revision_explains_only_the_value_that_it_names(changes: Compare) -> None:
    """An old reason is none for a new change."""
    revision = "growth: {0}\n        revisions:\n          - date: 2026-10-20\n            field: growth\n            to: 20%\n            reason: Two hires\n"

    (explained,) = changes(("growth: 25%\n", revision.format("20%")))
    (unexplained,) = changes(("growth: 25%\n", revision.format("10%")))

    assert (explained.reason, unexplained.reason) == ("Two hires", "")


@pytest.mark.parametrize(
    ("replaced", "expected"),
    [
        pytest.param(("owner: ana", "owner: chloe"), (PEOPLE, "changed", "owner"), id="owner"),
        pytest.param(("Win the agencies", "Own the agencies"), (WORDING, "changed", "title"), id="title"),
        pytest.param(("2026-Q4\n", "2026-Q4\nstatus: closed\n"), (STATUS, "changed", "status"), id="status"),
        pytest.param(("id: demand", "id: need"), (SCOPE, "renamed", "address"), id="id of an objective"),
        pytest.param(
            ("1100\n", "1100\n          2026-11-16: 1120\n"), (CHECK_IN, "added", "2026-11-16"), id="check-in"
        ),
        pytest.param(("2026-10-12: 1050", "2026-10-12: 1090"), (CHECK_IN, "rewritten", "2026-10-12"), id="rewritten"),
        pytest.param(("          2026-10-12: 1050\n", ""), (CHECK_IN, "removed", "2026-10-12"), id="check-in removed"),
    ],
)
def test_other_changes_have_their_kind(
    replaced: tuple[str, str], expected: tuple[str, str, str], changes: Compare
) -> None:
    """People, wording, status, names and check-ins are told apart from the plan's numbers."""
    found = {(change.kind, change.what, change.field) for change in changes(replaced)}

    assert expected in found
    assert all(change.kind != GOALPOST for change in changes(replaced))


def test_what_is_added_removed_or_dropped_is_scope(changes: Compare) -> None:
    """A key result that vanishes is removed; one set aside openly is dropped."""
    cost = PLAN[PLAN.index("      - id: cost") :]
    without = PLAN.replace(cost, "")

    assert [(c.what, c.address) for c in changes((cost, ""))] == [("removed", "marketing/2026-Q4#demand.cost")]
    assert [c.what for c in compare(portfolio(without), portfolio(PLAN), DAY)] == ["added"]
    assert [c.what for c in changes(("type: at-most", "type: at-most\n        status: dropped"))] == ["dropped"]


def test_a_plan_that_comes_or_goes_is_one_change() -> None:
    """Nobody wants to read every line of a new plan as a change."""
    empty = portfolio("kind: company\nversion: 1\nname: Acme\n", "okrs/company.yaml")

    (added,) = compare(empty, portfolio(PLAN), DAY)
    (removed,) = compare(portfolio(PLAN), empty, DAY)

    assert (added.what, added.field, added.after) == ("added", "plan", "1 objectives, 2 key results")
    assert (removed.what, removed.address) == ("removed", "marketing/2026-Q4")


@given(st.integers(1, 400), st.integers(1, 400))
def test_easing_and_tightening_are_mirror_images(old: int, new: int) -> None:
    """What is eased one way is tightened the other way, and the same is no change."""
    one, other = (PLAN.replace("growth: 25%", f"growth: {growth}%") for growth in (old, new))
    there = [change.what for change in compare(portfolio(one), portfolio(other), DAY)]
    back = [change.what for change in compare(portfolio(other), portfolio(one), DAY)]

    expected = [] if old == new else ["eased"] if new < old else ["tightened"]
    assert there == expected
    assert back == [{"eased": "tightened", "tightened": "eased"}[word] for word in expected]


def test_with_whom_an_objective_is_shared_is_told(changes: Compare) -> None:
    """Of objectives as of key results."""
    (change,) = changes(("    owner: ana\n", "    owner: ana\n    shared_with: [sales/2026-Q4#deals]\n"))

    assert (change.kind, change.field, change.before, change.after) == (
        WORDING,
        "shared_with",
        "",
        "sales/2026-Q4#deals",
    )


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        pytest.param("status: todo", "status: done", "action", id="status"),
        pytest.param("owner: cy", "owner: ana", "action owner", id="owner"),
        pytest.param("due: 2026-10-30", "due: 2026-11-30", "action due", id="due"),
    ],
)
def test_what_becomes_of_an_action_is_told(old: str, new: str, field: str, changes: Compare) -> None:
    """How far it is, who does it, and until when, at its own place."""
    action = "        actions:\n          - title: Ask\n            owner: cy\n            due: 2026-10-30\n            status: todo\n"
    before = PLAN.replace("        growth: 25%\n", f"        growth: 25%\n{action}")

    (change,) = changes((old, new), before=before)

    assert (change.kind, change.field) == (WORK, field)
    assert change.location is not None
    assert before.replace(old, new).splitlines()[change.location.span.start.line - 1].strip() == new
