from __future__ import annotations

import pytest

from okrlint.rendering.links import html_link, html_link_from, markdown_link, permitted, root_of


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a?b#c",
        "http://localhost:8000",
        "mailto:team@example.com",
        "../a/b.md",
        "#here",
        "a/b:c",
        "",
    ],
)
def test_permitted(url: str) -> None:
    """Web, mail and relative addresses may be linked."""
    assert permitted(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://x",
        "//evil.example", "///evil.example", "\\\\evil.example", "/\\evil.example", "http:evil.example", "https:///x",
        "http://[::1", "http://host:port/", "java\nscript:x", " https://example.com", "https://exa mple.com", "tel:1",
        "x:y", "https://example.com/\u202e",
    ],
)  # fmt: skip
def test_refused(url: str) -> None:
    """Everything else is refused, above all what browsers read in ways of their own."""
    assert not permitted(url)


@pytest.mark.parametrize(
    ("path", "root", "html", "markdown"),
    [
        pytest.param("index", "", "a/index.html#x", "a/README.md", id="from the root"),
        pytest.param(
            "q/2026-q4/index", "../../", "../../a/index.html#x", "../../a/README.md", id="from two folders down"
        ),
    ],
)
def test_links_are_relative(path: str, root: str, html: str, markdown: str) -> None:
    """A page names another by the way up to the root and down again, in HTML with the place on it."""
    assert root_of(path) == root
    assert html_link(root, "a/index#x") == html
    assert markdown_link(root, "a/index#x") == markdown


@pytest.mark.parametrize(
    ("folder", "target", "way"),
    [
        pytest.param("", "index", "index.html", id="at the root"),
        pytest.param("", "q/2026-q4/index", "q/2026-q4/index.html", id="down"),
        pytest.param("q/2026-q4/team/", "index", "../../../index.html", id="up to the root"),
        pytest.param("q/2026-q4/team/", "q/2026-q4/team/aim#leads", "aim.html#leads", id="beside"),
        pytest.param("q/2026-q4/team/", "q/2026-q4/index", "../index.html", id="one folder up"),
        pytest.param("q/2026-q4/team/", "q/2026-q4/teams/aim", "../teams/aim.html", id="a name that begins alike"),
        pytest.param("q/2026-q4/team/", "q/2026-q4/team", "../team.html", id="a page with the name of the folder"),
        pytest.param("q/", "q/2026-q4/index#a/b", "2026-q4/index.html#a/b", id="a place with a slash"),
        pytest.param("q/", "x/q/index", "../x/q/index.html", id="the same name elsewhere"),
    ],
)
def test_links_take_the_shortest_way(folder: str, target: str, way: str) -> None:
    """A page names another by the way from its own folder, and not by the way over the root."""
    assert html_link_from(folder, target) == way
