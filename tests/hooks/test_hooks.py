"""The published hooks, run by the real pre-commit program from this checkout, against a repository of its own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from okrlint import discovery

HOOKS = {"okrlint", "okrlint-all", "okrlint-fix", "okrlint-report"}


@pytest.fixture(scope="module")
def published(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of okrlint as it would be published from this checkout, with what is not committed yet."""
    folder = tmp_path_factory.mktemp("published")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (checkout / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(checkout / name, folder / name)
    git(folder, "init", "--quiet")
    commit_all(folder)
    return folder


@pytest.fixture
def scratch(checkout: Path, tmp_path: Path) -> Path:
    """A repository of its own with the plans and settings of our example company and fresh reports, all committed."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    shutil.copytree(checkout / "okrs", folder / "okrs")
    shutil.copy(checkout / "okrlint.toml", folder)
    git(folder, "init", "--quiet")
    subprocess.run([sys.executable, "-m", "okrlint", "report"], cwd=folder, check=True, capture_output=True)
    commit_all(folder)
    return folder


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder as somebody, whatever the machine's own settings say."""
    somebody = [
        "-c",
        "user.name=Somebody",
        "-c",
        "user.email=somebody@example.com",
        "-c",
        "commit.gpgsign=false",
    ]
    subprocess.run(["git", *somebody, *arguments], cwd=folder, check=True, capture_output=True)


def commit_all(folder: Path) -> None:
    """Commit the folder as it is."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "okrs: as they are")


def try_hooks(published: Path, scratch: Path, environment: dict[str, str], *files: str) -> tuple[int, str]:
    """Let pre-commit install okrlint and run each of its hooks on the files: its exit code and output."""
    try_repo = [sys.executable, "-m", "pre_commit", "try-repo", str(published), "--color=never"]
    home = {"HOME": str(scratch.parent)}
    done = subprocess.run(
        [*try_repo, "--files", *files],
        cwd=scratch,
        env=environment | home,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def results(output: str) -> dict[str, str]:
    """The word that pre-commit gives each hook, by the hook's name."""
    return dict(re.findall(r"^(okrlint \(.+?\))\.*(?:\(.*\))?(Passed|Failed|Skipped)$", output, re.MULTILINE))


def manifest(checkout: Path) -> list[dict[str, object]]:
    """The hooks as published."""
    hooks = yaml.safe_load((checkout / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert isinstance(hooks, list)
    return hooks


def names(checkout: Path) -> set[str]:
    """The names under which pre-commit shows the hooks."""
    return {str(hook["name"]) for hook in manifest(checkout)}


def plan_of(scratch: Path) -> Path:
    """The plan that the tests name: one of the newest quarter of our example."""
    return max(scratch.glob("okrs/*/marketing.yaml"))


def test_published_hooks_are_those_of_the_docs(checkout: Path) -> None:
    """The hooks have the ids that the docs name, and each starts a command that exists."""
    hooks = manifest(checkout)
    assert {hook["id"] for hook in hooks} == HOOKS
    commands = {str(hook["entry"]).split()[1] for hook in hooks}
    assert commands <= set(discovery.names("okrlint.commands"))


def test_hooks_pass_on_a_clean_repository(
    checkout: Path, published: Path, scratch: Path, install_environment: dict[str, str]
) -> None:
    """Where plans are clean and reports are fresh, every hook passes.

    YAML that is no plan is handed over too, because pre-commit only knows that it is YAML: it is passed by.
    """
    (scratch / "compose.yaml").write_text("services: []\n", "utf-8")
    commit_all(scratch)
    plan = plan_of(scratch).relative_to(scratch).as_posix()
    code, output = try_hooks(published, scratch, install_environment, plan, "compose.yaml")
    assert results(output) == dict.fromkeys(names(checkout), "Passed"), output
    assert code == 0


def test_hooks_fail_on_a_broken_plan(
    checkout: Path, published: Path, scratch: Path, install_environment: dict[str, str]
) -> None:
    """Where a plan got an error that nothing mends, every hook fails, and the output shows the rule and the place."""
    plan = plan_of(scratch)
    broken = plan.read_text("utf-8").replace("    why: ", "    zzz: ", 1)
    plan.write_text(broken, "utf-8")
    commit_all(scratch)
    name = plan.relative_to(scratch).as_posix()
    code, output = try_hooks(published, scratch, install_environment, name)
    assert results(output) == dict.fromkeys(names(checkout), "Failed"), output
    assert code == 1
    line = broken[: broken.index("zzz:")].count("\n") + 1
    assert f"{name}:{line}:" in output
    assert "unknown-field" in output
