"""The three rules about comments that silence findings, run together with a rule that they silence."""

from __future__ import annotations

import datetime

import pytest

from okrlint.discovery import load
from okrlint.linting.run import run
from okrlint.linting.settings import Settings
from okrlint.model.portfolio import build_portfolio
from okrlint.source.reader import read

RULES = tuple(
    load("okrlint.rules", name, "RULE")
    for name in ("placeholder", "owner-missing", "unused-suppression", "invalid-suppression", "expired-suppression")
)
HEAD = "kind: plan\nversion: 1\nteam: marketing\nquarter: 2026-Q4\nobjectives:\n  - id: demand\n    owner: ana\n    title: Win XX"


def findings(comment: str, as_of: str | None = None) -> list[str]:
    """What the rules say of a plan whose objective, which has a slot, ends in a comment."""
    portfolio = build_portfolio([read(f"{HEAD}  # {comment}\n".encode(), "okrs/2026-Q4/marketing.yaml")])
    day = datetime.date.fromisoformat(as_of) if as_of else None
    return [f"{f.rule}: {f.message}" for f in run(portfolio, RULES, Settings(), as_of=day).findings]


SLOT = 'placeholder: "XX" in "Win XX" was never filled in'
ROWS = [
    ("it holds", "okrlint: ignore[placeholder] the board decides in May", None, []),
    ("its last day", "okrlint: ignore[placeholder] the board decides, until 2026-11-15", "2026-11-15", []),
    ("the day after", "okrlint: ignore[placeholder] the board decides, until 2026-11-14", "2026-11-15", [SLOT, "expired-suppression: `placeholder` was silenced until 2026-11-14; that day has passed"]),
    ("no clock", "okrlint: ignore[placeholder] the board decides, until 2026-11-14", None, []),
    ("unused", "okrlint: ignore[placeholder, owner-missing] both", None, ["unused-suppression: `owner-missing` finds nothing on line 8, so there is nothing to silence"]),
    ("a rule that did not run", "okrlint: ignore[placeholder, no-such-rule] both", None, [SLOT, "invalid-suppression: the suppression names `no-such-rule`, which is no rule"]),
]  # fmt: skip


@pytest.mark.parametrize(("comment", "as_of", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_suppressions(comment: str, as_of: str | None, expected: list[str]) -> None:
    """A comment silences, or is told itself."""
    assert sorted(findings(comment, as_of)) == sorted(expected)
