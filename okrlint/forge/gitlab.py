"""The notes of a merge request on GitLab, as a job of GitLab CI finds it in its environment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from okrlint.errors import OkrlintError
from okrlint.forge.comment import Comment
from okrlint.forge.connection import Connection


class GitLab:
    """One merge request; a job of a branch has none."""

    def __init__(self, environment: Mapping[str, str], author: str | None = None) -> None:
        """Find the merge request of a job. Raises OkrlintError where the environment does not tell enough."""
        number = environment.get("CI_MERGE_REQUEST_IID", "")
        self.is_there = bool(number)
        self._connection = Connection(
            _needed(environment, "CI_API_V4_URL"), {"PRIVATE-TOKEN": _needed(environment, "GITLAB_TOKEN")}
        )
        # The job of a fork runs in the fork's project; the merge request belongs to the one that it asks.
        project = environment.get("CI_MERGE_REQUEST_PROJECT_ID") or _needed(environment, "CI_PROJECT_ID")
        self._notes = f"/projects/{project}/merge_requests/{number}/notes"
        self._author = author

    @property
    def author(self) -> str:
        """Whose token it is, unless the call says."""
        if self._author is None:
            self._author = str(self._connection.call("GET", "/user")["username"])
        return self._author

    def comments(self) -> Iterator[Comment]:
        """All notes of people and programs, oldest first."""
        for entry in self._connection.pages(self._notes, {"sort": "asc", "order_by": "created_at"}):
            yield Comment(int(entry["id"]), str(entry["author"]["username"]), str(entry["body"]))

    def create(self, body: str) -> None:
        """Write a note."""
        self._connection.call("POST", self._notes, {"body": body})

    def update(self, number: int, body: str) -> None:
        """Give a note another text."""
        self._connection.call("PUT", f"{self._notes}/{number}", {"body": body})


def _needed(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "")
    if not value:
        raise OkrlintError(f"{name} is not set; docs/ci.md says what a job of GitLab CI needs for comments")
    return value
