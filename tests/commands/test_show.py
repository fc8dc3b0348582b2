"""`okrlint show`: a plan in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Call

PLAN = """\
kind: plan
version: 1
team: sales
quarter: 2026-Q4
objectives:
  - id: deals
    title: "Win\\u202e deals"
    key_results:
      - id: won
        title: Won deals
        baseline: 10
        target: 20
        check_ins:
          2026-11-09: 16
      - id: lost
        title: Lost deals
        baseline: 20
        target: 10
        check_ins:
          2026-11-09: 19
      - id: quiet
        title: Meetings
        target: 9
      - id: gone
        title: Fairs
        target: 2
        status: dropped
"""


def test_a_plan_as_bars_with_words(inside: Call, repository: Path) -> None:
    """Bars with a stroke where they should be, scores, paces with shapes; texts of the file cannot speak to a terminal."""
    (repository / "okrlint.toml").write_text('select = ["schema"]\n')
    (repository / "okrs/2026-Q4/sales.yaml").write_text(PLAN, "utf-8")
    ran = inside("show", "sales/2026-q4", "--as-of", "2026-11-15")
    assert ran.out == (
        "Sales, 2026-Q4, active\n"
        "Score 0.35; 1 ahead, 1 at risk, 1 no data yet; findings: none\n"
        "\n"
        "0.35  Win\\u202e deals\n"
        "  0.60  ██████████│█░░░░░░░░  ▲ ahead        Won deals\n"
        "  0.10  ██░░░░░░░░│░░░░░░░░░  ✕ at risk      Lost deals\n"
        "     –  ░░░░░░░░░░│░░░░░░░░░  ○ no data yet  Meetings\n"
        "     –  ░░░░░░░░░░░░░░░░░░░░  / dropped      Fairs\n"
        "\n"
    )
    assert (ran.code, ran.err) == (0, "As of 2026-11-15\n")


def test_findings_are_counted(inside: Call, repository: Path) -> None:
    """Beside an objective stands how many findings it has, on top how many of each severity."""
    (repository / "okrlint.toml").write_text('select = ["owner-missing"]\n')
    (repository / "okrs/2026-Q4/sales.yaml").write_text(PLAN, "utf-8")
    ran = inside("show", "sales")
    assert "0.35  Win\\u202e deals  [1 finding]\n" in ran.out
    assert ran.out.splitlines()[1].endswith("findings: 1 error")


@pytest.mark.parametrize(
    ("arguments", "heads"),
    [
        ((), ["Marketing, 2026-Q4, active"]),
        (("marketing",), ["Marketing, 2026-Q4, active"]),
        (("2026-Q3",), ["Marketing, 2026-Q3, closed"]),
        (("marketing/2026-Q3",), ["Marketing, 2026-Q3, closed"]),
    ],
    ids=["the quarter that runs", "a team", "a quarter", "an address"],
)
def test_plans_are_named_in_short(inside: Call, repository: Path, arguments: tuple[str, ...], heads: list[str]) -> None:
    """Without a name the quarter of the day is shown; a team, a quarter and an address name plans."""
    lines = inside("show", *arguments).out.splitlines()
    assert [line for line in lines if line.endswith((", active", ", closed"))] == heads


def test_a_name_that_is_none_is_told(inside: Call, repository: Path) -> None:
    """One sentence with the nearest plan, and exit 2."""
    ran = inside("show", "markting")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "okrlint: there is no plan markting; did you mean marketing?\n"
