"""`okrlint export`: plans for other programs, and the check-ins for people who live in sheets."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from okrlint.cli import cli
from okrlint.errors import OkrlintError
from okrlint.workspace import check_in_run

PLAN = """\
kind: plan
version: 1
team: sales
quarter: 2026-Q4
objectives:
  - id: deals
    title: Win deals
    key_results:
      - id: won
        title: "=Won deals"  # ours
        unit: deals
        target: 40
        check_ins:
          2026-10-05: 2  # slow
          2026-10-12:
            value: 5
            note: Fair, better
      - {id: calm, title: Calm customers, type: done}
      - id: share
        title: Share
        target: 25%
        check_ins: {}
      - id: steps
        title: Steps
        milestones:
          - title: One
"""
CLOSED = PLAN.replace("2026-Q4", "2026-Q3").replace("quarter: 2026-Q3", "quarter: 2026-Q3\nstatus: closed")
HEAD = "Key result,Title,Date,Value,Confidence,Note,Next,By\n"
TABLE = f"""{HEAD}\
sales/2026-Q4#deals.won,'=Won deals,2026-10-05,2,,,,
sales/2026-Q4#deals.won,'=Won deals,2026-10-12,5,,"Fair, better",,
sales/2026-Q4#deals.won,'=Won deals,,,,,,
sales/2026-Q4#deals.calm,Calm customers,,,,,,
sales/2026-Q4#deals.share,Share,,,,,,
"""


class Ran(NamedTuple):
    """How a call ended; a refusal is its sentence."""

    out: str
    err: str
    refusal: str | None


Call = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with an open and a closed plan, and the folder that calls run in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(check_in_run, "today", lambda: datetime.date(2026, 12, 1))
    (tmp_path / "okrlint.toml").write_text("", "utf-8")
    for quarter, text in (("2026-Q4", PLAN), ("2026-Q3", CLOSED)):
        (tmp_path / "okrs" / quarter).mkdir(parents=True)
        (tmp_path / "okrs" / quarter / "sales.yaml").write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def call(folder: Path) -> Call:
    """Run okrlint in this process."""

    def run(*arguments: str) -> Ran:
        done = CliRunner().invoke(cli, arguments)
        if done.exception is not None and not isinstance(done.exception, (OkrlintError, SystemExit)):
            raise done.exception
        refusal = str(done.exception) if isinstance(done.exception, OkrlintError) else None
        return Ran(done.stdout, done.stderr, refusal)

    return run


@pytest.fixture
def table(call: Call, folder: Path) -> Callable[..., Ran]:
    """Write a table of check-ins and read it in."""

    def run(*rows: str, text: str = "", flags: tuple[str, ...] = ()) -> Ran:
        (folder / "t.csv").write_text(text or HEAD + "".join(f"{row}\n" for row in rows), "utf-8")
        return call("import", "--check-ins", "t.csv", *flags)

    return run


def plan_in(folder: Path) -> str:
    """The open plan as it stands."""
    return (folder / "okrs/2026-Q4/sales.yaml").read_text("utf-8")


def test_some_plans_or_all(call: Call) -> None:
    """A team, a quarter or an address; all without any."""
    assert len(json.loads(call("export", "--format", "json").out)["plans"]) == 2
    assert len(json.loads(call("export", "sales", "--format", "json").out)["plans"]) == 2
    (found,) = json.loads(call("export", "2026-q3", "--format", "json").out)["plans"]
    assert found["status"] == "closed"
    assert call("export", "slaes/2026-Q4").refusal == "there is no plan slaes/2026-Q4; did you mean sales/2026-q4?"


def test_csv_is_what_is_printed_by_itself(call: Call) -> None:
    """With the names of the columns first, and no formula."""
    rows = list(csv.reader(io.StringIO(call("export", "sales/2026-Q4").out)))

    assert rows[0][:4] == ["team", "quarter", "row", "id"]
    assert [row[2] for row in rows[1:]].count("check-in") == 2
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_an_empty_repository(call: Call, folder: Path) -> None:
    """One sentence."""
    for path in (folder / "okrs").rglob("*.yaml"):
        path.unlink()

    assert call("export").refusal == "no plan was found under okrs"


def test_check_ins_as_a_table(call: Call) -> None:
    """A row for each, and an empty one for each key result that takes values; closed plans are left out."""
    assert call("export", "--check-ins").out == TABLE
    assert "a table of its own" in call("export", "--check-ins", "--format", "json").err


def test_a_table_that_nobody_has_touched_changes_nothing(table: Callable[..., Ran], folder: Path) -> None:
    """Neither does one that a spreadsheet has written in its own way."""
    assert table(text=TABLE).err == "Nothing in the table is new\n"
    mangled = TABLE.replace("2026-10-05", "05.10.2026").replace(",", ";").replace('"Fair; better"', '"Fair, better"')
    assert table(text=mangled.replace(";2;", ";2,0;").replace("\n", "\r\n")).err == "Nothing in the table is new\n"
    assert plan_in(folder) == PLAN


def test_filled_in_rows_become_check_ins(table: Callable[..., Ran], folder: Path) -> None:
    """Each change is shown and written; every other byte of the file stays."""
    ran = table(
        "sales/2026-Q4#deals.won,,2026-10-26,12,,,,",
        "sales/2026-Q4#deals.won,,19.10.2026,9,0.6,Good,Call,ana",
        "deals.calm,,2026-10-19,TRUE,,,,",
        "share,,2026-10-19,12.5%,,,,",
    )

    assert ran.out == (
        "sales/2026-Q4#deals.won  2026-10-26  12\n"
        "sales/2026-Q4#deals.won  2026-10-19  9, confidence 0.6, note Good, next Call, by ana\n"
        "sales/2026-Q4#deals.calm  2026-10-19  true\n"
        "sales/2026-Q4#deals.share  2026-10-19  12.5%\n"
    )
    assert ran.err == "Wrote 4 check-ins into okrs/2026-Q4/sales.yaml\n"
    new = """\
            note: Fair, better
          2026-10-19:
            value: 9
            confidence: 0.6
            note: Good
            next: Call
            by: ana
          2026-10-26: 12
      - {id: calm, title: Calm customers, type: done, check_ins: {2026-10-19: true}}
