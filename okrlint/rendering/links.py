"""Where links may lead, and how pages of one site name each other."""

from __future__ import annotations

from urllib.parse import urlsplit

SCHEMES = frozenset(("http", "https", "mailto"))


def permitted(url: str) -> bool:
    """True for http, https, mailto and relative addresses.

    `//host`, anything that cannot be parsed and anything with a backslash, white space or control
    character is refused, because browsers read those in ways of their own.
    """
    if not url.isprintable() or "\\" in url or " " in url or url.startswith("//"):
        return False
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return bool(parts.netloc)
    return parts.scheme == "mailto" or (not parts.scheme and ":" not in url.split("/", 1)[0])


def root_of(path: str) -> str:
    """The way from a page up to the root of its site: "" or "../" once for each folder."""
    return "../" * path.count("/")
