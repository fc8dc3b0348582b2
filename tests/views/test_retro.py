"""The end of a quarter as a row: scores by the whole quarter, questions by how it ended, answers as recorded."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from okrlint.views.retro import FIVE, retro_row
from tests.reports.sites import COMPANY, MARKETING, plan_text, survey


def row(key_results: str, more: str = "status: closed\n") -> dict[str, Any]:
    """The retrospective of one plan."""
    given = survey({MARKETING: plan_text(key_results, more=more), "okrs/company.yaml": COMPANY}, date(2027, 1, 14))
    return retro_row(given.given.portfolio.plans[0], given)


def only(fields: str) -> dict[str, Any]:
    """The one key result of a plan."""
    found: dict[str, Any] = row(f"- {{id: it, title: It, owner: ana, {fields}}}")["objectives"][0]["key_results"][0]
    return found


ASKED = {
    "a miss": ("target: 100, check_ins: {2026-12-28: 30}", "0.30", "below par", [*FIVE, "other"]),
    "a promise that was not kept": (
        "target: 100, commitment: committed, check_ins: {2026-12-28: 90}", "0.90", "below par", [*FIVE, "other"],
    ),
    "par": ("target: 100, check_ins: {2026-12-28: 65}", "0.65", "par", []),
    "a one": ("target: 100, check_ins: {2026-12-28: 120}", "1.00", "too easy?", ["target-too-easy", "other"]),
    "a promise that was kept": ("target: 100, commitment: committed, check_ins: {2026-12-28: 100}", "1.00", "par", []),
    "a first measurement": ("type: establish-baseline, check_ins: {2026-12-28: 3}", "1.00", "reached", []),
    "never checked in": ("target: 100", "–", "no score", [*FIVE, "other"]),
    "a score that people recorded": (
        "target: 100, check_ins: {2026-12-28: 30}, close: {score: 0.65}", "0.65", "par", [],
    ),
    "a cause of another kind": (
        "target: 100, check_ins: {2026-12-28: 30}, close: {cause: priority-changed}",
        "0.30",
        "below par",
        [*FIVE, "priority-changed", "other"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "score", "par", "causes"), ASKED.values(), ids=ASKED)
def test_what_is_asked(fields: str, score: str, par: str, causes: list[str]) -> None:
    """The five questions of a miss, one of a 1, none at par; what is recorded is always among them."""
    found = only(fields)
    assert (found["score"], found["par"], [cause["id"] for cause in found["causes"]]) == (score, par, causes)


def test_answers_are_checked() -> None:
    """The recorded cause and decision are checked, and the lesson is there."""
    found = only("target: 100, check_ins: {2026-12-28: 30}, close: {cause: other, learned: Ask first, decision: stop}")
    assert [one["id"] for one in (*found["causes"], *found["decisions"]) if one["checked"]] == ["other", "stop"]
    assert found["learned"] == "Ask first"


def test_numbers_of_the_whole_quarter() -> None:
    """Baseline, target and what was reached, with the path of confidence as steps and numbers."""
    found = only(
        "baseline: 10, target: 20, check_ins: {2026-10-12: {value: 12, confidence: 0.9}, 2026-12-28: {value: 16, confidence: 0.25}}"
    )
    assert (found["baseline"], found["goal"], found["reached"], found["score"]) == ("10", "20", "16", "0.60")
    assert found["confidence"] == "█▃ 0.9 → 0.25"
    steps = only("milestones: [{title: A, done: 2026-11-02}, {title: B}, {title: C}]")
    assert steps["reached"] == "1 of 3"


def test_what_was_changed_and_what_goes_on() -> None:
    """Open changes are listed, and what is carried over is there as YAML."""
    found = row(
        """
        - id: it
          title: Win 8 references
          target: 8
          check_ins: {2026-12-28: 6}
          revisions: [{date: 2026-11-02, field: target, from: 10, to: 8, reason: Two are on leave}]
        """
    )
    (change,) = found["changes"]
    assert (change["field"], change["before"], change["after"], change["reason"]) == (
        "target",
        "10",
        "8",
        "Two are on leave",
    )
    assert found["stubs"].startswith("- id: demand\n  title: Be found\n")
    assert "      title: Win XX references\n      target: XX\n" in found["stubs"]
