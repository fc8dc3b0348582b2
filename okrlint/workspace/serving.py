"""The site of a workspace on this machine's own address, for the browser of the person who edits the plans.

Only this machine can ask: the server listens on the loopback address, and answers only to its own name, so that no web
page can reach it under a name that leads here. It knows pages by name and opens no file for a request.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from okrlint.errors import OkrlintError
from okrlint.files import reason
from okrlint.rendering.links import NOT_FOUND, html_file
from okrlint.rendering.live import FOLDER, Notice, live_files, live_page
from okrlint.workspace.live_site import Edition, LiveSite, Said

ADDRESS = "127.0.0.1"
_HEARTBEAT = 15.0
"""Seconds between signs of life, so that a browser that has gone away is noticed."""
_NOTHING = "default-src 'none'"
_MOST_FINDINGS = 10
_MOST_FILES = 3
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


class SiteServer(ThreadingHTTPServer):
    """Hands out the newest edition of a live site."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int) -> None:
        """Take a port of the loopback address; 0 takes any. Raises OkrlintError where it is taken."""
        self.stopped = Event()
        self.site: LiveSite
        try:
            super().__init__((ADDRESS, port), _Requests)
        except (OSError, OverflowError) as error:
            words = reason(error) if isinstance(error, OSError) else str(error)
            raise OkrlintError(f"port {port} cannot be used: {words}; --port 0 takes any that is free") from error

    @property
    def url(self) -> str:
        """Where the first page is."""
        return f"http://{ADDRESS}:{self.server_port}/"

    @property
    def names(self) -> frozenset[str]:
        """What a browser may call this server."""
        return frozenset(f"{name}:{self.server_port}" for name in (ADDRESS, "localhost"))

    def start(self, site: LiveSite) -> Thread:
        """Answer in a thread of its own, until `stop`."""
        self.site = site
        thread = Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        return thread

    def stop(self) -> None:
        """End it, with all who wait for news."""
        self.stopped.set()
        self.shutdown()
        self.server_close()


class _Requests(BaseHTTPRequestHandler):
    """One request after the other of one browser."""

    protocol_version = "HTTP/1.1"
    server_version = "okrlint"
    sys_version = ""
    timeout = 60
    server: SiteServer

    def do_GET(self) -> None:
        """Answer with a page, a file, or news."""
        path = posixpath.normpath(unquote(urlsplit(self.path).path)) + ("/" if self.path.endswith("/") else "")
        if self.headers.get("Host") not in self.server.names:
            self._answer(HTTPStatus.FORBIDDEN, b"This server answers to its own name only.\n", ".txt")
        elif path == f"{FOLDER}events" and self.command == "GET":
            self._events()
        elif path in live_files():
            self._answer(HTTPStatus.OK, live_files()[path], posixpath.splitext(path)[1])
        else:
            self._page(path.lstrip("/"))

    do_HEAD = do_GET  # noqa: N815

    def _refuse(self) -> None:
        self.close_connection = True
        self._answer(HTTPStatus.METHOD_NOT_ALLOWED, b"Only GET and HEAD.\n", ".txt", Allow="GET, HEAD")

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse  # noqa: N815

    def _page(self, path: str) -> None:
        name = f"html/{path}index.html" if not path or path.endswith("/") else f"html/{path}"
        if f"{name}/index.html" in self.server.site.edition.outputs:
            self._answer(HTTPStatus.MOVED_PERMANENTLY, b"", ".txt", Location=f"/{path}/")
            return
        try:
            data, edition = self.server.site.page(name)
            status = HTTPStatus.OK if data is not None else HTTPStatus.NOT_FOUND
            if data is None:
                name = f"html/{html_file(NOT_FOUND)}"
                data, edition = self.server.site.page(name)
        except Exception as error:  # noqa: BLE001  a page that cannot be made says so, and the server goes on
            words = f"This page cannot be made: {error}\n"
            self._answer(HTTPStatus.INTERNAL_SERVER_ERROR, words.encode("utf-8", "replace"), ".txt")
            return
        policy = _NOTHING
        if name.endswith(".html"):
            data, policy = live_page(data or b"", edition.number, _notices(edition))
        self._answer(status, data or b"", posixpath.splitext(name)[1], policy)

    def _answer(self, status: HTTPStatus, data: bytes, kind: str, policy: str = _NOTHING, **headers: str) -> None:
        self.send_response(status)
        sent = {
            "Content-Type": _TYPES.get(kind, "application/octet-stream"),
            "Content-Length": str(len(data)),
            "Content-Security-Policy": policy,
            "Cache-Control": "no-store",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            **headers,
        }
        for name, value in sent.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _events(self) -> None:
        """The number of the newest edition, now and whenever there is another, as server-sent events."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        for name, value in (
            ("Content-Type", "text/event-stream"),
            ("Cache-Control", "no-store"),
            ("Connection", "close"),
        ):
            self.send_header(name, value)
        self.end_headers()
        number = self.server.site.edition.number
        try:
            self.wfile.write(b"retry: 500\n")
            while not self.server.stopped.is_set():
                self.wfile.write(f"data: {number}\n\n".encode())
                self.wfile.flush()
                number = self.server.site.wait(number, _HEARTBEAT)
        except OSError:
            return

    def handle(self) -> None:
        """Answer until the browser goes away, which is no error."""
        try:
            super().handle()
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  named by the library
        """Say nothing: the terminal is for what changes in the plans."""


def _notices(edition: Edition) -> Iterator[Notice]:
    for said in edition.said[:_MOST_FILES]:
        yield _notice(said)


def _notice(said: Said) -> Notice:
    if said.problem:
        return Notice(said.problem, ())
    count = len(said.findings)
    words = f"{said.place}: {count or 'no'} finding{'' if count == 1 else 's'}"
    left = f", {count - _MOST_FINDINGS} of them not shown" if count > _MOST_FINDINGS else ""
    return Notice(
        words + left,
        tuple(
            (
                f"{one.location.path}:{one.location.span.start.line}",
                str(one.severity),
                "; ".join(filter(None, (one.message, one.hint))),
            )
            for one in said.findings[:_MOST_FINDINGS]
        ),
    )
