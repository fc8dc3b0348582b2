"""The weekly meeting on one page: what comes first, what is cut, and that it fits."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from okrlint.views.agenda import LINES, QUESTION, agenda_row
from okrlint.views.documents import document
from tests.reports.sites import COMPANY, MARKETING, plan_text, survey

DAY = date(2026, 11, 15)
LEADS = "id: leads, title: Leads, owner: ana, baseline: 0, target: 100, check_ins: {2026-11-02: 30, 2026-11-09: 45}"


def row(key_results: str, more: str = "") -> dict[str, Any]:
    """The agenda of one plan on the middle day of its quarter."""
    given = survey({MARKETING: plan_text(key_results, more=more), "okrs/company.yaml": COMPANY}, DAY)
    return agenda_row(given.given.portfolio.plans[0], given)


def check_ins(value: int, *confidences: float) -> str:
    """A key result on a way of 100 that has come so far, with so much confidence week by week."""
    entries = ", ".join(
        f"2026-10-{5 + 7 * week:02}: {{value: {value}, confidence: {one}}}" for week, one in enumerate(confidences)
    )
    return f"- {{id: k{value}, title: At {value}, baseline: 0, target: 100, check_ins: {{{entries}}}}}\n"


def test_progress_is_told_from_one_check_in_to_the_next() -> None:
    """Value, score, what the day asks for, confidence and status of each key result that counts."""
    (found,) = row(f"- {{{LEADS}}}\n- {{id: old, title: Old, target: 5, status: dropped}}")["progress"]["rows"]
    shown = [found[name] for name in ("text", "moved", "score", "expected", "confidence", "owners")]
    assert shown == ["Leads", "30 → 45", "0.45", "0.50", "–", "Ana Alves"]
    assert found["status"].word == "on track"


def test_three_at_most_are_behind() -> None:
    """The widest gaps come first, and those on pace are left out."""
    rows = "".join(check_ins(value, 0.5) for value in (10, 45, 30, 20, 0))
    assert [one["text"] for one in row(rows)["behind"]] == ["At 0", "At 10", "At 20"]


def limit(*values: int) -> str:
    """A limit of 5 with a value in each week since the quarter's first."""
    entries = ", ".join(f"{date(2026, 10, 5) + timedelta(weeks=week)}: {one}" for week, one in enumerate(values))
    return f"- {{id: cost, title: Cost, type: at-most, target: 5, check_ins: {{{entries}}}}}\n"


@pytest.mark.parametrize(
    ("values", "behind", "words"),
    [
        pytest.param((4, 4, 6, 4, 4, 4), [], "4 → 4, 5 of 6 weeks at most 5", id="held again and at par"),
        pytest.param((4, 4, 4, 4, 4, 6), ["Cost"], "4 → 6, 5 of 6 weeks at most 5", id="broken now"),
        pytest.param((6, 6, 6, 4, 4, 4), ["Cost"], "4 → 4, 3 of 6 weeks at most 5", id="held now, too seldom for par"),
        pytest.param((4, 4, 4, 4, 4, 4), [], "4 → 4, 6 of 6 weeks at most 5", id="always held"),
    ],
)
def test_a_limit_that_is_held_has_nothing_to_catch_up(values: tuple[int, ...], behind: list[str], words: str) -> None:
    """A week in which a limit was broken stays broken: it is talked about while it is broken, or below par pace."""
    found = row(limit(*values))
    assert [one["text"] for one in found["behind"]] == behind
    assert [one["words"] for one in found["health"]["rows"]] == [words]


def test_falling_confidence_weighs() -> None:
    """A key result whose confidence falls comes before one with a wider gap, and even on pace it is talked about."""
    rows = check_ins(20, 0.6, 0.6) + check_ins(30, 0.8, 0.3) + check_ins(50, 0.9, 0.6)
    found = row(rows)["behind"]
    assert [one["text"] for one in found] == ["At 30", "At 20", "At 50"]
    assert [one["confidence"] for one in found] == ["0.8 → 0.3 ↓", "0.6", "0.9 → 0.6 ↓"]


def test_a_gap_brings_its_next_step_and_its_first_open_action() -> None:
    """The step of the last check-in and the open action that is due first, with how late it is."""
    (found,) = row(
        """
        - id: slow
          title: Slow
          target: 100
          check_ins:
            2026-11-09: {value: 10, next: Call the ten}
          actions:
            - {title: Done, owner: ana, due: 2026-10-09, status: done}
            - {title: Later, owner: ana, due: 2026-11-20}
            - {title: First, owner: ana, due: 2026-11-14}
            - {title: Any, owner: ana}
        """
    )["behind"]
    assert (found["next"], found["steps"]) == ("Call the ten", [{"text": "First", "words": "Ana Alves, 1 day late"}])


def test_the_other_parts() -> None:
    """What is ahead, shared, guarded and silent, and how the work goes."""
    found = row(
        """
        - {id: fast, title: Fast, target: 10, check_ins: {2026-11-09: 9}, guard: mqls, shared_with: [sales/2026-Q4#x]}
        - {id: cost, title: Cost, type: at-most, target: 5, check_ins: {2026-11-09: 4}}
        - id: quiet
          title: Quiet
          target: 10
          actions:
            - {title: A, status: done, done: 2026-11-10}
            - {title: B, status: done, done: 2026-11-01}
            - {title: C, due: 2026-11-01}
        """
    )
    assert [one["text"] for one in found["ahead"]["rows"]] == ["Fast"]
    assert [(one["text"], one["with"]["text"]) for one in found["shared"]["rows"]] == [("Fast", "sales/2026-Q4#x")]
    assert [(one["text"], one["words"]) for one in found["health"]["rows"]] == [
        ("Cost", "4, 1 of 6 weeks at most 5, 5 without a check-in"),
        ("Qualified leads", "measured by nobody"),
    ]
    assert [one["text"] for one in found["silent"]["rows"]] == ["Quiet"]
    assert (found["done"], found["open"], [one["text"] for one in found["late"]["rows"]]) == (1, 1, ["C"])


def many(count: int) -> str:
    """Key results each of which has something to say in every part."""
    return "".join(
        f"""
- id: k{number}
  title: Key result {number}
  {"type: at-most" if number % 2 else "baseline: 0"}
  target: 100
  guard: g{number}
  shared_with: [sales/2026-Q4#x]
  check_ins: {{2026-10-05: {{value: {number % 3 * 90 or 101}, confidence: 0.9}}, 2026-10-12: {{value: {number % 3 * 90 or 101}, confidence: 0.1, next: Go on}}}}
  actions: [{{title: A, owner: ana, due: 2026-10-10}}, {{title: B, owner: ana, due: 2026-10-10}}]"""
        for number in range(count)
    )


@pytest.mark.parametrize("count", [1, 2, 5, 12, 60])
def test_it_fits_on_a_sheet(count: int) -> None:
    """However many key results a plan has, the Markdown has at most eighty lines; what is cut is counted."""
    data = row(many(count))
    text = document("agenda", data)
    assert text.count("\n") <= LINES
    assert len(data["progress"]["rows"]) + data["progress"]["more"] == count
    assert len(data["progress"]["rows"]) >= min(count, 12)
    assert text.count(QUESTION) == 1
    assert "\n\n\n" not in text


def test_a_plan_with_nothing_to_say() -> None:
    """Without check-ins, actions and company the page still stands."""
    given = survey({MARKETING: plan_text("- {id: a, title: A}")}, DAY)
    text = document("agenda", agenda_row(given.given.portfolio.plans[0], given))
    assert "| A | no score | – | – | – | – |" in text
    assert "Nothing." in text
