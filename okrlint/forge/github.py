"""The comments of a pull request on GitHub, as a job of GitHub Actions finds it in its environment."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from okrlint.errors import OkrlintError
from okrlint.files import Unreadable, read_regular
from okrlint.forge.comment import Comment
from okrlint.forge.connection import Connection

_LARGEST = 32 * 1024 * 1024
_AUTHOR = "github-actions[bot]"
"""Who writes with the token that a job gets by itself."""


class GitHub:
    """One pull request; its number is None where the event belongs to none that is open."""

    def __init__(self, environment: Mapping[str, str], author: str | None = None) -> None:
        """Find the pull request of a job. Raises OkrlintError where the environment does not tell it."""
        token = _needed(environment, "GITHUB_TOKEN")
        address = environment.get("GITHUB_API_URL", "https://api.github.com")
        headers = {"Authorization": f"Bearer {token}", "X-GitHub-Api-Version": "2022-11-28"}
        self.author = author or _AUTHOR
        self._connection = Connection(address, headers)
        self._repository = f"/repos/{_needed(environment, 'GITHUB_REPOSITORY')}"
        self._number = self._number_of(_event(_needed(environment, "GITHUB_EVENT_PATH")))

    def _number_of(self, event: Mapping[str, Any]) -> int | None:
        """The pull request of an event; of one that follows a finished job, the open one of that very commit.

        A job that a fork started tells nothing of the pull request that could be trusted, but its commit can be.
        """
        if "pull_request" in event:
            return int(event["pull_request"]["number"])
        ran = event.get("workflow_run")
        if not ran or not ran["head_repository"]:
            return None
        head = f"{ran['head_repository']['owner']['login']}:{ran['head_branch']}"
        found = self._connection.pages(f"{self._repository}/pulls", {"state": "open", "head": head})
        return next((int(entry["number"]) for entry in found if entry["head"]["sha"] == ran["head_sha"]), None)

    @property
    def is_there(self) -> bool:
        """Whether there is a pull request to write to."""
        return self._number is not None

    def comments(self) -> Iterator[Comment]:
        """All comments, oldest first."""
        for entry in self._connection.pages(f"{self._repository}/issues/{self._number}/comments", {}):
            yield Comment(int(entry["id"]), str((entry.get("user") or {}).get("login")), str(entry.get("body") or ""))

    def create(self, body: str) -> None:
        """Write a comment."""
        self._connection.call("POST", f"{self._repository}/issues/{self._number}/comments", {"body": body})

    def update(self, number: int, body: str) -> None:
        """Give a comment another text."""
        self._connection.call("PATCH", f"{self._repository}/issues/comments/{number}", {"body": body})


def _needed(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "")
    if not value:
        raise OkrlintError(f"{name} is not set; a job of GitHub Actions has it, the token through `env`")
    return value


def _event(path: str) -> Mapping[str, Any]:
    try:
        data = json.loads(read_regular(Path(path), _LARGEST))
    except (Unreadable, ValueError) as error:
        raise OkrlintError(f"the event of the job cannot be read from {path}: {error}") from error
    return data if isinstance(data, dict) else {}
