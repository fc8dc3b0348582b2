"""Real commits in a repository that has the hooks installed, as a team has them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from okrlint.linting.examples import files_of
from okrlint.linting.rule import Example
from tests.hooks.test_hooks import commit_all, git, published

__all__ = ["published"]

PLAN = "okrs/2026-Q4/marketing.yaml"
SOMEBODY = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Somebody"), ("EMAIL", "somebody@example.com"))
}


class Committed(NamedTuple):
    """How an attempt to commit ended."""

    done: bool
    said: str

    @property
    def findings(self) -> set[tuple[str, str]]:
        """Path and rule of what was reported."""
        found = re.findall(r"^(.+?):\d+:\d+: \w+ ([a-z-]+): ", self.said, re.MULTILINE)
        return {(path, rule) for path, rule in found}


@pytest.fixture(scope="module")
def environment(
    published: Path, install_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """What a commit runs with; okrlint is installed once for all tests of this file."""
    home = tmp_path_factory.mktemp("home")
    return install_environment | SOMEBODY | {"HOME": str(home), "PRE_COMMIT_COLOR": "never"}


@pytest.fixture
def team(published: Path, environment: dict[str, str], tmp_path: Path) -> Path:
    """A repository with a clean portfolio and the hook for changed files."""
    for path, text in files_of(Example("")).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    git(tmp_path, "init", "--quiet")
    configure(tmp_path, published, "okrlint")
    commit_all(tmp_path)
    install = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(install, cwd=tmp_path, env=environment, check=True, capture_output=True)
    return tmp_path


def configure(team: Path, published: Path, *hooks: str) -> None:
    """Choose the hooks that run at a commit."""
    revision = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=published, capture_output=True, text=True, check=True
    ).stdout.strip()
    listed = "".join(f"      - id: {hook}\n" for hook in hooks)
    head = f"repos:\n  - repo: {published.as_uri()}\n    rev: {revision}\n    hooks:\n"
    (team / ".pre-commit-config.yaml").write_text(head + listed, "utf-8")


def commit(team: Path, environment: dict[str, str], *arguments: str) -> Committed:
    """Try to commit what is staged."""
    done = subprocess.run(
        ["git", "commit", "--message", "okrs: changed", *arguments],
        cwd=team,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Committed(done.returncode == 0, done.stdout + done.stderr)


def spoil(team: Path, path: str = PLAN) -> None:
    """Give a file a field that does not exist."""
    (team / path).write_text((team / path).read_text("utf-8") + "colour: blue\n", "utf-8")


def test_a_broken_plan_is_not_committed(team: Path, environment: dict[str, str]) -> None:
    """Only the findings of the commit are shown; what is mended goes in."""
    clean = (team / PLAN).read_text("utf-8")
    spoil(team)
    assert commit(team, environment, "--all").findings == {(PLAN, "unknown-field")}

    (team / PLAN).write_text(f"{clean}# agreed\n", "utf-8")
    assert commit(team, environment, "--all").done


def test_an_untracked_draft_is_not_part_of_a_commit(team: Path, environment: dict[str, str]) -> None:
    """pre-commit leaves untracked files on the disk: a broken one beside a clean commit does not stop it."""
    (team / "okrs/2026-Q4/draft.yaml").write_text("kind: [\n", "utf-8")
    (team / PLAN).write_text((team / PLAN).read_text("utf-8") + "# agreed\n", "utf-8")

    assert commit(team, environment, "--all").done


def test_what_a_deletion_breaks_stops_the_commit(team: Path, published: Path, environment: dict[str, str]) -> None:
    """The deleted file is named to no hook; the plan that referred to it is not changed either."""
    theirs = team / "okrs/2026-Q4/growth.yaml"
    head = "kind: plan\nversion: 1\nteam: growth\nquarter: 2026-Q4\n"
    theirs.write_text(f"{head}objectives:\n  - id: theirs\n    title: Win the market\n", "utf-8")
    text, count = re.subn(r"supports: .*", "supports: growth/2026-Q4#theirs", (team / PLAN).read_text("utf-8"), count=1)
    assert count == 1
    (team / PLAN).write_text(text, "utf-8")
    git(team, "add", "--all")
    git(team, "commit", "--quiet", "--no-verify", "--message", "okrs: growth")

    git(team, "rm", "--quiet", "okrs/2026-Q4/growth.yaml")
    (team / "okrs/company.yaml").write_text((team / "okrs/company.yaml").read_text("utf-8") + "# agreed\n", "utf-8")
    git(team, "add", "--all")
    assert (PLAN, "dangling-reference") in commit(team, environment).findings

    configure(team, published, "okrlint-all")
    git(team, "reset", "--quiet", "--", "okrs/company.yaml")
    git(team, "checkout", "--quiet", "--", "okrs/company.yaml")
    git(team, "add", ".pre-commit-config.yaml")
    assert (PLAN, "dangling-reference") in commit(team, environment).findings


def test_names_with_blanks_and_accents(team: Path, environment: dict[str, str]) -> None:
    """They reach the check whole."""
    name = "okrs/2026-Q4/grün und „blau“.yaml"
    (team / name).write_text("kind: plan\nx: 1\n", "utf-8")
    git(team, "add", "--all")

    assert {path for path, _ in commit(team, environment).findings} == {name}


def test_a_list_of_files_that_is_split(team: Path, environment: dict[str, str]) -> None:
    """Files come in any order and in several lists when there are many; each run sees the whole repository."""
    folder = team / "config"
    folder.mkdir()
    for number in range(800):
        (folder / f"{'long-' * 40}{number}.yaml").write_text("{}\n", "utf-8")
    spoil(team)
    git(team, "add", "--all")

    tried = commit(team, environment)

    assert not tried.done
    assert tried.findings == {(PLAN, "unknown-field")}
    assert tried.said.count("No findings in 4 files.") >= 1, "the list was not split"


def test_any_split_of_the_files_finds_the_same(team: Path) -> None:
    """Together the parts say what one run says, whatever the order."""
    text = (team / PLAN).read_text("utf-8").replace("team: marketing", "team: growth")
    (team / "okrs/2026-Q4/growth.yaml").write_text(text, "utf-8")
    spoil(team, "okrs/company.yaml")
    git(team, "add", "--all")
    files = [path.relative_to(team).as_posix() for path in team.rglob("*.yaml") if ".git" not in path.parts]
    files.sort(key=lambda name: name[::-1])

    def found(*names: str) -> set[str]:
        command = [sys.executable, "-m", "okrlint", "check", "--no-clock", "--force-exclude", "--format", "concise"]
        environment = {**os.environ, "PRE_COMMIT": "1"}
        done = subprocess.run(
            [*command, *names], cwd=team, env=environment, capture_output=True, text=True, check=False
        )
        return set(done.stdout.splitlines())

    whole = found(*files)
    assert whole
    assert found(*files[:2]) | found(*files[2:]) == whole
    assert found() == whole


def test_safe_fixes_are_written_and_shown(team: Path, published: Path, environment: dict[str, str]) -> None:
    """The commit stops because a file was changed; staged again, it passes."""
    configure(team, published, "okrlint-fix", "okrlint")
    plan = team / PLAN
    indented = re.sub(
        r"^( +)owner: ben$", r"\1owner: ben\n\1note: off", plan.read_text("utf-8"), count=1, flags=re.MULTILINE
    )
    plan.write_text(indented, "utf-8")
    git(team, "add", "--all")

    first = commit(team, environment)
    assert not first.done
    assert "files were modified by this hook" in first.said
    assert 'note: "off"' in plan.read_text("utf-8")

    git(team, "add", "--all")
    assert commit(team, environment).done
