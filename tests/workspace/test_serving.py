from __future__ import annotations

import http.client
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import NamedTuple

import pytest

from okrlint.errors import OkrlintError
from okrlint.linting.examples import files_of
from okrlint.linting.rule import Example
from okrlint.rendering.publication import Publication
from okrlint.workspace.live_site import LiveSite
from okrlint.workspace.serving import SiteServer
from okrlint.workspace.watching import Watch
from tests.rendering.parsed_html import Parsed

PLAN = "okrs/2026-Q4/marketing.yaml"
PAGE = "/quarters/2026-q4/marketing/index.html"


class Answer(NamedTuple):
    """What the server said."""

    status: int
    headers: dict[str, str]
    text: str


class Served:
    """A repository with its server."""

    def __init__(self, root: Path) -> None:
        for path, text in files_of(Example("")).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
        (root / "okrlint.toml").write_text('as_of = "2026-10-01"\n', "utf-8")
        self.root = root
        self.server = SiteServer(0)
        self.site = LiveSite(root, None, lambda: Publication(self.server.url))
        self.server.start(self.site)

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """One request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=5)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return Answer(answer.status, dict(answer.getheaders()), text)

    def save(self, text: str, path: str = PLAN) -> None:
        """Change a file, and have it noticed."""
        (self.root / path).write_text(text, "utf-8")
        self.site.refresh(frozenset([str(self.root / path)]))

    def plan(self) -> str:
        """The marketing plan as it is."""
        return (self.root / PLAN).read_text("utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all; tests leave the plans as they were."""
    one = Served(tmp_path_factory.mktemp("served"))
    yield one
    one.server.stop()


@pytest.fixture
def plan(served: Served) -> Iterator[str]:
    """The plan, which is put back after the test."""
    text = served.plan()
    yield text
    served.save(text)


def test_pages_are_those_of_the_site(served: Served) -> None:
    """The first page, a plan, a sheet; a page is the one that would be written but for policy and script."""
    page = served.ask("/")
    assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert Parsed(page.text).faults == []
    assert "Marketing" in served.ask(PAGE).text
    assert served.ask("/style.css").headers["Content-Type"].startswith("text/css")
    assert served.ask("/quarters/2026-q4/").status == 200
    assert served.ask("/quarters/2026-q4").headers["Location"] == "/quarters/2026-q4/"


def test_the_policy_lets_only_the_script_run_and_ask_this_server(served: Served) -> None:
    """The policy moves to a header, and allows news besides."""
    page = served.ask("/")
    assert "Content-Security-Policy" not in page.text
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'")
    assert policy.count("script-src") == 1
    assert "connect-src 'self'" in policy
    assert '<script src="/_okrlint/live.js?' in page.text
    assert "EventSource" in served.ask("/_okrlint/live.js").text
    assert served.ask("/_okrlint/live.css").status == 200


