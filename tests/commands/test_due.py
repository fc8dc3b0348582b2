"""`okrlint due`: what is owed, by person."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Call

PLAN = """\
kind: plan
version: 1
team: sales
quarter: 2026-Q4
lead: zoe
objectives:
  - id: deals
    title: Win deals
    key_results:
      - id: won
        title: "Won\\u202e deals"
        owner: yan
        baseline: 10
        target: 40
        check_ins:
          2026-10-05: 11
          2026-10-12: 12
        actions:
          - {title: Call back, owner: yan, due: 2026-10-19}
          - {title: Write up, due: 2026-11-05}
          - {title: Later, due: 2026-11-06}
          - {title: Ready, due: 2026-10-19, status: done}
      - id: signed
        title: Sign the frame contract
        type: done
        due: 2026-11-30
      - id: reached
        title: Meet 3 partners
        target: 3
        check_ins:
          2026-10-05: 3
      - id: quiet
        title: Hold the price
        type: at-least
        target: 9
"""


def _only_sales(repository: Path, text: str = PLAN) -> None:
    for path in (repository / "okrs/2026-Q4").iterdir():
        path.unlink()
    (repository / "okrs/2026-Q3/marketing.yaml").unlink()
    (repository / "okrs/2026-Q4/sales.yaml").write_text(text, "utf-8")


def test_it_lists_what_is_owed_by_person(inside: Call, repository: Path) -> None:
    """Check-ins a week after the last one, actions past due or soon due; not what is done, reached or far off."""
    _only_sales(repository)
    ran = inside("due", "--as-of", "2026-10-22")
    assert ran.out == (
        "yan\n"
        "  2026-10-19  action    Call back: 3 days past due  (sales/2026-Q4#deals.won)\n"
        "  2026-10-19  check-in  Won\\u202e deals: last check-in 2026-10-12, 10 days ago  (sales/2026-Q4#deals.won)\n"
        "  2026-11-05  action    Write up: due in 14 days  (sales/2026-Q4#deals.won)\n"
        "\n"
        "zoe\n"
        "  2026-10-07  check-in  Hold the price: no check-in yet  (sales/2026-Q4#deals.quiet)\n"
    )
    assert (ran.code, ran.err) == (0, "")


def test_a_check_in_settles_the_week(inside: Call, repository: Path) -> None:
    """Once a value is written it is owed no longer."""
    _only_sales(repository)
    assert "check-in" in inside("due", "zoe", "--as-of", "2026-10-22").out
    inside("check-in", "quiet", "9", "--date", "2026-10-22")
    ran = inside("due", "zoe", "--as-of", "2026-10-22")
    assert (ran.code, ran.out, ran.err) == (0, "", "Nothing is owed on 2026-10-22\n")


def test_what_is_all_or_nothing_is_asked_on_its_day(inside: Call, repository: Path) -> None:
    """A yes or no is owed from its due day on."""
    _only_sales(repository)
    assert "frame contract" not in inside("due", "zoe", "--as-of", "2026-11-29").out
    assert "2026-11-30  check-in  Sign the frame contract" in inside("due", "zoe", "--as-of", "2026-11-30").out


def test_a_closed_plan_owes_causes(inside: Call, repository: Path) -> None:
    """Below par without a cause is owed by the owner; check-ins and actions are not any more."""
    _only_sales(repository, PLAN.replace("lead: zoe", "lead: zoe\nstatus: closed"))
    ran = inside("due", "yan", "--as-of", "2027-01-20")
    assert ran.out == (
        "yan\n"
        "  2027-01-14  cause     Won\\u202e deals: ended at 0.07, below par, without a cause  (sales/2026-Q4#deals.won)\n"
    )


def test_names_of_the_company_file_are_people_too(inside: Call, repository: Path) -> None:
    """The day is the pinned one; a slip in a name is told."""
    assert inside("due", "ben").err == "Nothing is owed on 2026-10-01\n"
    assert inside("due", "Ben", "--as-of", "2026-10-07").out.count("no check-in yet") == 3
    assert inside("due", "bne").err == "okrlint: there is no person bne in the files; did you mean ben?\n"
    assert inside("due", "bne").code == 2


@pytest.mark.parametrize(
    "arguments",
    [("due",), ("show",), ("show", "a"), ("close", "a"), ("retro", "a"), ("agenda", "a")],
    ids=" ".join,
)
def test_a_newcomer_is_told_how_to_begin(inside: Call, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Where there is no plan at all, every verb of a quarter says so in one sentence, and what to do."""
    ran = inside(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "okrlint: no plan was found here; okrlint init writes a first one\n"
