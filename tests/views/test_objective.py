"""What a page says of one objective beside its key results."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reports.sites import COMPANY, MARKETING, plan_rows, plan_text, survey

if TYPE_CHECKING:
    from okrlint.views.report import Row

EARLIER = "okrs/2026-Q3/marketing.yaml"
PRODUCT = "okrs/2026-Q4/product.yaml"
DONE = "- title: x\n  target: 10\n  check_ins:\n    {day}: {value}"


def objective(files: dict[str, str], team: str = "Marketing", quarter: str = "2026-Q4") -> Row:
    """The first objective of a team as a page would get it."""
    plans = plan_rows(survey({"okrs/company.yaml": COMPANY, **files}))
    plan = next(plan for plan in plans if (plan["team"], plan["quarter"]) == (team, quarter))
    return (plan["objectives"] + plan["others"])[0]  # type: ignore[no-any-return]


def with_fields(text: str, fields: str) -> str:
    """The plan with more fields at its objective."""
    return text.replace("    owner: ana\n", f"    owner: ana\n{fields}", 1)


def test_who_owns_it_and_who_helps() -> None:
    """Whoever has a key result or an action of it helps; the owner is not named again."""
    text = plan_text(
        "- title: x\n  owner: bo\n  actions:\n    - title: a\n      owner: cy\n    - title: b\n      owner: ana"
    )
    found = objective({MARKETING: text})
    assert (found["owners"], found["helpers"]) == (["Ana Alves"], ["bo", "cy"])


def test_its_parents_and_children() -> None:
    """It links to what it supports, and what supports it is found in the other plans."""
    child = with_fields(plan_text("- title: y", team="product"), "    supports: [focus, marketing/2026-Q4#demand]\n")
    files = {MARKETING: plan_text("- title: x"), PRODUCT: child}
    assert objective(files)["supporters"] == [
        {"text": "Product 2026-Q4: Be found", "target": "quarters/2026-q4/product/demand"}
    ]
    assert [parent["text"] for parent in objective(files, "Product")["supports"]] == [
        "the focus", "Marketing 2026-Q4: Be found",
    ]  # fmt: skip


def test_the_same_objective_a_quarter_before() -> None:
    """The objective of the same id links both ways, with the score that it had."""
    files = {
        EARLIER: plan_text(DONE.format(day="2026-09-28", value=6), quarter="2026-Q3", more="status: closed\n"),
        MARKETING: plan_text(DONE.format(day="2026-11-09", value=5)),
    }
    now, before = objective(files), objective(files, quarter="2026-Q3")
    assert [(row["target"], row["note"]) for row in now["earlier"]] == [
        ("quarters/2026-q3/marketing/demand", "score 0.60")
    ]
    assert [(row["target"], row["note"]) for row in before["later"]] == [
        ("quarters/2026-q4/marketing/demand", "score 0.50")
    ]
    assert (now["later"], before["earlier"]) == ([], [])
    assert (now["bullet"]["value"], now["bullet"]["previous"], now["bullet"]["tone"]) == (0.5, 0.6, "link")
    assert before["bullet"]["tone"] == "fair"


@pytest.mark.parametrize(
    ("address", "count"),
    [
        pytest.param("marketing/2026-Q3#other", 1, id="the one that it names"),
        pytest.param("marketing/2026-Q3#nowhere", 0, id="no other where that one is not there"),
        pytest.param("marketing/2026-Q3#other.x", 0, id="a key result is no objective"),
    ],
)
def test_what_it_says_to_carry_on(address: str, count: int) -> None:
    """`carried_from` is taken at its word."""
    before = plan_text("- id: x\n  title: x", quarter="2026-Q3").replace("id: demand", "id: other")
    text = with_fields(plan_text("- title: x"), f"    carried_from: {address}\n")
    assert len(objective({EARLIER: before, MARKETING: text})["earlier"]) == count


def test_changes_of_the_objective_itself() -> None:
    """What was changed openly is told at the objective too, not at key results only."""
    change = "    revisions:\n      - date: 2026-10-20\n        field: title\n        from: Be seen\n        to: Be found\n        reason: Clearer\n"
    revisions = objective({MARKETING: with_fields(plan_text("- title: x"), change)})["revisions"]
    assert [(row["field"], row["before"], row["after"], row["reason"]) for row in revisions] == [
        ("title", "Be seen", "Be found", "Clearer")
    ]


@pytest.mark.parametrize(("status", "word"), [("draft", "draft"), ("dropped", "dropped")])
def test_what_does_not_count_says_so(status: str, word: str) -> None:
    """A draft or dropped objective has its word; one that counts has none."""
    assert objective({MARKETING: with_fields(plan_text("- title: x"), f"    status: {status}\n")})["apart"].word == word
    assert objective({MARKETING: plan_text("- title: x")})["apart"] is None


def test_without_a_score_there_is_no_bar() -> None:
    """Nothing is drawn before the first check-in."""
    assert objective({MARKETING: plan_text("- title: x\n  target: 5")})["bullet"] is None


def test_a_committed_objective_has_no_par_band() -> None:
    """Its par is 1."""
    text = with_fields(plan_text(DONE.format(day="2026-11-09", value=5)), "    commitment: committed\n")
    assert objective({MARKETING: text})["bullet"]["band"] is None
