"""Findings in several formats in one run, and the summary of a job."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from okrlint.discovery import names
from okrlint.errors import OkrlintError
from okrlint.workspace.outputs import append_summary, read_outputs
from tests.formats.many import many
from tests.workspace.conftest import Call
from tests.workspace.test_focus import PLAN, spoil


def test_one_run_writes_every_format(committed: Path, check: Call) -> None:
    """Each file holds what `--format` would print; what is printed and the exit code stay as they are."""
    spoil(committed)
    formats = names("okrlint.formats")
    plain = check()
    ran = check(*(part for name in formats for part in ("--output", f"{name}=out-{name}.txt")))

    assert ran == plain
    assert plain.code == 1
    for name in formats:
        assert (committed / f"out-{name}.txt").read_text("utf-8") == check("--format", name).out, name


def test_files_are_where_the_call_is_made(committed: Path, check: Call) -> None:
    """Like every other program, and never half written: a file that is the same is left alone."""
    check("--output", "json=found.json", cwd="okrs")
    written = committed / "okrs" / "found.json"
    before = written.stat().st_ino

    assert json.loads(written.read_text("utf-8"))["findings"] == []
    check("--output", "json=found.json", cwd="okrs")
    assert written.stat().st_ino == before


@pytest.mark.parametrize(
    ("outputs", "sentence"),
    [
        pytest.param(["sarf=x"], "--output: sarf is not a format; did you mean sarif?", id="misspelt"),
        pytest.param(["pdf=x"], "--output: pdf is not a format; there are checkstyle, concise,", id="unknown"),
        pytest.param(["sarif"], "--output: sarif is not NAME=FILE, such as sarif=okrlint.sarif", id="no file"),
        pytest.param(["sarif="], "--output: sarif= is not NAME=FILE", id="empty file"),
        pytest.param(["json=-"], "--output: - is no file; --format prints to standard output", id="a dash"),
        pytest.param(["json=a", "sarif=./a"], "--output: json=a and sarif=./a go to one file", id="one file twice"),
        pytest.param(["json=nowhere/a"], "--output: nowhere/a cannot be written: no such file", id="no folder"),
        pytest.param(["json=okrs"], "--output: okrs is not a plain file", id="a folder"),
        pytest.param(["json=/dev/null"], "--output: /dev/null is not a plain file", id="a device"),
        pytest.param([f"json={PLAN}"], f"--output: {PLAN} is one of the plans and is not overwritten", id="a plan"),
    ],
)
def test_an_output_that_cannot_be_is_one_sentence(
    outputs: list[str], sentence: str, committed: Path, check: Call
) -> None:
    """Code 2, nothing printed, and no plan touched."""
    before = (committed / PLAN).read_bytes()
    ran = check(*(part for pair in outputs for part in ("--output", pair)))

    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert ran.err.count("\n") == 1
    assert (committed / PLAN).read_bytes() == before


def test_two_names_of_one_file_are_one_file(tmp_path: Path) -> None:
    """A link to a file is that file."""
    (tmp_path / "link").symlink_to(tmp_path / "file")

    with pytest.raises(OkrlintError, match="go to one file"):
        read_outputs([f"json={tmp_path / 'file'}", f"sarif={tmp_path / 'link'}"])


def test_annotations_bring_a_summary_of_the_job(committed: Path, check: Call, tmp_path: Path) -> None:
    """Behind what other steps have written; only for the format that speaks to GitHub."""
    spoil(committed)
    summary = tmp_path / "summary.md"
    summary.write_text("# before\n", "utf-8")
    variables = {"GITHUB_STEP_SUMMARY": str(summary)}

    check(**variables)
    assert summary.read_text("utf-8") == "# before\n"
    check("--format", "github", **variables)
    assert summary.read_text("utf-8") == "# before\n" + check("--format", "markdown").out


def test_a_summary_stays_below_its_limit(tmp_path: Path) -> None:
    """GitHub refuses the whole summary of a step that is too large, what others wrote included."""
    summary = tmp_path / "summary.md"
    summary.write_text("x" * (1024 * 1024 - 100), "utf-8")

    assert append_summary(summary, many(errors=1)) == "the job summary is not written: the step has nearly filled it"
    assert summary.stat().st_size == 1024 * 1024 - 100


def test_a_summary_that_cannot_be_written_does_not_change_the_result(committed: Path, check: Call) -> None:
    """The findings are there all the same, with one line about it."""
    spoil(committed)
    ran = check("--format", "github", GITHUB_STEP_SUMMARY=str(committed / "nowhere" / "summary.md"))

    assert ran.code == 1
    assert "::error " in ran.out
    assert ran.err == "okrlint: the job summary is not written: no such file or directory\n"
