"""A built site as a value: its files, and how a folder differs from them. Nothing here touches the disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_HERE = Path(__file__).parent

MANIFEST = "manifest.txt"
"""The file, at the top of the folder, that lists what was written there, so that stale pages can be told
from files of other people."""

_HEADING = "# Written by okrlint, one path a line. Files that are not listed here are never touched.\n"


class Differences(NamedTuple):
    """What would change in a folder, each part sorted; stale files were written once, no longer built."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    stale: tuple[str, ...]

    def __bool__(self) -> bool:
        """True when there is any difference."""
        return bool(self.missing or self.changed or self.stale)


def with_manifest(built: Mapping[str, bytes]) -> dict[str, bytes]:
    """The site and its own list of files."""
    listing = "".join(f"{path}\n" for path in sorted(built))
    return {**built, MANIFEST: (_HEADING + listing).encode()}


def listed(manifest: bytes, folders: Iterable[str]) -> tuple[str, ...]:
    """The paths that a manifest names, sorted; only those inside the given folders.

    A manifest may come from a stranger's branch, so a path that could lead anywhere else is passed over.
    """
    allowed = tuple(f"{folder}/" for folder in folders)
    lines = manifest.decode("utf-8", "replace").split("\n")
    return tuple(sorted({line for line in lines if line.startswith(allowed) and _is_inside(line)}))


def _is_inside(path: str) -> bool:
    return path.isprintable() and not any(
        part in {"", ".", ".."} or "\\" in part or ":" in part for part in path.split("/")
    )


def compare(found: Mapping[str, bytes], built: Mapping[str, bytes], owned: Iterable[str]) -> Differences:
    """How the files `found` in a folder differ from the `built` ones; `owned` are those of the last build."""
    return Differences(
        missing=tuple(sorted(path for path in built if path not in found)),
        changed=tuple(sorted(p for p, data in built.items() if p in found and found[p] != data)),
        stale=tuple(sorted(path for path in owned if path in found and path not in built)),
    )


def static_files() -> dict[str, bytes]:
    """The files that every page refers to, by name."""
    return {name: (_HERE / name).read_bytes() for name in ("icon.svg", "style.css")}
