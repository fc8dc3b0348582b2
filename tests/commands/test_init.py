"""`okrlint init`: a working repository in one command, beside whatever is there."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import pytest
import yaml

from okrlint.linting.presets import PRESETS
from okrlint.workspace import beginning, new_files
from okrlint.workspace.starters import TEMPLATES, starter
from tests.commands.conftest import Call

FILES = {
    "okrs/company.yaml",
    "okrs/2027-Q1/marketing.yaml",
    "okrlint.toml",
    ".pre-commit-config.yaml",
    ".github/workflows/okrs.yml",
}
INIT = ("init", "--quarter", "2027-Q1")
CHECK = ("check", "--as-of", "2027-01-04", "--format", "concise")


def files_below(folder: Path) -> set[str]:
    """Every file below a folder, by its path from there."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def fill(folder: Path) -> None:
    """Put a number wherever one is missing, a higher one behind a target, and agree on the plan."""
    for path in folder.glob("okrs/**/*.yaml"):
        text = re.sub(r"(target: \$?)XX", r"\g<1>30", path.read_text("utf-8"))
        text = re.sub(r"growth: XX", "growth: 25", text).replace("XX", "20")
        agreed = "status: active\nagreed:\n  date: 2027-01-02\n  by: [head-of-marketing, content-lead]"
        path.write_text(re.sub(r"status: draft.*", agreed, text), "utf-8")


@pytest.mark.parametrize("template", TEMPLATES)
def test_only_what_is_missing_is_found(inside: Call, tmp_path: Path, template: str) -> None:
    """In an empty folder the linter asks for the numbers and for nothing else."""
    ran = inside(*INIT, "--template", template)
    assert (ran.code, ran.out) == (0, "")
    assert files_below(tmp_path) == FILES
    found = inside(*CHECK).out.splitlines()
    assert found
    assert [line for line in found if " error placeholder: " not in line] == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_plan_that_is_filled_in_passes(inside: Call, tmp_path: Path, template: str) -> None:
    """With a number in each place and the team's agreement nothing is left to say, but for questions."""
    inside(*INIT, "--template", template)
    fill(tmp_path)
    ran = inside(*CHECK)
    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if " info " not in line] == []


DAYS = {
    "before the quarter": ("2026-09-20", ["2026-10-21", "2026-11-11"]),
    "on its first day": ("2026-10-01", ["2026-10-21", "2026-11-11"]),
    "late in it": ("2026-11-22", ["2026-11-30", "2026-12-09"]),
    "a week before its end": ("2026-12-25", ["2026-12-25", "2026-12-27"]),
    "on its last day": ("2026-12-31", ["2026-12-31"]),
    "after it": ("2027-02-01", ["2026-10-21", "2026-11-11"]),
}


@pytest.mark.parametrize(("day", "due"), DAYS.values(), ids=DAYS)
def test_no_action_is_late_from_the_beginning(
    inside: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str, due: list[str]
) -> None:
    """The days of actions lie in the part of the quarter that is left."""
    monkeypatch.setattr(beginning, "today", lambda: date.fromisoformat(day))
    inside("init", "--quarter", "2026-Q4")
    text = (tmp_path / "okrs/2026-Q4/marketing.yaml").read_text("utf-8")
    assert sorted(set(re.findall(r" due: (\S+)", text))) == due


def test_nothing_is_written_over(inside: Call, tmp_path: Path) -> None:
    """A second call keeps every file and says which; so does a first one that finds some."""
    (tmp_path / "okrlint.toml").write_text('preset = "t2d3"\npaths = ["okrs"]\n', "utf-8")
    ran = inside(*INIT)
    assert "kept: okrlint.toml\n" in ran.err
    assert "written: okrs/company.yaml\n" in ran.err
    before = {name: (tmp_path / name).read_bytes() for name in files_below(tmp_path)}
    again = inside(*INIT)
    assert again.err.splitlines() == [f"kept: {name}" for name in re.findall("(?:written|kept): (.+)", again.err)]
    assert set(re.findall("kept: (.+)", again.err)) == FILES
    assert {name: (tmp_path / name).read_bytes() for name in files_below(tmp_path)} == before


def test_a_folder_of_a_repository(inside: Call, tmp_path: Path) -> None:
    """Plans go into the folder; what tools look for at the root of a repository goes there, and leads to them."""
    (tmp_path / ".git").mkdir()
    ran = inside(*INIT, "teams/growth")
    assert ran.code == 0
    assert files_below(tmp_path) - FILES == {f"teams/growth/{name}" for name in FILES if name.startswith("okrs/")}
    assert 'paths = ["teams/growth/okrs"]' in (tmp_path / "okrlint.toml").read_text("utf-8")


def test_plans_that_are_there(inside: Call, tmp_path: Path) -> None:
    """Where there are plans and a company file, only what is around them is written."""
    inside("init", "--quarter", "2026-Q4")
    (tmp_path / "okrs/company.yaml").rename(tmp_path / "okrs/us.yaml")
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []\n", "utf-8")
    (tmp_path / "okrlint.toml").write_text('paths = ["plans"]\n', "utf-8")
    (tmp_path / ".gitlab-ci.yml").write_text("stages: []\n", "utf-8")
    (tmp_path / ".github/workflows/okrs.yml").unlink()
    ran = inside(*INIT)
    assert ran.err.splitlines() == [
        "kept: okrs/us.yaml",
        "kept: okrlint.toml",
        "kept: .pre-commit-config.yaml",
        "1 plan found in okrs, so no first one was written; okrlint new writes the next",
        "okrlint.toml: add okrs to its `paths`",
        ".pre-commit-config.yaml: add the hook okrlint to it, as docs/hooks.md shows",
        ".gitlab-ci.yml: add the job of docs/ci/gitlab.yml to it",
    ]


