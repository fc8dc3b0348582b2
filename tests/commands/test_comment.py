"""`okrlint comment` from end to end, against a forge on the loopback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from okrlint.forge.comment import body
from tests.forge.conftest import forge, github_comment, github_job, gitlab_job, gitlab_note

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands.conftest import Call
    from tests.forge.conftest import Forge

__all__ = ("forge", "github_job", "gitlab_job")
BOT = "github-actions[bot]"
COMMENTS = "/repos/acme/site/issues/12/comments"
NOTES = "/api/v4/projects/42/merge_requests/5/notes"


@pytest.fixture(autouse=True)
def findings(repository: Path) -> Path:
    """The Markdown that a check wrote, and an empty file."""
    (repository / "empty.md").write_text("\n", "utf-8")
    path = repository / "findings.md"
    path.write_text("### okrlint\n\n1 error\n", "utf-8")
    return path


def test_a_pull_request_keeps_one_comment(okrlint: Call, forge: Forge, github_job: dict[str, str]) -> None:
    """Written once, left alone while nothing changes, brought up to date when something does."""
    forge.answers["GET", COMMENTS] = []
    forge.answers["POST", COMMENTS] = {}
    forge.answers["PATCH", "/repos/acme/site/issues/comments/7"] = {}
    first = okrlint("comment", "findings.md", "empty.md", env=github_job)
    forge.answers["GET", COMMENTS] = [github_comment(7, BOT, forge.written[0][2]["body"])]
    second = okrlint("comment", "findings.md", env=github_job)
    third = okrlint("comment", "empty.md", env=github_job)

    assert [ran.code for ran in (first, second, third)] == [0, 0, 0]
    assert [ran.err for ran in (first, second, third)] == [
        "a comment was written\n",
        "nothing to do\n",
        "the comment was brought up to date\n",
    ]
    assert [method for method, _, _ in forge.written] == ["POST", "PATCH"]
    assert "Nothing to report any more." in forge.written[1][2]["body"]


def test_a_merge_request_too(okrlint: Call, forge: Forge, gitlab_job: dict[str, str]) -> None:
    """The same in a job of GitLab CI."""
    forge.answers["GET", "/api/v4/user"] = {"username": "bot"}
    forge.answers["GET", NOTES] = [gitlab_note(9, "bot", body("check", "old"))]
    forge.answers["PUT", f"{NOTES}/9"] = {}
    ran = okrlint("comment", "findings.md", env=gitlab_job)

    assert (ran.code, ran.err) == (0, "the comment was brought up to date\n")
    assert forge.written == [("PUT", f"{NOTES}/9", {"body": body("check", "### okrlint\n\n1 error\n")})]


@pytest.mark.parametrize("arguments", [("empty.md",), ("--only-update", "findings.md")], ids=["empty", "only update"])
def test_nothing_is_begun_for_nothing(
    okrlint: Call, forge: Forge, github_job: dict[str, str], arguments: tuple[str, ...]
) -> None:
    forge.answers["GET", COMMENTS] = [github_comment(7, "ana", body("check", "forged"))]
    ran = okrlint("comment", *arguments, env=github_job)

    assert (ran.code, ran.err, forge.written) == (0, "nothing to do\n", [])


def test_a_clean_check_begins_no_comment(
    okrlint: Call, findings: Path, forge: Forge, github_job: dict[str, str]
) -> None:
    """The JSON of the check says whether there is anything to begin one for."""
    forge.answers["GET", COMMENTS] = []
    forge.answers["POST", COMMENTS] = {}
    said = []
    for listed in ("[]", '[{"rule": "placeholder"}]'):
        findings.with_suffix(".json").write_text(f'{{"version": 1, "findings": {listed}}}', "utf-8")
        said.append(okrlint("comment", "--findings", "findings.json", "findings.md", env=github_job).err)

    assert said == ["nothing to do\n", "a comment was written\n"]


def test_changes_begin_a_comment_where_the_check_is_clean(
    okrlint: Call, findings: Path, forge: Forge, github_job: dict[str, str]
) -> None:
    """What stands before the findings has something to say of its own, or is empty."""
    findings.with_name("changes.md").write_text("### Changes\n", "utf-8")
    findings.with_suffix(".json").write_text('{"version": 1, "findings": []}', "utf-8")
    forge.answers["GET", COMMENTS] = []
    forge.answers["POST", COMMENTS] = {}
    calls = [("comment", "--findings", "findings.json", first, "findings.md") for first in ("empty.md", "changes.md")]
    said = [okrlint(*call, env=github_job).err for call in calls]

    assert said == ["nothing to do\n", "a comment was written\n"]
    assert "### Changes\n\n### okrlint" in forge.written[0][2]["body"]


def test_a_job_without_a_merge_request_posts_nothing(okrlint: Call, gitlab_job: dict[str, str]) -> None:
    """It is told, and no error: the same job may run for a branch."""
    ran = okrlint("comment", "findings.md", env=gitlab_job | {"CI_MERGE_REQUEST_IID": ""})

    assert (ran.code, ran.err) == (0, "no open pull request belongs to this job; nothing was posted\n")


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [(("--untrusted",), {}), ((), {"GITHUB_EVENT_NAME": "workflow_run"})],
    ids=["said", "implied where another workflow wrote the files"],
)
def test_files_of_strangers_are_made_harmless(
    okrlint: Call, findings: Path, arguments: tuple[str, ...], variables: dict[str, str]
) -> None:
    findings.write_text("cc @octocat ![x](https://example.com/x.png)\n", "utf-8")
    trusted = okrlint("comment", "--dry-run", "findings.md")
    ran = okrlint("comment", "--dry-run", *arguments, "findings.md", env=variables)

    assert "cc @octocat ![x](https://example.com/x.png)" in trusted.out
    assert "cc @\u200boctocat ![x]\u200b(https:\u200b//example.com/x.png)" in ran.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("findings.md",), "neither a job of GitHub Actions nor of GitLab CI"),
        (("nowhere.md",), "nowhere.md cannot be read"),
        (("--key", "A b", "findings.md"), "--key: A b is not made of"),
        ((), "Missing argument 'FILE...'"),
        (("--findings", "findings.md", "findings.md"), "--findings: findings.md is not what okrlint check"),
    ],
    ids=["no job", "no file", "a bad key", "no files", "no JSON"],
)
def test_a_bad_call_is_one_line(okrlint: Call, arguments: tuple[str, ...], words: str) -> None:
    ran = okrlint("comment", *arguments)

    assert ran.code == 2
    assert words in ran.err
    assert ran.err.count("\n") == 1


def test_a_file_that_is_too_large_is_refused(okrlint: Call, findings: Path) -> None:
    """No comment could hold it."""
    with findings.open("wb") as stream:
        stream.truncate(5 * 1024 * 1024)

    assert "findings.md is larger than 4 MiB" in okrlint("comment", "--dry-run", "findings.md").err


def test_a_token_without_the_right_is_told(okrlint: Call, forge: Forge, github_job: dict[str, str]) -> None:
    """What a job of a fork meets, and where to read on."""
    forge.answers["GET", COMMENTS] = []
    refusal = b'{"message": "Resource not accessible by integration"}'
    forge.answers["POST", COMMENTS] = (403, {}, refusal)
    ran = okrlint("comment", "findings.md", env=github_job)

    assert ran.code == 2
    assert "answered 403: Resource not accessible by integration; the token may not write comments" in ran.err
