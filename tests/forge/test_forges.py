"""GitHub and GitLab as their jobs see them, against a forge on the loopback."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from okrlint.errors import OkrlintError
from okrlint.forge.comment import Comment
from okrlint.forge.connection import Connection
from okrlint.forge.github import GitHub
from okrlint.forge.gitlab import GitLab
from tests.forge.conftest import github_comment, gitlab_note

if TYPE_CHECKING:
    from tests.forge.conftest import Forge

GITHUB_COMMENTS = "/repos/acme/site/issues/12/comments"
GITLAB_NOTES = "/api/v4/projects/42/merge_requests/5/notes"


def finished_run(tmp_path: Path, head: str = "c0ffee", repository: object = "ana") -> str:
    """The event of a workflow that follows one which a fork started."""
    ran = {
        "head_sha": head,
        "head_branch": "plan/q4",
        "head_repository": repository and {"full_name": "ana/site", "owner": {"login": repository}},
        "pull_requests": [],
    }
    path = tmp_path / "run.json"
    path.write_text(json.dumps({"action": "completed", "workflow_run": ran}), "utf-8")
    return str(path)


def test_all_comments_of_a_pull_request_are_read(forge: Forge, github_job: dict[str, str]) -> None:
    """Page after page, also those whose author is gone or whose text is empty."""
    many = [github_comment(number, "ana", "ok") for number in range(1, 201)]
    forge.answers["GET", GITHUB_COMMENTS] = [*many, github_comment(201, None, "")]

    found = list(GitHub(github_job).comments())

    assert len(found) == 201
    assert found[0] == Comment(1, "ana", "ok")
    assert [asked.query["page"] for asked in forge.asked] == ["1", "2", "3"]
    assert forge.asked[0].headers["authorization"] == "Bearer token-of-the-job"


def test_github_takes_a_comment_and_its_change(forge: Forge, github_job: dict[str, str]) -> None:
    """Each with the call that GitHub documents."""
    forge.answers["POST", GITHUB_COMMENTS] = {}
    forge.answers["PATCH", "/repos/acme/site/issues/comments/7"] = {}
    pull_request = GitHub(github_job)
    pull_request.create("first")
    pull_request.update(7, "second")

    assert forge.written == [
        ("POST", GITHUB_COMMENTS, {"body": "first"}),
        ("PATCH", "/repos/acme/site/issues/comments/7", {"body": "second"}),
    ]


def test_a_finished_run_of_a_fork_leads_to_its_pull_request(
    forge: Forge, github_job: dict[str, str], tmp_path: Path
) -> None:
    """By the commit that was run, which the fork cannot forge; not by a number that the fork wrote down."""
    pulls: list[Any] = [{"number": 11, "head": {"sha": "0ther"}}, {"number": 12, "head": {"sha": "c0ffee"}}]
    forge.answers["GET", "/repos/acme/site/pulls"] = pulls
    forge.answers["GET", GITHUB_COMMENTS] = []
    pull_request = GitHub(github_job | {"GITHUB_EVENT_PATH": finished_run(tmp_path)})

    assert pull_request.is_there
    assert list(pull_request.comments()) == []
    assert forge.asked[0].query["head"] == "ana:plan/q4"
    assert forge.asked[0].query["state"] == "open"


@pytest.mark.parametrize(
    ("head", "owner"), [("stale", "ana"), ("c0ffee", None)], ids=["pushed to since", "the fork is gone"]
)
def test_a_finished_run_may_belong_to_no_pull_request(
    forge: Forge, github_job: dict[str, str], tmp_path: Path, head: str, owner: str | None
) -> None:
    forge.answers["GET", "/repos/acme/site/pulls"] = [{"number": 12, "head": {"sha": "c0ffee"}}]
    job = github_job | {"GITHUB_EVENT_PATH": finished_run(tmp_path, head, owner)}

    assert not GitHub(job).is_there


def test_a_push_belongs_to_no_pull_request(github_job: dict[str, str], tmp_path: Path) -> None:
    """The event of a push names none."""
    path = tmp_path / "push.json"
    path.write_text('{"ref": "refs/heads/main"}', "utf-8")

    assert not GitHub(github_job | {"GITHUB_EVENT_PATH": str(path)}).is_there


def test_notes_of_a_merge_request_are_read_and_written(forge: Forge, gitlab_job: dict[str, str]) -> None:
    """With the calls that GitLab documents, and the token's own name."""
    forge.answers["GET", "/api/v4/user"] = {"id": 3, "username": "project_42_bot"}
    forge.answers["GET", GITLAB_NOTES] = [gitlab_note(9, "project_42_bot", "ok")]
    forge.answers["POST", GITLAB_NOTES] = {}
    forge.answers["PUT", f"{GITLAB_NOTES}/9"] = {}
    merge_request = GitLab(gitlab_job)

    assert merge_request.is_there
    assert list(merge_request.comments()) == [Comment(9, "project_42_bot", "ok")]
    assert merge_request.author == "project_42_bot"
    merge_request.create("first")
    merge_request.update(9, "second")
    assert forge.written == [
        ("POST", GITLAB_NOTES, {"body": "first"}),
        ("PUT", f"{GITLAB_NOTES}/9", {"body": "second"}),
    ]
    assert {asked.headers["private-token"] for asked in forge.asked} == {"token-of-the-project"}


