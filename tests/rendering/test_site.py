from __future__ import annotations

import pytest

from okrlint.rendering.site import MANIFEST, Differences, compare, listed, with_manifest

FOLDERS = ("html", "markdown")


def test_a_site_lists_its_own_files() -> None:
    """The manifest names every file but itself, sorted, and can be read back."""
    built = with_manifest({"markdown/README.md": b"", "html/index.html": b""})
    assert listed(built[MANIFEST], FOLDERS) == ("html/index.html", "markdown/README.md")


@pytest.mark.parametrize(
    "line",
    [
        "../outside", "/etc/passwd", "html/../../outside", "html//x", "html/./x", "html/..", "html", "html/", "other/x",
        "html/a\\..\\b", "html/C:x", "html/a\x00b", "manifest.txt", "", "#html/x", "HTML/x",
    ],
)  # fmt: skip
def test_a_manifest_leads_nowhere_else(line: str) -> None:
    """A manifest from a stranger's branch cannot name a file outside the two folders."""
    assert listed(f"{line}\nhtml/index.html\n".encode(), FOLDERS) == ("html/index.html",)


def test_a_manifest_of_odd_bytes_lists_nothing() -> None:
    """What is no text names no file that could be there."""
    assert listed(b"\xff\xfe\x00", FOLDERS) == ()


def test_how_a_folder_differs() -> None:
    """Missing, changed and stale files are told apart; files of other people are not looked at."""
    found = {"html/same": b"1", "html/changed": b"old", "html/stale": b"x", "html/CNAME": b"foreign"}
    built = {"html/same": b"1", "html/changed": b"new", "html/missing": b""}
    owned = ("html/same", "html/changed", "html/stale", "html/gone")
    assert compare(found, built, owned) == Differences(("html/missing",), ("html/changed",), ("html/stale",))


def test_no_difference_is_false() -> None:
    """A fresh folder can be asked for with `if`."""
    assert not compare({"html/x": b"1"}, {"html/x": b"1"}, ("html/x",))