@pytest.mark.parametrize(
    "path",
    ["/../okrlint.toml", "/%2e%2e/okrlint.toml", "/..%2fokrlint.toml", "/okrs/company.yaml", "//example.com/x", "/manifest.txt",
     "/../markdown/README.md", "/%00", "/html/index.html", "/_okrlint/../../x", "/\\..\\okrlint.toml", "/?a=/../x.yaml#b"],
)  # fmt: skip
def test_nothing_but_the_site_is_handed_out(served: Served, path: str) -> None:
    """No way of writing a path leads to a file: unknown ones get the page that lists the quarters."""
    answer = served.ask(path)
    assert "kind: " not in answer.text
    assert "as_of =" not in answer.text
    assert "Location" not in answer.headers
    assert answer.status == (200 if path.startswith("/?") else 404)
    assert answer.status == 200 or 'href="/quarters/2026-q4/index.html"' in answer.text


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", ""]
)
def test_only_its_own_name_is_answered(served: Served, host: str) -> None:
    """A name that somebody else has led to this machine gets no page, and no news."""
    name = host.format(port=served.server.server_port)
    for path in ("/", "/_okrlint/events"):
        answer = served.ask(path, Host=name)
        assert answer.status == 403
        assert "<" not in answer.text
    assert served.ask("/", Host=f"localhost:{served.server.server_port}").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_nothing_can_be_sent(served: Served, method: str) -> None:
    """The server takes questions only."""
    answer = served.ask("/", method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_head_has_no_body(served: Served) -> None:
    """The same headers, and nothing else."""
    answer = served.ask("/", "HEAD")
    assert answer.text == ""
    assert int(answer.headers["Content-Length"]) > 1000
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_saved_file_is_shown_with_its_findings(served: Served, plan: str) -> None:
    """The page has the new words, and what is wrong with the file stands on top; words of a plan stay words."""
    served.save(plan.replace("why:", "wyh<b>:", 1))
    page = served.ask(PAGE).text
    assert f"<strong>{PLAN}: " in page
    assert "<b>error</b>" in page
    assert "wyh&lt;b&gt;" in page
    assert "wyh<b>" not in page


def test_a_file_that_is_well_says_so(served: Served, plan: str) -> None:
    """Whoever has mended the last finding sees that."""
    served.save(f"{plan}# a comment\n")
    assert f"<strong>{PLAN}: no findings</strong>" in served.ask("/").text


def test_a_half_typed_file_keeps_its_page(served: Served, plan: str) -> None:
    """The page is as it was when the file could be read, and the finding is on it."""
    before = Parsed(served.ask(PAGE).text)
    served.save(plan + "\n  x: [")
    answer = served.ask(PAGE)
    assert answer.status == 200
    after = Parsed(answer.text)
    assert f"{PLAN}: 1 finding" in after.text
    assert [tag for tag, _ in before.elements if tag in {"h2", "svg"}] == [
        tag for tag, _ in after.elements if tag in {"h2", "svg"}
    ]
    served.save(plan)
    assert f"{PLAN}: no findings" in Parsed(served.ask(PAGE).text).text


def test_settings_that_are_wrong_keep_every_page(served: Served) -> None:
    """The sentence of the mistake is on top of the pages as they were."""
    served.save("nonsense = 1\n", "okrlint.toml")
    page = served.ask(PAGE)
    served.save('as_of = "2026-10-01"\n', "okrlint.toml")
    assert page.status == 200
    assert "nonsense" in page.text
    assert "nonsense" not in served.ask(PAGE).text


def test_a_page_that_cannot_be_made_is_said(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server says what happened, as plain text, and goes on."""

    def broken(path: str) -> None:
        raise TypeError(f"<b>{path}")

    monkeypatch.setattr(served.site, "page", broken)
    answer = served.ask("/")
    monkeypatch.undo()
    assert (answer.status, answer.headers["Content-Type"]) == (500, "text/plain; charset=utf-8")
    assert served.ask("/").status == 200


def test_news_comes_when_a_plan_is_saved(served: Served, plan: str) -> None:
    """A page that is open gets its own number first, and another one after the next save."""
    connection = http.client.HTTPConnection("127.0.0.1", served.server.server_port, timeout=5)
    connection.request("GET", "/_okrlint/events")
    events = connection.getresponse()
    assert events.headers["Content-Type"] == "text/event-stream"
    first = _next_number(events)
    assert f"live.js?{first}" in served.ask("/").text
    served.save(f"{plan}# a comment\n")
    assert _next_number(events) == first + 1
    connection.close()


def _next_number(events: http.client.HTTPResponse) -> int:
    return next(int(line[6:]) for line in iter(events.readline, b"") if line.startswith(b"data: "))


def test_a_port_that_is_taken(served: Served) -> None:
    """It is said in one sentence, with a way out."""
    with pytest.raises(OkrlintError, match=r"port \d+ cannot be used: address already in use; --port 0"):
        SiteServer(served.server.server_port)


def test_changes_are_noticed_once_they_have_settled(tmp_path: Path) -> None:
    """New, changed and removed plans are told by path; files that are no plans are not looked at."""
    (tmp_path / "old.yaml").write_text("a: 1\n")
    (tmp_path / "gone.yaml").write_text("a: 1\n")
    stopped = Event()
    watch = Watch([tmp_path, tmp_path / "settings.toml"], stopped)
    (tmp_path / "old.yaml").write_text("a: 22\n")
    (tmp_path / "gone.yaml").unlink()
    (tmp_path / "settings.toml").write_text("")
    (tmp_path / "notes.txt").write_text("x")
    changed = watch.wait()
    assert changed == frozenset(str(tmp_path / name) for name in ("old.yaml", "gone.yaml", "settings.toml"))
    stopped.set()
    assert watch.wait() is None
