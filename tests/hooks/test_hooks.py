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

HOOKS = {"okrlint", "okrlint-all", "okrlint-report"}


@pytest.fixture
def scratch(checkout: Path, tmp_path: Path) -> Path:
    """A repository of its own with our example company in it, plans, settings and reports, all committed."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    for name in ("okrs", "reports"):
        shutil.copytree(checkout / name, folder / name)
    shutil.copy(checkout / "okrlint.toml", folder)
    git(folder, "init", "--quiet")
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


def try_hooks(checkout: Path, scratch: Path, environment: dict[str, str], *files: str) -> tuple[int, str]:
    """Let pre-commit install okrlint from the checkout and run every hook on the files: its exit code and output."""
    command = [
        sys.executable,
        "-m",
        "pre_commit",
        "try-repo",
        str(checkout),
        "--color=never",
        "--files",
        *files,
    ]
    home = {"HOME": str(scratch.parent)}
    done = subprocess.run(
        command,
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
    checkout: Path, scratch: Path, install_environment: dict[str, str]
) -> None:
    """Where plans are clean and reports are fresh, every hook passes."""
    plan = plan_of(scratch).relative_to(scratch).as_posix()
    code, output = try_hooks(checkout, scratch, install_environment, plan)
    assert results(output) == dict.fromkeys(names(checkout), "Passed"), output
    assert code == 0


def test_hooks_fail_on_a_broken_plan(
    checkout: Path, scratch: Path, install_environment: dict[str, str]
) -> None:
    """Where a plan got an error, every hook fails, and the output shows the rule and the place."""
    plan = plan_of(scratch)
    broken = plan.read_text("utf-8").replace("    why: ", "    whyy: ", 1)
    plan.write_text(broken, "utf-8")
    commit_all(scratch)
    name = plan.relative_to(scratch).as_posix()
    code, output = try_hooks(checkout, scratch, install_environment, name)
    assert results(output) == dict.fromkeys(names(checkout), "Failed"), output
    assert code == 1
    line = broken[: broken.index("whyy:")].count("\n") + 1
    assert f"{name}:{line}:" in output
    assert "unknown-field" in output


def test_hook_on_changed_files_skips_other_yaml(
    checkout: Path, scratch: Path, install_environment: dict[str, str]
) -> None:
    """YAML that is no plan may be handed over: the hook passes it by, because pre-commit only knows that it is YAML."""
    (scratch / "compose.yaml").write_text("services: []\n", "utf-8")
    commit_all(scratch)
    code, output = try_hooks(checkout, scratch, install_environment, "compose.yaml")
    assert results(output) == dict.fromkeys(names(checkout), "Passed"), output
    assert code == 0
