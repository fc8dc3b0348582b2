"""A forge on this machine's loopback that answers in the shapes of the real ones and remembers what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

import pytest


class Asked(NamedTuple):
    """A request as it came in."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    data: Any


class Forge:
    """Answers by method and path; a list is handed out in the pages that are asked for."""

    def __init__(self) -> None:
        self.answers: dict[tuple[str, str], Any] = {}
        self.asked: list[Asked] = []
        self.address = ""

    def answer(self, asked: Asked) -> tuple[int, dict[str, str], bytes]:
        """The status, the headers and the body of the answer."""
        self.asked.append(asked)
        if (asked.method, asked.path) not in self.answers:
            return 404, {}, b'{"message": "Not Found"}'
        found = self.answers[asked.method, asked.path]
        if isinstance(found, tuple):
            status, headers, body = found
            return int(status), headers, body
        if isinstance(found, list):
            size, page = int(asked.query["per_page"]), int(asked.query["page"])
            found = found[size * (page - 1) : size * page]
        return 200, {}, json.dumps(found).encode()

    @property
    def written(self) -> list[tuple[str, str, Any]]:
        """The requests that change something."""
        return [(asked.method, asked.path, asked.data) for asked in self.asked if asked.method != "GET"]


@pytest.fixture
def forge(monkeypatch: pytest.MonkeyPatch) -> Iterator[Forge]:
    """A forge that listens; a proxy of this machine does not stand between."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    served = Forge()

    class Answers(BaseHTTPRequestHandler):
        def answer(self) -> None:
            """Any request."""
            split = urlsplit(self.path)
            length = int(self.headers.get("Content-Length", 0))
            data = json.loads(self.rfile.read(length)) if length else None
            asked = Asked(self.command, split.path, dict(parse_qsl(split.query)), self.named(), data)
            status, headers, body = served.answer(asked)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def named(self) -> dict[str, str]:
            """The headers; the case of their names means nothing."""
            return {name.lower(): value for name, value in self.headers.items()}

        do_GET = do_POST = do_PATCH = do_PUT = answer  # noqa: N815  the names are the library's

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    served.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield served
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def github_job(forge: Forge, tmp_path: Path) -> dict[str, str]:
    """The environment of a job for pull request 12 of acme/site."""
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"action": "synchronize", "number": 12, "pull_request": {"number": 12}}), "utf-8")
    return {
        "GITHUB_API_URL": forge.address,
        "GITHUB_EVENT_NAME": "pull_request",
        "GITHUB_EVENT_PATH": str(event),
        "GITHUB_REPOSITORY": "acme/site",
        "GITHUB_TOKEN": "token-of-the-job",
    }


@pytest.fixture
def gitlab_job(forge: Forge) -> dict[str, str]:
    """The environment of a job for merge request 5 of project 42."""
    return {
        "CI_API_V4_URL": f"{forge.address}/api/v4",
        "CI_MERGE_REQUEST_IID": "5",
        "CI_PROJECT_ID": "42",
        "GITLAB_CI": "true",
        "GITLAB_TOKEN": "token-of-the-project",
    }


def github_comment(number: int, author: str | None, body: str) -> dict[str, Any]:
    """A comment in the shape of GitHub's API; the account of a deleted user is null."""
    user = None if author is None else {"login": author, "id": 41898282, "type": "Bot"}
    return {"id": number, "node_id": "IC_x", "user": user, "body": body, "created_at": "2026-10-05T08:00:00Z"}


def gitlab_note(number: int, author: str, body: str) -> dict[str, Any]:
    """A note in the shape of GitLab's API."""
    return {"id": number, "body": body, "author": {"id": 3, "username": author}, "system": False, "noteable_iid": 5}
