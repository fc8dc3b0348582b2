"""A built site as a value: its files, and how a folder differs from them. Nothing here touches the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from okrlint.escaping import xml
from okrlint.rendering.assets import asset, sheet
from okrlint.rendering.links import NOT_FOUND, html_file
from okrlint.rendering.publication import Publication
from okrlint.tuples import NamedTuple

MANIFEST = "manifest.txt"
"""The file, at the top of the folder, that lists what was written there, so that stale pages can be told
from files of other people."""

_HEADING = """\
# Written by okrlint, one path a line. Files that are not listed here are never touched.
# A title behind a path is that of an objective that is gone; without the line its page goes too.
"""
_MOST_ADDRESSES = 50_000
"""Of one site map, as its format says."""


class Output(NamedTuple):
    """A file of a site, not made yet."""

    path: str
    """Below the folder that the user names."""
    render: Callable[[], bytes]
    values: Mapping[str, Any] | None = None
    """All that a page is made of; None for a file that is cheaper to make than to compare."""
    source: str = ""
    """What it is made with: pages of one source are there together or not at all."""
    key: bytes | None = None
    """A short name for all that its source shows; None where only the values tell it."""
    kept: bool = False
    """Whether the file stands there as it is to be; such an output cannot be rendered."""


class Known(Protocol):
    """What is known of an earlier build."""

    def recall(self, source: str, key: bytes) -> tuple[str, ...]:
        """The files that were made of a source when it had this name, if each of them still is what it was then."""


class Recall(NamedTuple):
    """What keeps pages from being worked out again."""

    base: bytes
    """A short name for the program, its settings, and all else that is no plan."""
    known: Known


def kept(path: str) -> Output:
    """A file that stands there as it is to be."""
    return Output(path, _never, kept=True)


def _never() -> bytes:
    raise LookupError("a file that is kept is not made")


class Differences(NamedTuple):
    """What would change in a folder, each part sorted; stale files were written once, no longer built."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    stale: tuple[str, ...]

    def __bool__(self) -> bool:
        """True when there is any difference."""
        return bool(self.missing or self.changed or self.stale)


def manifest(paths: Iterable[str], titles: Mapping[str, str]) -> bytes:
    """The list of a site's own files, with the titles of the pages of what is gone."""
    lines = (f"{path}\t{titles[path]}\n" if path in titles else f"{path}\n" for path in sorted(paths))
    return (_HEADING + "".join(lines)).encode()


def listed(data: bytes, folders: Iterable[str]) -> dict[str, str]:
    """The paths that a manifest names, sorted, with their titles; only those inside the given folders.

    A manifest may come from a stranger's branch, so a path that could lead anywhere else is passed over.
    """
    allowed = tuple(f"{folder}/" for folder in folders)
    rows = (line.partition("\t") for line in data.decode("utf-8", "replace").split("\n"))
    return {path: title for path, _, title in sorted(set(rows)) if path.startswith(allowed) and _is_inside(path)}


def _is_inside(path: str) -> bool:
    return path.isprintable() and not any(
        part in {"", ".", ".."} or "\\" in part or ":" in part for part in path.split("/")
    )


def static_files() -> dict[str, bytes]:
    """The files that every page refers to, by name."""
    return {"style.css": sheet("style.css"), **{name: asset(name) for name in ("icon.svg", "search.js")}}


def public_files(publication: Publication, paths: Sequence[str]) -> tuple[Output, ...]:
    """What search engines read: that they may not list the site, or a map of its pages."""
    folder = "html/"
    error_page = folder + html_file(NOT_FOUND)
    pages = [path for path in paths if path.startswith(folder) and path.endswith(".html") and path != error_page]
    addresses = [publication.address + path.removeprefix(folder) for path in sorted(pages)]
    mapped = publication.indexed and bool(publication.address)
    starts = range(0, len(addresses), _MOST_ADDRESSES) if mapped else ()
    maps = {
        f"sitemap{start // _MOST_ADDRESSES or ''}.xml": addresses[start : start + _MOST_ADDRESSES] for start in starts
    }
    lines = ["User-agent: *", "Disallow:" if publication.indexed else "Disallow: /"]
    lines += [f"Sitemap: {publication.address}{name}" for name in maps]
    robots = "".join(f"{line}\n" for line in lines).encode()
    return (
        Output(f"{folder}robots.txt", partial(bytes, robots)),
        *(Output(folder + name, partial(_site_map, part)) for name, part in maps.items()),
    )


def _site_map(addresses: Sequence[str]) -> bytes:
    rows = "".join(f"<url><loc>{xml(address)}</loc></url>\n" for address in addresses)
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{start}{rows}</urlset>\n".encode()
