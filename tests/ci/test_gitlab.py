"""The jobs for GitLab CI, run as a runner would run their scripts, but for the installation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.test_action import Job, job, revision, spoil

__all__ = ("job",)


@pytest.fixture(scope="module")
def jobs(checkout: Path) -> dict[str, Any]:
    """The jobs by name."""
    found = yaml.safe_load((checkout / "docs" / "ci" / "gitlab.yml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def script(jobs: dict[str, Any], name: str, part: str = "script") -> str:
    """The lines of a job, as one script; okrlint is found where the test has it."""
    return "\n".join(['export PATH="$RUNNER_TEMP/okrlint/bin:$PATH"', *jobs[name][part]])


def findings(job: Job) -> list[str]:
    """The rules of what the job found."""
    data = json.loads((job.workspace / "findings.json").read_text("utf-8"))
    return [found["rule"] for found in data["findings"]]


def test_a_branch_is_checked_whole(jobs: dict[str, Any], job: Job) -> None:
    """The job fails, and every file that it promises is there."""
    spoil(job.workspace)
    done = job.run(script(jobs, "okrlint"), CI_MERGE_REQUEST_DIFF_BASE_SHA="")

    assert done.returncode == 1, done.stderr
    assert "unknown-field" in findings(job)
    assert json.loads((job.workspace / "gl-code-quality-report.json").read_text("utf-8"))
    assert "whyy" in (job.workspace / "findings.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("source", "code"), [("42", 0), ("77", 1)], ids=["of the project itself", "of a fork, whose settings do not count"]
)
def test_a_merge_request_is_checked_from_its_base(jobs: dict[str, Any], job: Job, source: str, code: int) -> None:
    base = revision(job)
    settings = job.workspace / "okrlint.toml"
    settings.write_text(settings.read_text("utf-8") + 'ignore = ["all"]\n', "utf-8")
    spoil(job.workspace)
    projects = {"CI_MERGE_REQUEST_PROJECT_ID": "42", "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": source}
    done = job.run(script(jobs, "okrlint"), CI_MERGE_REQUEST_DIFF_BASE_SHA=base, **projects)

    assert done.returncode == code, done.stderr
    assert ("unknown-field" in findings(job)) is bool(code)


def test_what_the_note_needs_is_kept(jobs: dict[str, Any], job: Job) -> None:
    """The files that the second job reads are artifacts of the first, also where nothing changed."""
    after = script(jobs, "okrlint", "after_script")
    done = job.run(after, CI_MERGE_REQUEST_DIFF_BASE_SHA=revision(job))

    assert done.returncode == 0, done.stderr
    assert (job.workspace / "changes.md").read_text("utf-8") == ""
    (call,) = jobs["okrlint-comment"]["script"]
    named = [word.rpartition("=")[2] for word in call.split()[2:]]
    assert set(named) == set(jobs["okrlint"]["artifacts"]["paths"])


def test_the_site_is_published_from_the_folder_that_pages_expects(jobs: dict[str, Any], job: Job) -> None:
    """The folder is called `public`, and its first page is there."""
    done = job.run(script(jobs, "pages"))

    assert done.returncode == 0, done.stderr
    assert (job.workspace / "public" / "index.html").is_file()
    assert jobs["pages"]["artifacts"]["paths"] == ["public"]
