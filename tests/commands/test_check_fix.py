"""`okrlint check --fix`, `--unsafe-fixes` and `--diff` as people and hooks call them."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import jsonschema
import pytest

from okrlint.workspace import turns
from okrlint.workspace.turns import turn
from tests.commands.conftest import Call

PLAN = "okrs/2026-Q4/marketing.yaml"
OLD = "okrs/2026-Q3/marketing.yaml"
SLIP = ("    why: Agencies", "    whyy: Agencies")
COUNT = ("        growth: 25%\n", "        target: 2,352  # all of them\n")


@pytest.fixture
def plan(repository: Path) -> Path:
    """A plan with a slip that is mended safely, and a target whose fix changes what the plan means."""
    path = repository / PLAN
    path.write_text(path.read_text("utf-8").replace(*SLIP).replace(*COUNT), "utf-8")
    return path


def test_safe_fixes_are_written(okrlint: Call, plan: Path) -> None:
    """The file is mended, what was done is told on standard error, and what is left on standard output."""
    before = plan.read_text("utf-8")

    ran = okrlint("check", "--fix", "--format", "concise")

    assert plan.read_text("utf-8") == before.replace("whyy", "why")
    assert ran.err == f"mended: {PLAN}: unknown-field: `whyy` is not a field of an objective: write `why`\n"
    assert ran.code == 1
    assert "unknown-field" not in ran.out
    assert "pipeline-not-percentage-growth" in ran.out


def test_unsafe_fixes_are_written_on_request(okrlint: Call, plan: Path) -> None:
    """Both are mended; the second run has nothing to do and writes nothing."""
    before = plan.read_text("utf-8")

    ran = okrlint("check", "--unsafe-fixes")
    stamp = plan.stat().st_mtime_ns
    again = okrlint("check", "--unsafe-fixes")

    assert plan.read_text("utf-8") == before.replace("whyy", "why").replace("target: 2,352 ", "growth: 25.1% ")
    assert ran.err.count("mended: ") == 2
    assert (again.err.count("mended: "), plan.stat().st_mtime_ns) == (0, stamp)


def test_without_a_flag_nothing_is_written(okrlint: Call, plan: Path) -> None:
    """The findings say how many could be mended."""
    before = plan.read_bytes()

    ran = okrlint("check")

    assert plan.read_bytes() == before
    assert "1 with --fix, 1 with --unsafe-fixes" in ran.out


@pytest.mark.parametrize(
    ("flags", "lines"),
    [
        (("--diff",), ["-    whyy: Agencies bring most of the self-serve revenue", "+    why: Agencies bring most of the self-serve revenue"]),
        (("--fix", "--diff"), ["-    whyy: Agencies bring most of the self-serve revenue", "+    why: Agencies bring most of the self-serve revenue"]),
        (("--unsafe-fixes", "--diff"), ["-    whyy: Agencies bring most of the self-serve revenue", "+    why: Agencies bring most of the self-serve revenue", "-        target: 2,352  # all of them", "+        growth: 25.1%  # all of them"]),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_diff_shows_and_writes_nothing(
    flags: tuple[str, ...], lines: list[str], okrlint: Call, plan: Path, repository: Path
) -> None:
    """What patch would apply comes first, then the findings and the exit code as without."""
    before, plain = plan.read_bytes(), okrlint("check")

    ran = okrlint("check", *flags)

    diff = ran.out.removesuffix(plain.out)
    changed = [line for line in diff.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert plan.read_bytes() == before
    assert (ran.code, ran.err) == (plain.code, plain.err)
    assert changed == lines
    assert diff.startswith(f"--- a/{PLAN}\n+++ b/{PLAN}\n")


def test_fixes_wait_for_their_turn(inside: Call, plan: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another okrlint writes nothing is mended; a diff and a run with nothing to mend need no turn."""
    monkeypatch.setattr(turns, "turn", partial(turn, patience=0.05))
    before = plan.read_bytes()
    with turn(repository):
        ran = inside("check", "--fix")
        assert inside("check", "--fix", "--diff").code == 1
        plan.write_bytes(before.replace(b"whyy", b"why"))
        assert inside("check", "--fix").code == 1
    assert (ran.code, ran.out) == (2, "")
    assert "another okrlint is writing" in ran.err


