"""`okrlint check` beside a baseline of findings."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.commands.conftest import Call
from tests.hooks.test_hooks import commit_all, git

PLAN = "okrs/2026-Q4/marketing.yaml"
FILE = "okrlint-baseline.json"


@pytest.fixture
def old(repository: Path) -> Path:
    """A repository with two findings: no owner, and a word that describes work."""
    plan = repository / PLAN
    text = plan.read_text("utf-8").replace("        owner: ben\n", "", 1)
    plan.write_text(text.replace("    title: ", "    title: Grow from 5 to 9 markets and ", 1), "utf-8")
    return repository


def _change(repository: Path, old: str, new: str) -> None:
    plan = repository / PLAN
    plan.write_text(plan.read_text("utf-8").replace(old, new, 1), "utf-8")


def test_an_old_repository_begins_green(okrlint: Call, old: Path) -> None:
    """What there is is written down, and from then on known, for everybody and without a flag."""
    before = okrlint("check")
    written = okrlint("check", "--write-baseline")
    after = okrlint("check")

    assert before.code == 1
    assert (written.code, written.err) == (0, f"{FILE}: 2 known, 2 added, 0 removed\n")
    assert (after.code, after.err) == (0, "")
    assert written.out == after.out == "No findings in 4 files; 2 known from the baseline.\n"
    assert {row["rule"] for row in json.loads((old / FILE).read_text("utf-8"))["findings"]} == {
        "owner-missing",
        "metric-in-objective",
    }


def test_a_new_finding_fails_all_the_same(okrlint: Call, old: Path) -> None:
    """Only what is known is silent; programs see how much that is."""
    okrlint("check", "--write-baseline")
    _change(old, "        owner: ", "        owners: ")

    ran = okrlint("check", "--format", "json")

    assert ran.code == 1
    assert "unknown-field" in {finding["rule"] for finding in json.loads(ran.out)["findings"]}
    assert json.loads(ran.out)["summary"]["known"] == 2


def test_what_is_mended_is_told_and_taken_out(okrlint: Call, old: Path) -> None:
    """The file shrinks when it is written again, and never by a mere check."""
    okrlint("check", "--write-baseline")
    before = (old / FILE).read_bytes()
    _change(old, "Grow from 5 to 9 markets and ", "")

    told = okrlint("check")
    unchanged = (old / FILE).read_bytes()
    written = okrlint("check", "--write-baseline")

    assert told.code == 0
    assert told.err == f"1 of 2 known findings in {FILE} are gone; --write-baseline takes them out\n"
    assert unchanged == before
    assert written.err == f"{FILE}: 1 known, 0 added, 1 removed\n"
    assert okrlint("check").err == ""


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["okrs/company.yaml"], id="another file in focus"),
        pytest.param(["--select", "structure"], id="the rule left out"),
        pytest.param(["--preset", "minimal"], id="a preset without the rule"),
    ],
)
def test_a_part_of_a_run_takes_nothing_out(arguments: list[str], okrlint: Call, old: Path) -> None:
    """What did not run as usual over a file says nothing about it."""
    okrlint("check", "--write-baseline")
    _change(old, "Grow from 5 to 9 markets and ", "")

    assert "gone" not in okrlint("check", *arguments).err
    written = okrlint("check", "--write-baseline", *arguments).err
    assert written.startswith(f"{FILE}: 2 known, 0 added, 0 removed\n")


def test_it_may_lie_elsewhere(okrlint: Call, old: Path) -> None:
    """A flag names another file, which counts only where it is named."""
    written = okrlint("check", "--write-baseline", "--baseline", "known.json")

    assert written.err == "known.json: 2 known, 2 added, 0 removed\n"
    assert okrlint("check", "--baseline", "known.json").code == 0
    assert okrlint("check", "--baseline", "../known.json", cwd="okrs").code == 0
    assert okrlint("check").code == 1


def test_it_lies_beside_the_settings(okrlint: Call, old: Path) -> None:
    """So that a call from any folder finds it."""
    okrlint("check", "--write-baseline", cwd="okrs/2026-Q4")

    assert (old / FILE).is_file()
    assert okrlint("check", cwd="okrs").code == 0


def test_it_can_be_left_out(okrlint: Call, old: Path) -> None:
    """To see everything that there is to mend, and to mend it."""
    okrlint("check", "--write-baseline")

    assert okrlint("check", "--no-baseline").code == 1
    assert "known" not in okrlint("check", "--no-baseline").out


def test_what_cannot_be_read_stays_a_finding(okrlint: Call, old: Path) -> None:
    """A broken file is no debt that can wait."""
    (old / "okrs" / "broken.yaml").write_text("title: [\n", "utf-8")

    ran = okrlint("check", "--write-baseline")

    assert ran.code == 1
    assert "syntax" in ran.out
    assert "syntax" not in (old / FILE).read_text("utf-8")


def test_reports_know_it_too(okrlint: Call, old: Path) -> None:
    """The pages say what the linter says."""

    def pages() -> str:
        okrlint("report")
        return "".join(path.read_text("utf-8") for path in sorted((old / "reports").rglob("*.md")))

    before = pages()
    okrlint("check", "--write-baseline")

    assert "owner-missing" in before
    assert "owner-missing" not in pages()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"[]", f"{FILE} cannot be used: it is no baseline of version 1; okrlint check", id="no baseline"),
        pytest.param(b'{"version": 1,\n "findings": [', f"{FILE}:2: the file cannot be read as JSON", id="no JSON"),
        pytest.param(b"\xff", f"{FILE}: the file is not UTF-8", id="no UTF-8"),
        pytest.param(b"[" * 100_000, f"{FILE}: the file cannot be read as JSON", id="deep"),
        pytest.param(b"1" * 9_999, f"{FILE}: the file cannot be read as JSON", id="a huge number"),
        pytest.param(b" " * (16 * 1024 * 1024 + 1), f"{FILE} has more than 16 MiB", id="huge"),
        pytest.param(
            b'{"version": 1, "findings": [1]}', "entry 1 of `findings` is no known finding", id="a broken entry"
        ),
    ],
)
def test_a_file_that_is_none_is_one_sentence(data: bytes, sentence: str, okrlint: Call, repository: Path) -> None:
    """It must not look as if nothing were known, nor as if everything were."""
    (repository / FILE).write_bytes(data)

    ran = okrlint("check")

    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(
            ["--baseline", "no.json"], "no.json cannot be read: it is not there", id="a file that is not there"
        ),
        pytest.param(["--baseline", "okrs"], "okrs cannot be read: it is a folder", id="a folder"),
        pytest.param(["--no-baseline", "--write-baseline"], "--no-baseline leaves it out", id="out and written"),
        pytest.param(["--no-baseline", "--baseline", "x"], "--no-baseline leaves it out", id="out and named"),
        pytest.param(["--write-baseline", "--diff"], "is about the files as they are", id="with a diff"),
        pytest.param(["--write-baseline", "--baseline", "no/x.json"], "no/x.json cannot be written", id="no folder"),
    ],
)
def test_a_call_that_cannot_be_is_one_sentence(arguments: list[str], sentence: str, okrlint: Call) -> None:
    """Exit code 2, and nothing is written."""
    ran = okrlint("check", *arguments)

    assert ran.code == 2
    assert sentence in ran.err


def test_a_change_under_review_does_not_choose_what_is_known(okrlint: Call, old: Path) -> None:
    """With --untrusted the baseline of the base counts: old findings stay silent, and new ones cannot be hidden."""
    okrlint("check", "--write-baseline")
    git(old, "init", "--quiet")
    commit_all(old)
    base = subprocess.run(["git", "rev-parse", "HEAD"], cwd=old, capture_output=True, text=True, check=True)
    _change(old, "        owner: ", "        owners: ")
    okrlint("check", "--write-baseline")
    commit_all(old)

    trusted = okrlint("check")
    reviewed = okrlint("check", "--untrusted", "--since", base.stdout.strip(), "--format", "concise")

    assert trusted.code == 0
    assert reviewed.code == 1
    assert "unknown-field" in reviewed.out
    assert "metric-in-objective" not in reviewed.out
