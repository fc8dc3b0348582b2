"""`okrlint import`: new plans from foreign files, shown or written, all of them or none."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from okrlint.cli import cli
from okrlint.errors import OkrlintError

OKRS = "# Marketing OKRs Q1 2027\n## Win\n- Increase sign-ups by 25% (Owner: Ben Ng)\n- [x] Launch the page\n"
PLAN = """\
kind: plan
version: 1
team: marketing
quarter: 2027-Q1
objectives:
  - id: win
    title: Win
    key_results:
      - id: increase-sign-ups
        title: Increase sign-ups by 25%
        owner: Ben Ng
        growth: 25%
      - id: launch-page
        title: Launch the page
        type: done
        note: Ticked off
"""


class Ran(NamedTuple):
    """How a call ended; a refusal is its sentence."""

    out: str
    err: str
    refusal: str | None


Call = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, and the folder that calls run in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "okrlint.toml").write_text("", "utf-8")
    (tmp_path / "okrs.md").write_text(OKRS, "utf-8")
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


def files_in(folder: Path) -> list[str]:
    """Every plan of a repository."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml"))


def test_a_dry_run_shows_the_plan_and_writes_nothing(call: Call, folder: Path) -> None:
    """The plan is printed with its path; how the file was read is told on the side."""
    ran = call("import", "okrs.md", "--dry-run")

    assert ran.out == f"# okrs/2027-Q1/marketing.yaml\n{PLAN}"
    assert ran.err == (
        "okrs.md: read as Markdown: headings are teams, headings are objectives, list items are key results\n"
        "okrs.md: 1 value or tick has no day and is a note; --as-of DATE writes check-ins\n"
        "okrs/2027-Q1/marketing.yaml: 1 objective, 2 key results\n"
    )
    assert files_in(folder) == []


def test_a_plan_is_written_where_plans_are(call: Call, folder: Path) -> None:
    """Under the first path of the settings, by quarter and team."""
    (folder / "okrlint.toml").write_text('paths = ["plans"]\n', "utf-8")
    ran = call("import", "okrs.md")

    assert ran.out == ""
    assert (folder / "plans/2027-Q1/marketing.yaml").read_text("utf-8") == PLAN


def test_a_tick_with_a_day_is_a_check_in(call: Call, folder: Path) -> None:
    """`--as-of` says when a file was true."""
    call("import", "okrs.md", "--as-of", "2027-02-01")

    text = (folder / "okrs/2027-Q1/marketing.yaml").read_text("utf-8")
    assert text.endswith("        type: done\n        check_ins:\n          2027-02-01: true\n")


def test_no_file_is_ever_written_over(call: Call, folder: Path) -> None:
    """Neither the file itself nor the same plan under another name; a dry run says so."""
    call("import", "okrs.md")
    path = folder / "okrs/2027-Q1/marketing.yaml"
    before = path.read_bytes()
    (folder / "okrs.md").write_text(OKRS.replace("Win", "Lose"), "utf-8")

    assert call("import", "okrs.md").refusal == "okrs/2027-Q1/marketing.yaml is there already; nothing was written"
    assert "okrs/2027-Q1/marketing.yaml is there already\n" in call("import", "okrs.md", "--dry-run").err
    assert path.read_bytes() == before
    path.rename(folder / "okrs/mine.yaml")
    refusal = call("import", "okrs.md").refusal
    assert refusal == "okrs/mine.yaml is the plan marketing/2027-Q1 already; nothing was written"


def test_all_plans_or_none(call: Call, folder: Path) -> None:
    """One plan that is there keeps the others from being written."""
    (folder / "more.md").write_text(OKRS.replace("Marketing", "Sales"), "utf-8")
    call("import", "more.md")
    ran = call("import", "okrs.md", "more.md")

    assert ran.refusal == "okrs/2027-Q1/sales.yaml is there already; nothing was written"
    assert files_in(folder) == ["okrs/2027-Q1/sales.yaml"]


def test_two_files_with_the_same_plan(call: Call, folder: Path) -> None:
    """Both are named."""
    (folder / "more.md").write_text(OKRS, "utf-8")

    refusal = call("import", "okrs.md", "more.md").refusal
    assert refusal == "okrs.md and more.md both hold a plan for okrs/2027-Q1/marketing.yaml"


def test_what_the_file_does_not_say(call: Call, folder: Path) -> None:
    """Team and quarter by flags, else a sentence that names the flag."""
    text = "## Objective: Win\n- KR: Deals\n"
    (folder / "okrs.md").write_text(text, "utf-8")

    assert call("import", "okrs.md").refusal == "okrs.md says nowhere which quarter it is of; add --quarter 2026-Q4"
    refusal = call("import", "okrs.md", "--quarter", "2026-Q4").refusal
    assert refusal == "okrs.md says nowhere whose plan it is; add --team marketing"
    refusal = call("import", "okrs.md", "--quarter", "soon").refusal
    assert refusal == "okrs.md: soon is no quarter; write the quarter as 2026-Q4"
    call("import", "okrs.md", "--team", "x", "--quarter", "2026-Q1")
    assert files_in(folder) == ["okrs/2026-Q1/x.yaml"]


