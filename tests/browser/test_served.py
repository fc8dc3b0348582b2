"""The site behind servers: under the strictest policy of hosts, at addresses that are none, as `okrlint serve` shows it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from okrlint.linting.examples import files_of
from okrlint.linting.rule import Example
from okrlint.rendering.publication import Publication
from okrlint.workspace.live_site import LiveSite
from okrlint.workspace.serving import SiteServer
from tests.browser.conftest import Opened
from tests.browser.sites import KINDS, Site

pytestmark = pytest.mark.browser

_STRICT = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'"
"""What hosts of artifacts send along, GitLab and Jenkins among them."""
_PLAN = "okrs/2026-Q4/marketing.yaml"


class _Host(SimpleHTTPRequestHandler):
    """The files of a site two folders deep: below `a/strict` with the policy, below `a/open` without one."""

    def translate_path(self, path: str) -> str:
        """The file below the site."""
        return super().translate_path("/" + path.split("/", 3)[-1])

    def end_headers(self) -> None:
        """Send the policy along."""
        if self.path.startswith("/a/strict/"):
            self.send_header("Content-Security-Policy", _STRICT)
        super().end_headers()

    def send_error(self, code: int, *_arguments: Any) -> None:
        """Show the site's own page for it, as hosts do."""
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host(site: Site) -> Iterator[str]:
    """The address of a host of the site, on this machine only."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(site.html))) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/a"
        server.shutdown()


def test_the_strictest_policy_takes_nothing_away(opened: Opened, site: Site, host: str) -> None:
    """Each kind of page has its words and its look where a host forbids scripts and all that is not its own."""
    page, plain = opened(None), opened(None, script=False)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("requestfailed", lambda request: said.append(request.url))
    for kind in KINDS:
        file = site.largest[kind]
        page.goto(f"{host}/strict/{file.relative_to(site.html).as_posix()}")
        plain.goto(file.as_uri())
        assert page.inner_text("body") == plain.inner_text("body"), kind
        assert page.locator("body").evaluate("body => getComputedStyle(body).maxWidth") != "none" or kind == "tv"
    assert [line for line in said if not _only_that_scripts_are_off(line)] == []


def _only_that_scripts_are_off(line: str) -> bool:
    return line.startswith("Blocked script execution") and "sandboxed" in line


def test_an_address_that_is_none_leads_back(opened: Opened, host: str) -> None:
    """At any depth the page for it has its look, and its links lead into the site."""
    page = opened(None)
    answer = page.goto(f"{host}/open/quarters/2020-q1/nowhere/else.html")
    assert answer is not None
    assert answer.status == HTTPStatus.NOT_FOUND
    page.wait_for_function("document.styleSheets.length === 1 && getComputedStyle(document.body).maxWidth !== 'none'")
    page.click("main a")
    page.wait_for_url("**/a/open/index.html")


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[SiteServer, LiveSite, Path]]:
    """`okrlint serve` in a repository with one plan; what looks for changes is tested with it."""
    for path, text in files_of(Example("")).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "okrlint.toml").write_text('as_of = "2026-10-01"\n', "utf-8")
    server = SiteServer(0)
    site = LiveSite(tmp_path, None, lambda: Publication(server.url))
    server.start(site)
    yield server, site, tmp_path / _PLAN
    server.stop()


def test_a_save_loads_the_page_anew(opened: Opened, live: tuple[SiteServer, LiveSite, Path]) -> None:
    """The new title is there by itself; a half-typed file leaves it, with its findings on top until it is mended."""
    server, site, plan = live
    page = opened(None)
    page.goto(f"{server.url}quarters/2026-q4/marketing/index.html")
    good = plan.read_text("utf-8").replace("title: ", "title: Renamed ", 1)
    for text, fine in ((good, True), (f'{good}note: "half', False), (good, True)):
        plan.write_text(text, "utf-8")
        with page.expect_event("load"):
            site.refresh(frozenset([str(plan)]))
        assert "Renamed" in page.inner_text("main")
        assert (page.inner_text(".okrlint-live") == f"{_PLAN}: no findings") is fine