def test_a_diff_can_be_applied(okrlint: Call, plan: Path, repository: Path) -> None:
    """What it shows is what --fix writes."""
    (repository / "fix.diff").write_text(okrlint("check", "--unsafe-fixes", "--diff").out, "utf-8")
    by_okrlint = plan.read_text("utf-8").replace("whyy", "why").replace("target: 2,352 ", "growth: 25.1% ")

    subprocess.run(["git", "apply", "fix.diff"], cwd=repository, check=True)

    assert plan.read_text("utf-8") == by_okrlint


def test_a_format_for_programs_has_standard_output_to_itself(okrlint: Call, plan: Path) -> None:
    """The diff goes to standard error there, and so does what was mended."""
    shown = okrlint("check", "--diff", "--format", "json")
    fixed = okrlint("check", "--fix", "--format", "json")

    assert json.loads(shown.out) == json.loads(okrlint("check", "--format", "json").out) | json.loads(shown.out)
    assert shown.err.startswith(f"--- a/{PLAN}\n")
    assert fixed.err.startswith("mended: ")
    assert {found["rule"] for found in json.loads(fixed.out)["findings"]} == {"pipeline-not-percentage-growth"}


def test_json_has_the_fix(okrlint: Call, plan: Path, checkout: Path) -> None:
    """With its words, whether it is safe, and the edits that make it, as the published schema says."""
    data = json.loads(okrlint("check", "--format", "json").out)
    schema = json.loads((checkout / "schemas/findings.schema.json").read_text("utf-8"))

    jsonschema.validate(data, schema, cls=jsonschema.Draft7Validator)
    fixes = {found["rule"]: found["fix"] for found in data["findings"] if found["fix"]}
    assert fixes["unknown-field"] == {
        "words": "write `why`",
        "safe": True,
        "edits": [{"line": 13, "column": 5, "end_line": 13, "end_column": 9, "replacement": "why"}],
    }
    assert [edit["replacement"] for edit in fixes["pipeline-not-percentage-growth"]["edits"]] == ["growth", "25.1%"]
    assert not fixes["pipeline-not-percentage-growth"]["safe"]


def test_only_named_files_are_mended(okrlint: Call, plan: Path, repository: Path) -> None:
    """A file that nobody named stays, whatever could be mended in it."""
    old = repository / OLD
    old.write_text(old.read_text("utf-8").replace("    why: ", "    whyy: ", 1), "utf-8")
    before = old.read_bytes()

    ran = okrlint("check", "--fix", PLAN)

    assert "whyy" not in plan.read_text("utf-8")
    assert old.read_bytes() == before
    assert ran.err.count("mended: ") == 1


def test_a_read_only_file_ends_the_run_with_one_sentence(okrlint: Call, plan: Path, repository: Path) -> None:
    """The other files are mended all the same."""
    old = repository / OLD
    old.write_text(old.read_text("utf-8").replace("    why: ", "    whyy: ", 1), "utf-8")
    old.chmod(0o444)
    before = old.read_bytes()

    ran = okrlint("check", "--fix")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == f"okrlint: {OLD} cannot be written: it is read-only"
    assert old.read_bytes() == before
    assert "whyy" not in plan.read_text("utf-8")


def test_two_runs_at_once_end_well(repository: Path, plan: Path) -> None:
    """Each sees the file as it was or as it is mended, never in between, and the file is mended once."""
    before = plan.read_text("utf-8")
    command = [sys.executable, "-m", "okrlint", "check", "--fix", "--format", "concise"]

    runs = [
        subprocess.Popen(command, cwd=repository, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    ended = [(*run.communicate(), run.returncode) for run in runs]

    assert plan.read_text("utf-8") == before.replace("whyy", "why")
    assert {code for _, _, code in ended} == {1}, ended
    assert [path.name for path in plan.parent.iterdir() if path.name.startswith(".")] == []


def test_fixes_in_a_file_of_another_system(okrlint: Call, plan: Path) -> None:
    """Line breaks and the byte order mark stay, on the disk too."""
    data = b"\xef\xbb\xbf" + plan.read_bytes().replace(b"\n", b"\r\n")
    plan.write_bytes(data)

    okrlint("check", "--unsafe-fixes")

    assert plan.read_bytes() == data.replace(b"whyy", b"why").replace(b"target: 2,352 ", b"growth: 25.1% ")