def test_names_of_files_say_team_and_quarter(call: Call, folder: Path) -> None:
    """The quarter may be in the name of the folder."""
    text = "## Objective: Win\n- KR: Deals\n"
    (folder / "rocket-okrs-q4-2026.md").write_text(text, "utf-8")
    (folder / "2026-Q3").mkdir()
    (folder / "2026-Q3/falcon.md").write_text(text, "utf-8")
    call("import", "rocket-okrs-q4-2026.md", "2026-Q3/falcon.md")

    assert files_in(folder) == ["okrs/2026-Q3/falcon.yaml", "okrs/2026-Q4/rocket.yaml"]


def test_people_are_those_of_the_company(call: Call, folder: Path) -> None:
    """A name or an address that the company file has becomes the id."""
    company = "kind: company\nversion: 1\nname: A\npeople:\n  - id: ben\n    name: Ben Ng\n"
    (folder / "okrs").mkdir()
    (folder / "okrs/company.yaml").write_text(company, "utf-8")

    assert "        owner: ben\n" in call("import", "okrs.md", "--dry-run").out


def test_fiscal_quarters(call: Call, folder: Path) -> None:
    """Quarters are those of the company's year."""
    company = "kind: company\nversion: 1\nname: A\nfiscal_year_start: 2\n"
    (folder / "okrs").mkdir()
    (folder / "okrs/company.yaml").write_text(company, "utf-8")

    assert call("import", "okrs.md", "--dry-run").out.startswith("# okrs/FY27-Q1/marketing.yaml\n")


def test_the_line_for_editors(call: Call, folder: Path) -> None:
    """Where the repository has the schema, the plan names it."""
    (folder / "schemas").mkdir()
    (folder / "schemas/plan.schema.json").write_text("{}", "utf-8")
    call("import", "okrs.md")

    text = (folder / "okrs/2027-Q1/marketing.yaml").read_text("utf-8")
    assert text == f"# yaml-language-server: $schema=../../schemas/plan.schema.json\n{PLAN}"


