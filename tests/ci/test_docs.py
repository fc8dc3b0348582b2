"""The workflows that docs/ci.md shows are checked like workflows that run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

_WORKFLOW = re.compile(r"```yml\n# \.github/workflows/(?P<name>[\w-]+\.yml)\n(?P<text>.*?)```", re.DOTALL)
_STEPS = re.compile(r"```yml\n# at the end of the steps[^\n]*\n(?P<text>.*?)```", re.DOTALL)
_NAMES = ("okrs.yml", "okrs-comment.yml", "okrs-site.yml")


@pytest.fixture(scope="module")
def page(checkout: Path) -> str:
    """The page."""
    return (checkout / "docs" / "ci.md").read_text("utf-8")


@pytest.fixture(scope="module")
def folder(page: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the workflows of the page, the steps that belong to the first at its end."""
    folder = tmp_path_factory.mktemp("site") / ".github" / "workflows"
    folder.mkdir(parents=True)
    steps = _STEPS.search(page)
    assert steps is not None
    for found in _WORKFLOW.finditer(page):
        more = steps["text"] if found["name"] == "okrs.yml" else ""
        (folder / found["name"]).write_text(found["text"] + more, "utf-8")
    return folder


def workflow(folder: Path, name: str) -> dict[str, Any]:
    """A workflow as data; its `on` is a word and not a truth value."""
    found = yaml.load((folder / name).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  builds text only
    assert isinstance(found, dict)
    return found


def test_all_workflows_are_found(folder: Path) -> None:
    """So that the tests below look at something."""
    assert sorted(path.name for path in folder.iterdir()) == sorted(_NAMES)


@pytest.mark.parametrize("name", _NAMES)
def test_a_workflow_is_of_the_shape_that_github_publishes(folder: Path, name: str) -> None:
    """What is copied from the page is a workflow."""
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", name]
    done = subprocess.run(checker, cwd=folder, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_the_linter_of_workflows_is_content(folder: Path) -> None:
    """The linter zizmor knows no weakness in them."""
    zizmor = str(Path(sys.executable).parent / "zizmor")
    arguments = [zizmor, "--offline", "--no-progress", "--format", "json", str(folder)]
    done = subprocess.run(arguments, cwd=folder, capture_output=True, text=True, check=False)

    assert [(found["ident"], found["desc"]) for found in json.loads(done.stdout)] == []
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", _NAMES)
def test_every_action_is_named_by_a_commit(folder: Path, name: str) -> None:
    """As the page says."""
    used = re.findall(r"uses: (\S+)", (folder / name).read_text("utf-8"))

    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action in used)


def test_the_workflow_with_the_right_to_write_runs_nothing_of_a_fork(folder: Path) -> None:
    """It follows the first by name, checks out nothing and takes no variable from what the first one kept."""
    first, second = workflow(folder, "okrs.yml"), workflow(folder, "okrs-comment.yml")
    (job,) = second["jobs"].values()
    used = [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step]

    assert second["on"]["workflow_run"]["workflows"] == [first["name"]]
    assert second["permissions"] == {}
    assert used == ["actions/download-artifact"]
    assert not any("${{" in step.get("run", "") for step in job["steps"])


def test_inputs_of_the_page_are_those_of_the_action(page: str, checkout: Path) -> None:
    """Each input is explained, and none that is not there."""
    action = yaml.safe_load((checkout / "action.yml").read_text("utf-8"))
    table = page.partition("| input |")[2].partition("\n\n")[0]
    named = {name for row in table.splitlines()[2:] for name in re.findall(r"`([\w-]+)`", row.split("|")[1])}

    assert named == set(action["inputs"])


def test_jobs_of_the_page_are_those_of_the_file(page: str, checkout: Path) -> None:
    """The table of GitLab jobs has each job of the file."""
    jobs = yaml.safe_load((checkout / "docs" / "ci" / "gitlab.yml").read_text("utf-8"))
    table = page.partition("| job |")[2].partition("\n\n")[0]

    named = [row.split("`")[1] for row in table.splitlines()[2:]]
    assert named == [name for name, job in jobs.items() if "script" in job]
