"""Pages while somebody edits what they show: the same pages, with what is to be said on top, and a waiting script."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from markupsafe import Markup

from okrlint.rendering.prose import plain
from okrlint.tuples import NamedTuple

_HERE = Path(__file__).parent
_META = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n?')
FOLDER = "/_okrlint/"
"""Below it is what only the server has; no page of a site begins with an underscore."""


class Notice(NamedTuple):
    """A file and what is wrong with it: place, severity, words."""

    title: str
    lines: tuple[tuple[str, str, str], ...]


@cache
def live_files() -> dict[str, bytes]:
    """Script and sheet by their path on the server."""
    return {FOLDER + name: (_HERE / name).read_bytes() for name in ("live.css", "live.js")}


def live_page(page: bytes, number: int, notices: Iterable[Notice]) -> tuple[bytes, str]:
    """The page with its notices and the script, and the policy to send with it, which takes the place of its own."""
    found = _META.search(page)
    policy = _with_events(found[1].decode("utf-8", "replace") if found else "default-src 'none'")
    sheet = f'<link rel="stylesheet" href="{FOLDER}live.css">\n'
    script = f'<script src="{FOLDER}live.js?{number}" defer></script>\n'
    page = _META.sub(b"", page, count=1).replace(b"</head>", f"{sheet}{script}</head>".encode(), 1)
    return page.replace(b"<body>", b"<body>" + _banner(notices).encode(), 1), policy


def _with_events(policy: str) -> str:
    """The same policy, and leave to run the script and to wait for news of this server."""
    parts = [part.strip() for part in policy.split(";") if part.strip()]
    scripts = next((part for part in parts if part.startswith("script-src")), "script-src")
    others = [part for part in parts if not part.startswith(("script-src", "connect-src"))]
    own = scripts if "'self'" in scripts else f"{scripts} 'self'"
    return "; ".join((*others, own, "connect-src 'self'"))


def _banner(notices: Iterable[Notice]) -> Markup:
    listed = tuple(notices)
    if not listed:
        return Markup()
    return Markup('\n<aside class="okrlint-live" role="status">{}</aside>').format(Markup().join(map(_notice, listed)))


def _notice(notice: Notice) -> Markup:
    rows = Markup().join(
        Markup("<li><b>{}</b> {} <small>{}</small></li>").format(severity, plain(words), place)
        for place, severity, words in notice.lines
    )
    listed = Markup("<ul>{}</ul>").format(rows) if rows else Markup()
    return Markup("<div><strong>{}</strong>{}</div>").format(plain(notice.title), listed)