def test_standard_input(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads what is pasted or piped."""
    done = CliRunner().invoke(cli, ["import", "-", "--dry-run"], input=OKRS)

    assert done.stdout == f"# okrs/2027-Q1/marketing.yaml\n{PLAN}"


def test_a_plan_with_all_its_scores_is_closed(call: Call, folder: Path) -> None:
    """And its user is told."""
    (folder / "okrs.md").write_text(OKRS.replace("(Owner: Ben Ng)", "(0.4)").replace("page", "page (1.0)"), "utf-8")
    ran = call("import", "okrs.md", "--dry-run")

    assert "status: closed\n" in ran.out
    assert ran.err.endswith("1 objective, 2 key results, 2 scores; closed, as every key result has its score\n")


def test_the_note_of_a_plan_is_counted(call: Call, folder: Path) -> None:
    """Text that is about no objective is kept, and the summary says how much of it there is."""
    (folder / "okrs.md").write_text("# Marketing, Q4 2026\n\nBe loved.\n\nBe big.\n\n## Win\n- Deals\n", "utf-8")
    ran = call("import", "okrs.md", "--dry-run")

    assert "note: |-\n  Be loved.\n\n  Be big.\n" in ran.out
    assert ran.err.endswith("1 objective, 1 key result, 2 lines of text as the note of the plan\n")


def test_scores_without_values_say_where_they_come_from(call: Call, folder: Path) -> None:
    """Check has nothing to ask about a score that an import took over; values that came with it are held against it."""
    text = "# Marketing, Q3 2026\n## Win\n- Win 30 deals (0.7)\n- [x] Publish the page (1.0)\n- Grow from 20% to 50% (0.6)\n"
    (folder / "okrs.md").write_text(text, "utf-8")
    call("import", "okrs.md")
    assert call("check", "--select", "score-mismatch").out == "No findings in 1 file.\n"
    assert (folder / "okrs/2026-Q3/marketing.yaml").read_text("utf-8").count("score_reason: ") == 3
    (folder / "okrs.csv").write_text("Objective,Key Result,Target,Actual,Score\nWin,Deals,30,12,0.9\n", "utf-8")
    call("import", "okrs.csv", "--team", "sales", "--quarter", "2026-Q3", "--as-of", "2026-09-30")
    assert "the score is 0.9, but 12 ÷ 30 gives 0.4" in call("check", "--select", "score-mismatch").out


def test_a_form_may_be_named(call: Call, folder: Path) -> None:
    """`--from` reads a file as what its name does not say."""
    (folder / "a.dat").write_text("Objective;Key Result\nWin;Deals\n", "utf-8")

    refusal = call("import", "a.dat", "--quarter", "2026-Q4", "--team", "x", "--from", "json").refusal
    assert refusal == "a.dat:1:1: no JSON: expecting value"
    assert (
        "title: Deals"
        in call("import", "a.dat", "--quarter", "2026-Q4", "--team", "x", "--from", "csv", "--dry-run").out
    )


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        pytest.param("gone.md", None, "gone.md does not exist", id="no file"),
        pytest.param("okrs", b"", "okrs cannot be read: it is a folder", id="a folder"),
        pytest.param("a.xlsx", b"PK\x03\x04", "a.xlsx is a workbook or another zipped file", id="a workbook"),
        pytest.param("a.md", b"\x00\x01\x02", "a.md is no text: it holds zero bytes", id="a binary file"),
        pytest.param("a.md", b"%PDF-1.7", "a.md is a PDF", id="a PDF"),
        pytest.param("a.md", b"a" * 1_100_000, "a.md is larger than 1,048,576 bytes", id="too large"),
        pytest.param("a.md", b"a\n" * 6_000, "a.md has more than 5,000 lines", id="too long"),
        pytest.param("a.md", b" \n", "a.md is empty", id="empty"),
    ],
)
def test_files_that_cannot_be_read(call: Call, folder: Path, name: str, data: bytes | None, words: str) -> None:
    """One clear sentence that names the file, and what to do where that helps."""
    if name == "okrs":
        (folder / name).mkdir()
    elif data is not None:
        (folder / name).write_bytes(data)

    assert (call("import", name).refusal or "").startswith(words)


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are of Unix")
def test_a_pipe_does_not_hang(call: Call, folder: Path) -> None:
    """What is no plain file is refused at once."""
    os.mkfifo(folder / "pipe.md")

    assert call("import", "pipe.md").refusal == "pipe.md cannot be read: it is not a plain file"


def test_a_day_that_is_none(call: Call) -> None:
    """A flag is checked before anything is read."""
    refusal = "--as-of: soon is not a day such as 2026-11-15, nor the word today"
    assert call("import", "okrs.md", "--as-of", "soon").refusal == refusal


def test_a_day_outside_the_quarter(call: Call, folder: Path) -> None:
    """A value of another time is no check-in of this plan; where there is none the day does not matter."""
    refusal = call("import", "okrs.md", "--as-of", "2026-02-01").refusal

    assert refusal == "--as-of: 2026-02-01 lies outside 2027-Q1, whose values are read until 2027-04-14"
    (folder / "okrs.md").write_text(OKRS.replace("[x] ", ""), "utf-8")
    assert call("import", "okrs.md", "--as-of", "2026-02-01").refusal is None


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        pytest.param({"team": "../../../tmp/x"}, "is no team's id", id="a path"),
        pytest.param(
            {"team": "Big Team"}, "a.json: Big Team is no team's id; write it with small letters", id="a name"
        ),
        pytest.param({"team": 5}, "a.json: 5 is no team's id", id="a number"),
        pytest.param({"quarter": "soon"}, "a.json: soon is no quarter", id="no quarter"),
        pytest.param({"quarter": None}, "a.json says nowhere which quarter it is of", id="nothing"),
    ],
)
def test_a_plan_of_ours_that_belongs_nowhere(call: Call, folder: Path, plan: dict[str, object], words: str) -> None:
    """The name of a file is made of it, so it is looked at first."""
    data = {"kind": "plan", "version": 1, "team": "a", "quarter": "2026-Q4", "objectives": [], **plan}
    (folder / "a.json").write_text(json.dumps({"version": 1, "plans": [data]}), "utf-8")

    assert words in (call("import", "a.json").refusal or "")
    assert files_in(folder) == []


def test_a_plan_of_ours_with_anything_in_it(call: Call, folder: Path) -> None:
    """What is wrong in it is for the linter to say."""
    key_results = [5, {"owner": 5, "check_ins": [1], "actions": "x"}]
    data = {
        "kind": "plan",
        "version": 1,
        "team": "a",
        "quarter": "2026-Q4",
        "objectives": [1, "x", {"owner": {"a": 1}, "key_results": key_results}, {"key_results": 7}],
    }
    (folder / "a.json").write_text(json.dumps({"version": 1, "plans": [data]}), "utf-8")

    assert call("import", "a.json", "--as-of", "2020-01-01").refusal is None
    assert files_in(folder) == ["okrs/2026-Q4/a.yaml"]
    for form in ("csv", "json", "table", "markdown"):
        assert call("export", "--format", form).refusal is None
    assert call("export", "--check-ins").refusal is None


def test_what_is_said_cannot_speak_to_a_terminal(call: Call, folder: Path) -> None:
    """Words of the file that are repeated are made harmless."""
    (folder / "okrs.md").write_text(f"{OKRS}\n\nred\u202e alert\n", "utf-8")
    ran = call("import", "okrs.md", "--dry-run")

    assert "\u202e" not in ran.err + ran.out


def test_the_command_is_called_by_its_own_name(folder: Path) -> None:
    """A word of Python's own names a command, though no module may have it."""
    listed = CliRunner().invoke(cli, ["--help"]).stdout

    assert "\n  import " in listed
    assert io.StringIO(listed).read().count("import_") == 0