def test_the_note_goes_to_the_project_that_is_asked(forge: Forge, gitlab_job: dict[str, str]) -> None:
    """The job of a fork runs in another project than its merge request belongs to."""
    forge.answers["POST", GITLAB_NOTES] = {}
    GitLab(gitlab_job | {"CI_PROJECT_ID": "77", "CI_MERGE_REQUEST_PROJECT_ID": "42"}).create("first")

    assert forge.written == [("POST", GITLAB_NOTES, {"body": "first"})]


@pytest.mark.parametrize("name", ["GITHUB_TOKEN", "GITHUB_EVENT_PATH"])
def test_what_a_job_of_github_lacks_is_named(github_job: dict[str, str], name: str) -> None:
    """A missing variable is a sentence."""
    with pytest.raises(OkrlintError, match=f"{name} is not set"):
        GitHub(github_job | {name: ""})


@pytest.mark.parametrize("name", ["GITLAB_TOKEN", "CI_API_V4_URL", "CI_PROJECT_ID"])
def test_what_a_job_of_gitlab_lacks_is_named(gitlab_job: dict[str, str], name: str) -> None:
    """A missing variable is a sentence."""
    with pytest.raises(OkrlintError, match=f"{name} is not set"):
        GitLab(gitlab_job | {name: ""})


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((403, {}, b'{"message": "Resource not accessible by integration"}'), "answered 403: Resource not .* may not"),
        ((422, {}, b'{"message": "Validation Failed"}'), "answered 422: Validation Failed$"),
        ((500, {}, b"<html>"), "answered 500: no reason given$"),
        ((200, {}, b"<html>"), "answered with something else than JSON"),
        ((200, {}, b'{"a": 1}'), "answered with something else than a list"),
    ],
    ids=["no permission", "refused", "broken", "a page", "no list"],
)
def test_what_goes_wrong_is_one_sentence(forge: Forge, github_job: dict[str, str], answer: Any, words: str) -> None:
    forge.answers["GET", GITHUB_COMMENTS] = answer
    with pytest.raises(OkrlintError, match=words) as raised:
        list(GitHub(github_job).comments())

    assert "token-of-the-job" not in str(raised.value)


def test_a_redirect_is_not_followed(forge: Forge) -> None:
    """The token goes to the named address and nowhere else."""
    forge.answers["GET", "/here"] = (302, {"Location": f"{forge.address}/there"}, b"")
    forge.answers["GET", "/there"] = {"leaked": True}
    with pytest.raises(OkrlintError, match="answered 302"):
        Connection(forge.address, {"Authorization": "Bearer x"}).call("GET", "/here")

    assert [asked.path for asked in forge.asked] == ["/here"]


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "file:///etc/hostname", "ftp://127.0.0.1"])
def test_an_address_that_is_none_is_one_sentence(address: str) -> None:
    """Neither a closed port nor a file ends in a traceback, and no file is read."""
    with pytest.raises(OkrlintError, match=r"cannot be reached|is no address"):
        Connection(address, {}).call("GET", "/")


def test_one_module_opens_connections(checkout: Path) -> None:
    """Everything else stays off the network: one module reaches out, and `okrlint serve` answers on the loopback."""
    network = {"http", "http.client", "http.server", "ftplib", "smtplib", "socket", "ssl", "urllib.request"}
    importers = set()
    for path in (checkout / "okrlint").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, (ast.Import, ast.ImportFrom)) else []
            module = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
            if network & {module, *names, *(f"{module}.{name}" for name in names)}:
                importers.add(path.relative_to(checkout).as_posix())

    assert importers == {"okrlint/forge/connection.py", "okrlint/workspace/serving.py"}
