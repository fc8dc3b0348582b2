"""`okrlint check-in`: one line more in the file, or one sentence and nothing."""

from __future__ import annotations

import datetime
import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from okrlint.cli import cli
from okrlint.errors import OkrlintError
from okrlint.workspace import check_in_run, check_in_writing
from okrlint.workspace.check_in_run import Call as CheckIn
from okrlint.workspace.check_in_run import run
from okrlint.workspace.fixing import FileChange
from okrlint.workspace.plan_writing import write_change
from okrlint.workspace.turns import turn
from okrlint.workspace.workspace import Workspace
from tests.commands.conftest import Call

PLAN = "okrs/2026-Q4/marketing.yaml"
LEADS = "marketing/2026-Q4#demand.leads"


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests check in on days of a quarter that is not over, whatever the clock of this machine says."""
    monkeypatch.setattr(check_in_run, "today", lambda: datetime.date(2026, 12, 1))


HEAD = "kind: plan\nversion: 1\nteam: sales\nquarter: 2026-Q4\nobjectives:\n"


def plan_of(fields: str) -> str:
    """A plan of sales with one key result that has these further fields."""
    return f"{HEAD}  - id: deals\n    title: Win deals\n    key_results:\n{fields}"


BLOCK = plan_of("      - id: won\n        title: Won deals  # ours\n        target: 40\n")

LAYOUTS = {
    "no check-ins": ((), BLOCK, f"{BLOCK}        check_ins:\n          2026-10-12: 5\n"),
    "no final line break": (
        (),
        BLOCK.rstrip("\n"),
        f"{BLOCK}        check_ins:\n          2026-10-12: 5",
    ),
    "Windows line ends": (
        (),
        BLOCK.replace("\n", "\r\n"),
        f"{BLOCK}        check_ins:\n          2026-10-12: 5\n".replace("\n", "\r\n"),
    ),
    "in front of the close": (
        (),
        f"{BLOCK}        close:\n          score: 0.3\n",
        f"{BLOCK}        check_ins:\n          2026-10-12: 5\n        close:\n          score: 0.3\n",
    ),
    "a step of four": (
        (),
        f"{BLOCK}        baseline:\n            value: 1\n",
        f"{BLOCK}        baseline:\n            value: 1\n        check_ins:\n            2026-10-12: 5\n",
    ),
    "an empty field": (
        (),
        f"{BLOCK}        check_ins:  # soon\n        owner: ana\n",
        f"{BLOCK}        check_ins:  # soon\n          2026-10-12: 5\n        owner: ana\n",
    ),
    "empty braces": (
        (),
        f"{BLOCK}        check_ins: {{}}\n",
        f"{BLOCK}        check_ins:\n          2026-10-12: 5\n",
    ),
    "between two, comments kept": (
        (),
        f"{BLOCK}        check_ins:\n          2026-10-05: 2  # slow\n          # later\n          2026-10-19: '9'\n",
        f"{BLOCK}        check_ins:\n          2026-10-05: 2  # slow\n          2026-10-12: 5\n          # later\n          2026-10-19: '9'\n",
    ),
    "in front of all, comments kept": (
        (),
        f"{BLOCK}        check_ins:  # weekly\n          # later\n          2026-10-19: 9\n",
        f"{BLOCK}        check_ins:  # weekly\n          2026-10-12: 5\n          # later\n          2026-10-19: 9\n",
    ),
    "newest on top": (
        (),
        f"{BLOCK}        check_ins:\n          2026-10-19: 9\n          2026-10-05: 2\n",
        f"{BLOCK}        check_ins:\n          2026-10-19: 9\n          2026-10-12: 5\n          2026-10-05: 2\n",
    ),
    "behind the long form": (
        ("--note", "Fair, better"),
        f"{BLOCK}        check_ins:\n          2026-10-05:\n            value: 2\n            note: |\n              slow\n\n        owner: ana\n",
        f"{BLOCK}        check_ins:\n          2026-10-05:\n            value: 2\n            note: |\n              slow\n          2026-10-12:\n            value: 5\n            note: Fair, better\n\n        owner: ana\n",
    ),
    "braces": (
        ("--note", "Fair, better", "--confidence", "60%"),
        f"{BLOCK}        check_ins: {{2026-10-05: 2, 2026-10-19: 9}}  # all\n",
        f'{BLOCK}        check_ins: {{2026-10-05: 2, 2026-10-12: {{value: 5, confidence: 0.6, note: "Fair, better"}}, 2026-10-19: 9}}  # all\n',
    ),
    "first in braces": (
        (),
        f"{BLOCK}        check_ins: {{2026-10-19: 9}}\n",
        f"{BLOCK}        check_ins: {{2026-10-12: 5, 2026-10-19: 9}}\n",
    ),
    "a key result in braces": (
        (),
        plan_of("      - {id: won, title: Won deals, target: 40}\n"),
        plan_of("      - {id: won, title: Won deals, target: 40, check_ins: {2026-10-12: 5}}\n"),
    ),
    "replaced": (
        ("--replace",),
        f"{BLOCK}        check_ins:\n          2026-10-12: 4  # typo\n",
        f"{BLOCK}        check_ins:\n          2026-10-12: 5  # typo\n",
    ),
    "replaced, with more to say": (
        ("--replace", "--next", "Call: all"),
        f"{BLOCK}        check_ins:\n          2026-10-12: 4\n          2026-10-19: 9\n",
        f'{BLOCK}        check_ins:\n          2026-10-12:\n            value: 5\n            next: "Call: all"\n          2026-10-19: 9\n',
    ),
    "replaced in the long form": (
        ("--replace", "--by", "ben"),
        f"{BLOCK}        check_ins:\n          2026-10-12:\n            value: 4\n            note: Kept\n",
        f"{BLOCK}        check_ins:\n          2026-10-12:\n            value: 5\n            note: Kept\n            by: ben\n",
    ),
}


@pytest.mark.parametrize(("options", "before", "after"), LAYOUTS.values(), ids=LAYOUTS)
def test_only_the_new_line_is_new(
    inside: Call, repository: Path, options: tuple[str, ...], before: str, after: str
) -> None:
    """Each layout of a key result takes the check-in where it belongs, and every other byte stays."""
    path = repository / "okrs/2026-Q4/sales.yaml"
    path.write_bytes(before.encode())
    ran = inside("check-in", "won", "5", "--date", "2026-10-12", *options)
    assert ran.err.startswith("sales/2026-Q4#deals.won: 5 on 2026-10-12")
    assert (ran.code, ran.out) == (0, "")
    assert path.read_bytes().decode() == after


def test_the_day_is_that_of_the_settings(inside: Call, repository: Path) -> None:
    """Without a date the pinned day is meant; the sentence says what was written."""
    ran = inside("check-in", LEADS, "1950")
    assert ran.err == f"{LEADS}: 1950 on 2026-10-01\n"
    assert "        check_ins:\n          2026-10-01: 1950\n      - id: cost\n" in (repository / PLAN).read_text()


def test_it_tells_what_was_before(inside: Call, repository: Path) -> None:
    """The sentence has the last value too."""
    inside("check-in", "leads", "1,950", "--date", "2026-10-12")
    assert inside("check-in", "leads", "2010", "--date", "2026-10-19").err.endswith(
        "2010 on 2026-10-19 (before: 1,950 on 2026-10-12)\n"
    )


@pytest.mark.parametrize("day", ["2026-12-01", "2026-12-02"])
def test_today_and_tomorrow_have_come(inside: Call, repository: Path, day: str) -> None:
    """East of here it may be tomorrow already."""
    assert inside("check-in", "leads", "1950", "--date", day).err == f"{LEADS}: 1950 on {day}\n"


@pytest.mark.parametrize("value", ["-4", "-4 hours", "-0.5", "-1,000"])
def test_a_value_may_begin_with_a_minus(inside: Call, repository: Path, value: str) -> None:
    """A minus makes no option of a value, with its unit and without."""
    ran = inside("check-in", "first-dashboard", value)
    assert (ran.code, ran.err) == (0, f"marketing/2026-Q4#speed.first-dashboard: {value} on 2026-10-01\n")


REFUSED = {
    "another unit": (("leads", "25%"), "is measured in leads, and 25% is in %"),
    "a word": (("leads", "many"), "many is no value"),
    "yes for a number": (("leads", "yes"), "is measured by a number; yes is none"),
    "a rate": (("leads", "5 per week"), "is a rate"),
    "a day before the quarter": (("leads", "1950", "--date", "2026-09-30"), "lies outside 2026-Q4"),
    "a day after the quarter": (("leads", "1950", "--date", "2027-01-15"), "read until 2027-01-14"),
    "a day that has not come": (
        ("leads", "1950", "--date", "2026-12-24"),
        "2026-12-24 has not come yet; today is 2026-12-01, and",
    ),
    "a point in a thousand": (
        ("leads", "1.950"),
        "1.950 can be read in two ways; write 1950 for the thousand, 1.9500 for the decimals",
    ),
    "fewer leads than none": (("leads", "-5"), f"{LEADS} counts what comes in, and -5 is below 0"),
    "no day": (("leads", "1950", "--date", "soon"), "--date: soon is not a day"),
    "an unknown address": (("laeds", "1950"), "there is no key result laeds; did you mean"),
    "a part of several": (("s", "1950"), "s may be marketing/2026-Q4#"),
    "too much confidence": (("leads", "1950", "--confidence", "6"), "6 is no number from 0 to 1"),
    "a person unknown": (("leads", "1950", "--by", "bem"), "did you mean ben?"),
    "an empty note": (("leads", "1950", "--note", " "), "--note is empty"),
    "a misspelt option": (("leads", "--repalce"), "--repalce is no value"),
}


@pytest.mark.parametrize(("arguments", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused(inside: Call, repository: Path, arguments: tuple[str, ...], words: str) -> None:
    """One sentence, exit 2, and the file as it was."""
    before = (repository / PLAN).read_bytes()
    ran = inside("check-in", *arguments)
    assert words in ran.err
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert (repository / PLAN).read_bytes() == before


SHARES = "        unit: '%'\n        baseline: 2.1\n        target: 3\n"


@pytest.mark.parametrize(
    ("fields", "typed", "words"),
    [
        pytest.param(
            "        target: 40\n",
            "-5",
            "won counts from 0, and -5 is below; with baseline: 0 it may fall below",
            id="a count below its beginning",
        ),
        pytest.param(
            SHARES,
            "0.024",
            "won is measured in %, and 0.024 can be read in two ways; write 2.4% or 0.024%",
            id="a share as a fraction",
        ),
        pytest.param(
            SHARES.replace("2.1", "-2.1").replace("3", "-4%"),
            "-0.03",
            "write -3% or -0.03%",
            id="a share below 0 as a fraction",
        ),
        pytest.param(
            "        type: establish-baseline\n        unit: '%'\n", "0.4", "write 40% or 0.4%", id="nothing known"
        ),
    ],
)
def test_a_value_that_is_probably_another(inside: Call, repository: Path, fields: str, typed: str, words: str) -> None:
    """What cannot be counted, or may be a hundredth of what was meant, is asked about with what to write."""
    path = repository / "okrs/2026-Q4/sales.yaml"
    path.write_text(BLOCK.replace("        target: 40\n", fields))
    before = path.read_bytes()
    ran = inside("check-in", "won", typed)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.endswith(f"{words}\n")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("fields", "typed"),
    [
        pytest.param(SHARES, "0.024%", id="a small share with its sign"),
        pytest.param(SHARES, "0.9", id="a share near the known ones"),
        pytest.param(SHARES.replace("2.1", "0.05"), "0.024", id="shares that are small"),
        pytest.param(SHARES, "0", id="no share at all"),
        pytest.param("        baseline: 0\n        target: 40\n", "-5", id="a sum that may fall"),
        pytest.param("        baseline: -2%\n        target: -4%\n", "-3", id="a share below 0"),
    ],
)
def test_a_value_that_can_be_meant(inside: Call, repository: Path, fields: str, typed: str) -> None:
    """Small shares and values below zero are taken where the key result has such."""
    path = repository / "okrs/2026-Q4/sales.yaml"
    path.write_text(BLOCK.replace("        target: 40\n", fields))
    ran = inside("check-in", "won", typed)
    assert (ran.code, ran.err) == (0, f"sales/2026-Q4#deals.won: {typed} on 2026-10-01\n")


@pytest.mark.parametrize("typed", ["Won", "won", "deals.Won", "deals.won", "sales/2026-Q4#deals.won"])
def test_ids_that_differ_in_capitals_only(inside: Call, repository: Path, typed: str) -> None:
    """Each can be checked in as it is written; in other capitals both are named."""
    path = repository / "okrs/2026-Q4/sales.yaml"
    path.write_text(
        plan_of(
            "".join(f"      - id: {name}\n        title: {name} deals\n        target: 40\n" for name in ("Won", "won"))
        )
    )
    name = typed[-3:]
    assert inside("check-in", typed, "5").err == f"sales/2026-Q4#deals.{name}: 5 on 2026-10-01\n"
    assert f"{name} deals\n        target: 40\n        check_ins:\n" in path.read_text()
    both = inside("check-in", "WON", "5")
    assert (both.code, both.err) == (2, "okrlint: WON may be sales/2026-Q4#deals.Won, sales/2026-Q4#deals.won\n")


def test_a_day_is_written_once(inside: Call, repository: Path) -> None:
    """A second check-in of a day needs --replace."""
    inside("check-in", "leads", "1950")
    before = (repository / PLAN).read_bytes()
    ran = inside("check-in", "leads", "1960")
    assert (ran.code, ran.err) == (
        2,
        f"okrlint: {LEADS} has a check-in of 2026-10-01 already; --replace writes over it\n",
    )
    assert (repository / PLAN).read_bytes() == before


@pytest.mark.parametrize(("typed", "written"), [("YES", "true"), ("no", "false")])
def test_done_or_not(inside: Call, repository: Path, typed: str, written: str) -> None:
    """A key result that is done or not done takes yes and no, in any case."""
    path = repository / "okrs/2026-Q4/sales.yaml"
    path.write_text(BLOCK.replace("target: 40", "type: done"))
    assert inside("check-in", "won", typed).code == 0
    assert path.read_text().endswith(f"check_ins:\n          2026-10-01: {written}\n")
    assert inside("check-in", "won", "5", "--replace").code == 2


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("marketing/2026-Q4#demand.l", [LEADS]), ("lea", ["leads"]), ("zzz", [])],
    ids=["a whole address", "a part", "nothing"],
)
def test_addresses_complete_in_the_shell(
    repository: Path, monkeypatch: pytest.MonkeyPatch, typed: str, offered: list[str]
) -> None:
    """What a shell asks for is answered with the addresses of open plans."""
    monkeypatch.chdir(repository)
    found = ShellComplete(cli, {}, "okrlint", "_OKRLINT_COMPLETE").get_completions(["check-in"], typed)
    assert [item.value for item in found] == offered


def test_the_running_quarter_is_meant(inside: Call, repository: Path) -> None:
    """Where two open plans have a part, the day decides; a closed plan takes no check-in."""
    earlier = repository / "okrs/2026-Q3/sales.yaml"
    earlier.write_text(BLOCK.replace("2026-Q4", "2026-Q3"))
    (repository / "okrs/2026-Q4/sales.yaml").write_text(BLOCK)
    assert inside("check-in", "won", "5", "--date", "2026-11-02").err.startswith("sales/2026-Q4#deals.won: 5")
    assert inside("check-in", "won", "5", "--date", "2026-09-28").err.startswith("sales/2026-Q3#deals.won: 5")
    both = inside("check-in", "won", "6", "--date", "2026-10-03")
    assert (both.code, both.err) == (2, "okrlint: won may be sales/2026-Q3#deals.won, sales/2026-Q4#deals.won\n")
    earlier.write_text(BLOCK.replace("quarter: 2026-Q4", "quarter: 2026-Q3\nstatus: closed"))
    closed = inside("check-in", "sales/2026-Q3#deals.won", "5", "--date", "2026-09-28")
    assert (closed.code, closed.err) == (2, "okrlint: the plan of sales/2026-Q3#deals.won is closed\n")


def test_help_is_one_letter_here_too(inside: Call, repository: Path) -> None:
    """Values with a minus do not cost the short form of --help."""
    assert inside("check-in", "-h").out.startswith("Usage:")


def test_two_terminals_lose_nothing(repository: Path) -> None:
    """Check-ins that are written at the same moment all stand in the file afterwards."""
    days = ["2026-10-01", "2026-10-02"]
    calls = [
        subprocess.Popen(
            [sys.executable, "-m", "okrlint", "check-in", "leads", "1950", "--date", day],
            cwd=repository,
            stderr=subprocess.PIPE,
        )
        for day in days
    ]
    told = [call.communicate()[1].decode() for call in calls]
    assert [call.returncode for call in calls] == [0] * len(days), told
    text = (repository / PLAN).read_text("utf-8")
    assert [day for day in days if f"          {day}: 1950\n" in text] == days


def test_a_turn_that_does_not_come(tmp_path: Path) -> None:
    """Who waits too long is told, and whose turn is over lets the next one in."""
    with turn(tmp_path), pytest.raises(OkrlintError, match="another okrlint is writing"), turn(tmp_path, patience=0.05):
        pass
    with turn(tmp_path, patience=0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_an_editor_that_saves_in_between(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody else saves while the check-in is worked out is seen at a second look, and both stand there."""
    saved = iter([True])

    def write(workspace: Workspace, change: FileChange) -> None:
        if next(saved, False):
            path = repository / PLAN
            path.write_text(path.read_text("utf-8").replace("team: marketing\n", "team: marketing  # us\n"), "utf-8")
        write_change(workspace, change)

    monkeypatch.setattr(check_in_writing, "write_change", write)
    run(repository, CheckIn(LEADS, "1950", "2026-10-12", {}, replace=False))
    text = (repository / PLAN).read_text("utf-8")
    assert "team: marketing  # us\n" in text
    assert "2026-10-12: 1950\n" in text