"""
    before = "            note: Fair, better\n      - {id: calm, title: Calm customers, type: done}\n"
    after = PLAN.replace(before, new).replace("check_ins: {}", "check_ins:\n          2026-10-19: 12.5%")
    assert plan_in(folder) == after


def test_a_confidence_in_percent_is_the_share_that_is_there(table: Callable[..., Ran]) -> None:
    """The same table handed in twice has nothing new the second time."""
    row = "deals.won,,2026-10-19,9,60 %,,,"

    assert table(row).err == "Wrote 1 check-in into okrs/2026-Q4/sales.yaml\n"
    assert table(row).err == "Nothing in the table is new\n"


def test_a_dry_run_writes_nothing(table: Callable[..., Ran], folder: Path) -> None:
    """The changes are shown only."""
    ran = table("deals.won,,2026-10-26,12,,,,", flags=("--dry-run",))

    assert (ran.out, ran.err) == ("sales/2026-Q4#deals.won  2026-10-26  12\n", "")
    assert plan_in(folder) == PLAN


def test_a_changed_value_needs_replace(table: Callable[..., Ran], folder: Path) -> None:
    """With the flag it is written over; fields that the table leaves empty stay."""
    row = "sales/2026-Q4#deals.won,,2026-10-12,6,,,,"

    assert table(row).err == "t.csv:2: sales/2026-Q4#deals.won has 5 on 2026-10-12 already; --replace writes over it\n"
    ran = table(row, flags=("--replace",))
    assert ran.out == "sales/2026-Q4#deals.won  2026-10-12  6 (now 5)\n"
    assert plan_in(folder) == PLAN.replace("value: 5", "value: 6")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        pytest.param("deals.won,,2026-10-19,5%,,,,", "is measured in deals, and 5% is in %", id="another unit"),
        pytest.param("deals.won,,2026-10-19,many,,,,", "many is no value", id="no number"),
        pytest.param("deals.calm,,2026-10-19,5,,,,", "is done or not done: 5 is neither yes nor no", id="no answer"),
        pytest.param("deals.won,,2026-12-30,5,,,,", "2026-12-30 has not come yet", id="a day to come"),
        pytest.param("deals.won,,2027-06-01,5,,,,", "2027-06-01 lies outside 2026-Q4", id="outside the quarter"),
        pytest.param(
            "deals.won,,10/11/2026,5,,,,", "10/11/2026 is not a day such as 2026-11-15", id="a day that may be two"
        ),
        pytest.param("deals.won,,,5,,,,", "nothing is not a day", id="no day"),
        pytest.param("deals.won,,2026-10-19,,,Late,,", "has no value on 2026-10-19", id="no value"),
        pytest.param(",,2026-10-19,5,,,,", "the key result is not named", id="no address"),
        pytest.param("deals.own,,2026-10-19,5,,,,", "there is no key result deals.own", id="nobody's"),
        pytest.param(
            "sales/2026-Q3#deals.won,,2026-09-19,5,,,,", "the plan of sales/2026-Q3#deals.won is closed", id="closed"
        ),
        pytest.param("deals.won,,2026-10-19,5,7,,,", "confidence: 7 is no number from 0 to 1", id="too sure"),
    ],
)
def test_rows_that_cannot_be(table: Callable[..., Ran], folder: Path, row: str, words: str) -> None:
    """Each is named with its line, and then nothing is written, not even what is right."""
    ran = table("share,,2026-10-19,12%,,,,", row)

    assert ran.err.startswith("t.csv:3: ")
    assert words in ran.err
    assert ran.refusal == "1 row cannot be written, and so nothing was"
    assert plan_in(folder) == PLAN


def test_the_same_day_twice(table: Callable[..., Ran]) -> None:
    """Nobody knows which of them counts."""
    row = "deals.won,,2026-10-19,9,,,,"

    assert table(row, row).err == "t.csv:3: sales/2026-Q4#deals.won is there twice on 2026-10-19\n"


def test_another_table(table: Callable[..., Ran]) -> None:
    """A table without the columns is named with those that it lacks."""
    assert table(text="Objective,Key result\nWin,Deals\n").refusal == (
        "t.csv has no column Date, Value; `okrlint export --check-ins` writes such a table"
    )


def test_a_plan_that_may_not_be_written(table: Callable[..., Ran], folder: Path) -> None:
    """What was written into other plans is taken back."""
    other = folder / "okrs/2026-Q4/zeta.yaml"
    other.write_text(PLAN.replace("team: sales", "team: zeta"), "utf-8")
    other.chmod(0o444)
    row = "/2026-Q4#deals.won,,2026-10-19,9,,,,"
    ran = table(f"sales{row}", f"zeta{row}")

    assert (
        ran.refusal == "okrs/2026-Q4/zeta.yaml cannot be written: it is read-only; all other plans are as they were too"
    )
    assert plan_in(folder) == PLAN
