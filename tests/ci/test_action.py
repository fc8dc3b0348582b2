"""The GitHub Action: linted by what lints actions, and its scripts run as a runner would run them."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from okrlint.discovery import names
from tests.hooks.test_hooks import commit_all, git

EXPRESSION = re.compile(r"\$\{\{")


@pytest.fixture(scope="module")
def action(checkout: Path) -> dict[str, Any]:
    """The action as data."""
    found = yaml.safe_load((checkout / "action.yml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def step(action: dict[str, Any], name: str) -> dict[str, Any]:
    """A step by the name that people see in the log."""
    (found,) = (entry for entry in action["runs"]["steps"] if entry["name"] == name)
    assert isinstance(found, dict)
    return found


class Job(NamedTuple):
    """A runner's folder with an okrlint that is installed, and a repository checked out."""

    runner: Path
    workspace: Path

    def run(self, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a script as GitHub does: bash, ending at the first failure."""
        environment = {
            **os.environ,
            "RUNNER_TEMP": str(self.runner),
            "GITHUB_OUTPUT": str(self.runner / "output"),
            "GITHUB_STEP_SUMMARY": str(self.runner / "summary.md"),
            **variables,
        }
        bash = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(
            bash, cwd=self.workspace, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )

    @property
    def outputs(self) -> dict[str, str]:
        """What the step told the steps after it."""
        lines = (self.runner / "output").read_text("utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)


@pytest.fixture
def job(checkout: Path, tmp_path: Path) -> Job:
    """A job on our example company; okrlint stands where the first step puts it."""
    programs = tmp_path / "runner temp" / "okrlint" / "bin"
    programs.mkdir(parents=True)
    for name, module in (("okrlint", "-m okrlint"), ("python", "")):
        call = f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(checkout))} exec {shlex.quote(sys.executable)} {module} "$@"\n'
        (programs / name).write_text(call, "utf-8")
        (programs / name).chmod(0o755)
    workspace = tmp_path / "site"
    shutil.copytree(checkout / "okrs", workspace / "okrs")
    shutil.copy(checkout / "okrlint.toml", workspace)
    git(workspace, "init", "--quiet")
    commit_all(workspace)
    return Job(tmp_path / "runner temp", workspace)


def variables(action: dict[str, Any], **inputs: str) -> dict[str, str]:
    """The environment of the check: every input at its default, but for those given; no event."""
    stated = {f"INPUT_{name.upper().replace('-', '_')}": entry["default"] for name, entry in action["inputs"].items()}
    wanted = step(action, "Check the OKRs")["env"]
    known = {name: stated.get(name, "") for name in wanted}
    return {name: "" if EXPRESSION.search(value) else value for name, value in known.items()} | inputs


def revision(job: Job) -> str:
    """The commit that is checked out."""
    asked = ["git", "rev-parse", "HEAD"]
    return subprocess.run(asked, cwd=job.workspace, capture_output=True, text=True, check=True).stdout.strip()


def spoil(workspace: Path) -> str:
    """A plan of the running quarter with a misspelt field, committed; its path."""
    plan = max(workspace.glob("okrs/*/marketing.yaml"))
    plan.write_text(plan.read_text("utf-8").replace("    why: ", "    whyy: ", 1), "utf-8")
    commit_all(workspace)
    return plan.relative_to(workspace).as_posix()


@pytest.mark.parametrize(
    ("schema", "file"),
    [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "docs/ci/gitlab.yml")],
    ids=["action", "GitLab CI"],
)
def test_it_is_of_the_shape_that_the_forge_publishes(checkout: Path, schema: str, file: str) -> None:
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, file]
    done = subprocess.run(checker, cwd=checkout, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_the_linter_of_actions_is_content(checkout: Path) -> None:
    """The linter zizmor finds no weakness in the action, at its strictest."""
    zizmor = str(Path(sys.executable).parent / "zizmor")
    arguments = [zizmor, "--offline", "--persona", "pedantic", "--no-progress", "--format", "json", "action.yml"]
    done = subprocess.run(arguments, cwd=checkout, capture_output=True, text=True, check=False)

    assert json.loads(done.stdout) == []
    assert done.returncode == 0, done.stderr


def test_no_input_is_written_into_a_script(action: dict[str, Any]) -> None:
    """What somebody else wrote reaches a script only as a variable."""
    scripts = [entry["run"] for entry in action["runs"]["steps"] if "run" in entry]

    assert len(scripts) == 4
    assert [script for script in scripts if EXPRESSION.search(script)] == []


def test_every_script_is_a_script(action: dict[str, Any]) -> None:
    """Bash can read each of them."""
    for entry in action["runs"]["steps"]:
        if "run" in entry:
            subprocess.run(["bash", "-n", "-c", entry["run"]], check=True)


def test_what_others_wrote_is_pinned(action: dict[str, Any]) -> None:
    """An action of somebody else is named by its commit, with the version for people."""
    used = [entry["uses"] for entry in action["runs"]["steps"] if "uses" in entry]

    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name) for name in used)


def test_every_input_is_explained_and_used(action: dict[str, Any], checkout: Path) -> None:
    """An input that nothing reads would be a promise that nobody keeps."""
    text = (checkout / "action.yml").read_text("utf-8")
    for name, entry in action["inputs"].items():
        assert entry["description"]
        assert f"inputs.{name}" in text


def test_it_installs_what_is_locked(
    action: dict[str, Any], checkout: Path, tmp_path: Path, install_environment: dict[str, str]
) -> None:
    """The first step makes an environment in which okrlint runs, from the checkout of the action alone."""
    scratch = Job(tmp_path / "runner", tmp_path)
    scratch.runner.mkdir()
    done = scratch.run(step(action, "Install okrlint")["run"], GITHUB_ACTION_PATH=str(checkout), **install_environment)

    assert done.returncode == 0, done.stderr
    ran = subprocess.run([scratch.runner / "okrlint" / "bin" / "okrlint", "--version"], check=True, capture_output=True)
    assert ran.stdout.startswith(b"okrlint ")


def test_a_python_that_is_too_old_is_told(action: dict[str, Any], tmp_path: Path) -> None:
    """What to do about it stands in the annotation."""
    (tmp_path / "python3").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    (tmp_path / "python3").chmod(0o755)
    path = os.pathsep.join((str(tmp_path), os.environ["PATH"]))
    done = Job(tmp_path, tmp_path).run(step(action, "Install okrlint")["run"], PATH=path)

    assert done.returncode == 1
    assert done.stdout == ("::error title=okrlint::python3 is older than 3.11; let actions/setup-python come first\n")


def test_clean_plans_pass(action: dict[str, Any], job: Job) -> None:
    """The step ends well, and what it tells the others is there."""
    done = job.run(step(action, "Check the OKRs")["run"], **variables(action))

    assert done.returncode == 0, done.stderr
    assert job.outputs["exit-code"] == "0"
    assert json.loads(Path(job.outputs["json"]).read_text("utf-8"))["findings"] == []
    assert (job.runner / "summary.md").read_text("utf-8") == Path(job.outputs["markdown"]).read_text("utf-8")
    assert not Path(job.outputs["sarif"]).exists()


def test_findings_are_shown_where_people_look(action: dict[str, Any], job: Job) -> None:
    """In the log, as annotations, on the page of the run and as SARIF; the step itself goes on to the comment."""
    path = spoil(job.workspace)
    done = job.run(step(action, "Check the OKRs")["run"], **variables(action, INPUT_SARIF="true"))

    assert done.returncode == 0, done.stderr
    assert job.outputs["exit-code"] == "1"
    assert f"{path}:" in done.stdout
    assert f"::error file={path}," in done.stdout
    assert "whyy" in (job.runner / "summary.md").read_text("utf-8")
    assert json.loads(Path(job.outputs["sarif"]).read_text("utf-8"))["runs"][0]["results"]


def test_what_is_not_wanted_is_left_out(action: dict[str, Any], job: Job) -> None:
    """No annotation and no summary."""
    spoil(job.workspace)
    off = variables(action, INPUT_ANNOTATIONS="false", INPUT_SUMMARY="false")
    done = job.run(step(action, "Check the OKRs")["run"], **off)

    assert "::error" not in done.stdout
    assert not (job.runner / "summary.md").exists()


def test_only_what_a_pull_request_touches_is_reported(action: dict[str, Any], job: Job) -> None:
    """An old fault in another file does not fail the pull request."""
    spoil(job.workspace)
    done = job.run(step(action, "Check the OKRs")["run"], **variables(action, INPUT_SINCE=revision(job)))

    assert done.returncode == 0, done.stderr
    assert job.outputs["exit-code"] == "0"
    assert Path(job.outputs["changes"]).read_text("utf-8") == ""


def test_what_changes_in_meaning_is_told(action: dict[str, Any], job: Job) -> None:
    """On the page of the run, before the findings, and for the comment; not where a stranger asks."""
    plan = max(job.workspace.glob("okrs/*/marketing.yaml"))
    base = revision(job)
    plan.write_text(re.sub(r"(?m)^( +growth:) .*$", r"\1 99%", plan.read_text("utf-8"), count=1), "utf-8")
    commit_all(job.workspace)
    done = job.run(step(action, "Check the OKRs")["run"], **variables(action, INPUT_SINCE=base))
    told = Path(job.outputs["changes"]).read_text("utf-8")

    assert done.returncode == 0, done.stderr
    assert "99" in told
    assert (job.runner / "summary.md").read_text("utf-8").startswith(told)
    job.run(step(action, "Check the OKRs")["run"], **variables(action, INPUT_SINCE=base, FROM_FORK="true"))
    assert Path(job.outputs["changes"]).read_text("utf-8") == ""


@pytest.mark.parametrize(
    "inputs",
    [
        {"INPUT_PRESET": "nobody's"},
        {"INPUT_SINCE": "--output=json=x"},
        {"INPUT_PATHS": "--fix\n$(touch injected)\n"},
        {"INPUT_AS_OF": "; touch injected"},
        {"FROM_FORK": "true"},
    ],
    ids=["an unknown preset", "an option as revision", "options as paths", "a command as day", "a fork without base"],
)
def test_a_bad_input_ends_the_step(action: dict[str, Any], job: Job, inputs: dict[str, str]) -> None:
    """With one line, and nothing in it has become an option or a command."""
    done = job.run(step(action, "Check the OKRs")["run"], **variables(action, **inputs))

    assert done.returncode == 2
    assert done.stderr.startswith("okrlint: ")
    assert done.stderr.count("\n") == 1
    assert sorted(path.name for path in job.workspace.iterdir()) == [".git", "okrlint.toml", "okrs"]


def test_the_comment_is_kept_by_the_installed_okrlint(action: dict[str, Any], job: Job, tmp_path: Path) -> None:
    """The step hands over both files; without a pull request there is nothing to write to."""
    (tmp_path / "findings.md").write_text("### okrlint\n", "utf-8")
    (tmp_path / "findings.json").write_text('{"findings": []}', "utf-8")
    (tmp_path / "changes.md").touch()
    (tmp_path / "event.json").write_text("{}", "utf-8")
    done = job.run(
        step(action, "Keep the comment up to date")["run"],
        CHANGES=str(tmp_path / "changes.md"),
        FINDINGS_JSON=str(tmp_path / "findings.json"),
        FINDINGS_MARKDOWN=str(tmp_path / "findings.md"),
        GITHUB_EVENT_PATH=str(tmp_path / "event.json"),
        GITHUB_REPOSITORY="acme/site",
        GITHUB_TOKEN="token",  # noqa: S106  of no forge
    )

    assert done.returncode == 0
    assert done.stderr == "no open pull request belongs to this job; nothing was posted\n"


@pytest.mark.parametrize("code", ["0", "1"])
def test_findings_fail_the_job_at_last(action: dict[str, Any], job: Job, code: str) -> None:
    """The last step ends as the check did."""
    assert job.run(step(action, "Fail on findings")["run"], CODE=code).returncode == int(code)


def test_formats_and_commands_are_there(checkout: Path) -> None:
    """Every command and format that the action and the GitLab jobs name exists."""
    text = (checkout / "action.yml").read_text("utf-8") + (checkout / "docs" / "ci" / "gitlab.yml").read_text("utf-8")

    assert set(re.findall(r"--output=(\w+)=", text)) <= set(names("okrlint.formats"))
    commands = {"check", "comment", "diff", "report"}
    assert set(re.findall(r"okrlint\"? ([a-z]+) ", text)) & commands == commands
    assert commands <= set(names("okrlint.commands"))
