"""`okrlint diff` in real repositories."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.commands.conftest import Call

PLAN = "okrs/2026-Q4/marketing.yaml"


def _git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Ana", "-c", "user.email=ana@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def _edit(folder: Path, old: str, new: str) -> None:
    plan = folder / PLAN
    text = plan.read_text("utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def branch(repository: Path) -> Path:
    """The scratch repository on a branch that has just left main."""
    _git(repository, "init", "-b", "main")
    _git(repository, "add", ".")
    _git(repository, "commit", "-m", "plans")
    _git(repository, "checkout", "-b", "change")
    return repository


def test_a_clean_branch_says_nothing(okrlint: Call, branch: Path) -> None:
    """Silent, exit code 0, also when other files changed."""
    (branch / "README.md").write_text("x\n", "utf-8")

    ran = okrlint("diff", "--fail-on-change", "any")

    assert ran == (0, "", "")


def test_the_working_tree_is_compared_with_the_main_branch(okrlint: Call, branch: Path) -> None:
    """What is committed on the branch and what is not yet both count."""
    _edit(branch, "growth: 25%", "growth: 20%")
    _git(branch, "commit", "-am", "ease")
    _edit(branch, "owner: chloe", "owner: ana")

    ran = okrlint("diff")

    assert ran.code == 0
    assert "1 goalpost eased, 1 owner changed" in ran.out
    assert "growth 25% → 20%" in ran.out


def test_two_revisions_are_compared(okrlint: Call, branch: Path) -> None:
    """A pull request compares its base with its head."""
    _edit(branch, "growth: 25%", "growth: 30%")
    _git(branch, "commit", "-am", "tighten")

    changes = json.loads(okrlint("diff", "main", "change", "--format", "json").out)["changes"]

    assert [(change["what"], change["before"], change["after"]) for change in changes] == [("tightened", "25%", "30%")]


@pytest.mark.parametrize(("level", "code"), [("eased", 1), ("scope", 1), ("any", 1), ("never", 0)])
def test_an_eased_target_fails_where_asked(level: str, code: int, okrlint: Call, branch: Path) -> None:
    """The settings' `fail_on` has no say here."""
    _edit(branch, "growth: 25%", "growth: 20%")

    assert okrlint("diff", "--fail-on-change", level).code == code


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--", "-x"), "-x is not a revision: none begins with a dash"),
        (("nowhere",), "nowhere is not a revision of this repository"),
    ],
)
def test_a_wrong_revision_is_one_sentence(
    arguments: tuple[str, ...], sentence: str, okrlint: Call, branch: Path
) -> None:
    """Revisions are never read as options."""
    assert branch.is_dir()

    ran = okrlint("diff", *arguments)

    assert (ran.code, ran.out, ran.err) == (2, "", f"okrlint: {sentence}\n")


def test_without_git_it_says_so(okrlint: Call) -> None:
    """No repository, no diff."""
    ran = okrlint("diff")

    assert ran.code == 2
    assert "is not a git repository" in ran.err


def test_a_file_that_did_not_parse_is_noted(okrlint: Call, branch: Path) -> None:
    """It is skipped with a note, never fatal."""
    (branch / "okrs" / "broken.yaml").write_text("a: [\n", "utf-8")

    ran = okrlint("diff")

    assert ran.code == 0
    assert "note: okrs/broken.yaml cannot be read" in ran.out


def test_a_shallow_clone_says_what_to_fetch(okrlint: Call, branch: Path, tmp_path: Path) -> None:
    """A base that the clone does not have is said, not passed over."""
    _edit(branch, "growth: 25%", "growth: 20%")
    _git(branch, "commit", "-am", "ease")
    clone = tmp_path / "shallow"
    _git(tmp_path, "clone", "--depth", "1", "--branch", "change", f"file://{branch}", str(clone))

    ran = okrlint("diff", "HEAD~1", cwd=clone.name)

    assert ran.code == 2
    assert "the clone is shallow; fetch its history" in ran.err