def test_an_escape_that_two_readers_do_not_share(inside: Call, repository: Path) -> None:
    """A file with an escape for an invisible character cannot be edited, and the line of it is named."""
    path = repository / PLAN
    path.write_text(path.read_text("utf-8").replace("team: marketing\n", 'team: marketing\nnote: "a \\e b"\n'), "utf-8")
    before = path.read_bytes()
    ran = inside("check-in", "leads", "1950", "--date", "2026-10-12")
    line = before.decode().split("\n").index('note: "a \\e b"') + 1
    words = "cannot be edited before it is mended: an escape in this text makes an invisible character"
    assert (ran.code, ran.err) == (2, f"okrlint: {PLAN}:{line} {words}\n")
    assert path.read_bytes() == before


def test_a_full_disk(inside: Call, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, and the plan is as it was."""

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = (repository / PLAN).read_bytes()
    monkeypatch.setattr(os, "fsync", full)
    ran = inside("check-in", "leads", "1950", "--date", "2026-10-12")
    assert (ran.code, ran.err) == (2, f"okrlint: {PLAN} cannot be written: no space left on device; it is as it was\n")
    assert (repository / PLAN).read_bytes() == before
    assert [one.name for one in (repository / PLAN).parent.iterdir() if one.name.startswith(".")] == []
