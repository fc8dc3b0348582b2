"""Where links may lead, and how pages of one site name each other.

Pages of a site are named by their path from its root without extension, `quarters/2026-q4/index`, and a place on a
page by `path#anchor`. Links are relative, so that a site works from a folder, and below any address.
"""

from __future__ import annotations

from urllib.parse import urlsplit

NOT_FOUND = "404"
"""The page that a server shows for an address that is none of the site's: it is seen at any depth."""


def permitted(url: str) -> bool:
    """True for http, https, mailto and relative addresses.

    `//host`, anything that cannot be parsed and anything with a backslash, white space or control character is
    refused, because browsers read those in ways of their own.
    """
    if not url.isprintable() or "\\" in url or " " in url or url.startswith("//"):
        return False
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    if parts.scheme in {"http", "https"}:
        return bool(parts.netloc)
    return parts.scheme == "mailto" or (not parts.scheme and ":" not in url.split("/", 1)[0])


def root_of(path: str) -> str:
    """The way from a page up to the root of its site: "" or "../" once for each folder."""
    return "../" * path.count("/")


def html_file(path: str) -> str:
    """The file of a page in HTML."""
    return f"{path}.html"


def markdown_file(path: str) -> str:
    """The file of a page in Markdown; the first page of a folder is the one that forges show with the folder."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}{'README' if name == 'index' else name}.md"


def html_link(root: str, target: str) -> str:
    """A relative link to a page or a place on it, by the way over the root of the site."""
    path, mark, anchor = target.partition("#")
    return f"{root}{html_file(path)}{mark}{anchor}"


def html_link_from(folder: str, target: str) -> str:
    """The same by the shortest way from a page in a folder, which ends in "/" unless it is the root."""
    shared = 0
    while (end := folder.find("/", shared) + 1) and target.startswith(folder[:end]):
        shared = end
    return html_link(root_of(folder[shared:]), target[shared:])


def markdown_link(root: str, target: str) -> str:
    """A relative link to a page; places on pages have no stable names in Markdown."""
    return f"{root}{markdown_file(target.partition('#')[0])}"