def test_settings_that_are_wrong(inside: Call, tmp_path: Path) -> None:
    """They are kept, and what is wrong with them is told."""
    (tmp_path / "okrlint.toml").write_text("preset = 5\n", "utf-8")
    ran = inside(*INIT)
    assert ran.code == 0
    assert "kept: okrlint.toml\n" in ran.err
    assert "\nokrlint.toml:1: preset: must be a text, not `5`\n" in ran.err


def test_a_real_repository(inside: Call, tmp_path: Path) -> None:
    """In a folder of a git repository the plans are found from its root and from the folder."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    inside(*INIT, "teams/growth")
    (tmp_path / "teams/growth/deep").mkdir()
    for folder in (".", "teams/growth", "teams/growth/deep"):
        found = inside(*CHECK, cwd=folder)
        assert (found.code, found.out.count("teams/growth/okrs/2027-Q1/marketing.yaml:") > 5) == (1, True)
    assert inside(*INIT, ".", cwd="teams/growth").err.count("kept: ") == len(FILES)


REFUSED = {
    "no quarter": (("--quarter", "Q1"), "okrlint: --quarter: Q1 is no quarter; write the quarter as 2026-Q4\n"),
    "a file in the place of the folder": (("okrlint.toml",), "okrlint.toml is no folder\n"),
    "a file above the folder": (("okrlint.toml/sub",), "okrlint.toml is no folder\n"),
}


@pytest.mark.parametrize(("arguments", "words"), REFUSED.values(), ids=REFUSED)
def test_a_bad_call_writes_nothing(inside: Call, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    """One sentence, exit 2, and no file."""
    (tmp_path / "okrlint.toml").write_text("", "utf-8")
    ran = inside("init", *arguments)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert ran.err.endswith(words)
    assert files_below(tmp_path) == {"okrlint.toml"}


@pytest.mark.parametrize("refused", ["mkdir", "mkstemp"])
def test_a_folder_that_is_read_only(
    inside: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    """One sentence, and nothing is there."""

    def read_only(*_names: object, **_options: object) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path if refused == "mkdir" else tempfile, refused, read_only)
    ran = inside(*INIT)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert ran.err.endswith("cannot be written: permission denied; nothing was written\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", range(5))
def test_a_full_disk_leaves_nothing_behind(
    inside: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Whichever file finds the disk full, those before it and their folders are taken away again."""
    calls = iter(range(100))

    def full(handle: int) -> None:
        if next(calls) == step:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    ran = inside(*INIT)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "no space left on device; nothing was written" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_system_without_links(inside: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are written there too, and one that appears in between is not written over."""

    def unable(*names: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", unable)
    assert inside(*INIT).code == 0
    assert files_below(tmp_path) == FILES
    with pytest.raises(FileExistsError):
        new_files.create_file(tmp_path / "okrlint.toml", b"")


def test_a_link_leads_nothing_out(inside: Call, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A folder that is a link to somewhere else gets no file."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (tmp_path / ".github").symlink_to(elsewhere, target_is_directory=True)
    ran = inside(*INIT)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert ran.err.endswith("behind a link; nothing was written\n")
    assert [*elsewhere.iterdir()] == []
    assert files_below(tmp_path) == set()


def test_a_file_that_appears_in_between_stays(tmp_path: Path) -> None:
    """A new file never takes the place of another, not even of one that came a moment ago."""
    (tmp_path / "plan.yaml").write_text("mine", "utf-8")
    with pytest.raises(FileExistsError):
        new_files.create_file(tmp_path / "plan.yaml", b"other")
    assert [path.read_text("utf-8") for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_has_its_preset(template: str) -> None:
    """The preset that the settings name is one, and the files have no slot left that nobody fills."""
    assert template in PRESETS
    slots = set(re.findall(r"\{\{(\w+)\}\}", starter(f"{template}/plan.yaml") + starter(f"{template}/company.yaml")))
    assert slots <= {"quarter", "previous", "third_week", "sixth_week", "ninth_week"}


TOOLS = {
    "zizmor": ("zizmor", "--offline", "--persona=regular", ".github/workflows"),
    "the shape of a workflow": (
        "check-jsonschema",
        "--builtin-schema=vendor.github-workflows",
        ".github/workflows/okrs.yml",
    ),
    "pre-commit": ("pre-commit", "validate-config", ".pre-commit-config.yaml"),
}


@pytest.mark.parametrize("call", TOOLS.values(), ids=TOOLS)
def test_the_tools_have_nothing_to_complain_about(inside: Call, tmp_path: Path, call: tuple[str, ...]) -> None:
    """What lints workflows and what reads hooks find nothing in ours."""
    inside(*INIT)
    program = Path(sys.executable).with_name(call[0])
    done = subprocess.run([program, *call[1:]], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflow_names_what_the_docs_name(inside: Call, tmp_path: Path, checkout: Path) -> None:
    """The action that it uses is pinned to the commit that the docs have, and the hook checks."""
    inside(*INIT)
    workflow = (tmp_path / ".github/workflows/okrs.yml").read_text("utf-8")
    pin = re.search(r"actions/checkout@(\w+)", workflow)
    assert pin is not None
    assert pin.group() in (checkout / "docs/ci.md").read_text("utf-8")
    hook = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"][0]
    assert hook["entry"].startswith("okrlint check ")
