from __future__ import annotations

import pytest

from okrlint.errors import OkrlintError
from okrlint.rendering.publication import Publication, base_address
from okrlint.rendering.site import Differences, listed, manifest, public_files

FOLDERS = ("html", "markdown")


def test_a_site_lists_its_own_files() -> None:
    """The manifest names every file, sorted, with the titles of what is gone, and can be read back."""
    data = manifest(["markdown/README.md", "html/index.html"], {"html/index.html": "Be found", "html/x": "no file"})
    assert list(listed(data, FOLDERS).items()) == [("html/index.html", "Be found"), ("markdown/README.md", "")]


@pytest.mark.parametrize(
    "line",
    [
        "../outside", "/etc/passwd", "html/../../outside", "html//x", "html/./x", "html/..", "html", "html/", "other/x",
        "html/a\\..\\b", "html/C:x", "html/a\x00b", "manifest.txt", "", "#html/x", "HTML/x",
    ],
)  # fmt: skip
def test_a_manifest_leads_nowhere_else(line: str) -> None:
    """A manifest from a stranger's branch cannot name a file outside the two folders."""
    assert listed(f"{line}\nhtml/index.html\n".encode(), FOLDERS) == {"html/index.html": ""}


def test_a_manifest_of_odd_bytes_lists_nothing() -> None:
    """What is no text names no file that could be there."""
    assert listed(b"\xff\xfe\x00", FOLDERS) == {}


def test_no_difference_is_false() -> None:
    """A fresh folder can be asked for with `if`."""
    assert not Differences((), (), ())
    assert Differences((), ("html/x",), ())


PAGES = ["html/index.html", "html/404.html", "html/data.json", "markdown/README.md"]


@pytest.mark.parametrize(
    ("publication", "files"),
    [
        pytest.param(Publication(), {"html/robots.txt": "User-agent: *\nDisallow: /\n"}, id="by default"),
        pytest.param(
            Publication("https://x.example/okrs/"),
            {"html/robots.txt": "User-agent: *\nDisallow: /\n"},
            id="an address alone lists nothing",
        ),
        pytest.param(
            Publication("", indexed=True), {"html/robots.txt": "User-agent: *\nDisallow:\n"}, id="indexed anywhere"
        ),
        pytest.param(
            Publication("https://x.example/okrs/", indexed=True),
            {
                "html/robots.txt": "User-agent: *\nDisallow:\nSitemap: https://x.example/okrs/sitemap.xml\n",
                "html/sitemap.xml": '<?xml version="1.0" encoding="UTF-8"?>\n'
                '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
                "<url><loc>https://x.example/okrs/index.html</loc></url>\n</urlset>\n",
            },
            id="indexed at an address",
        ),
    ],
)
def test_what_search_engines_read(publication: Publication, files: dict[str, str]) -> None:
    """They are kept away unless they are asked in; a map lists pages only, and never the one for errors."""
    assert {one.path: one.render().decode() for one in public_files(publication, PAGES)} == files


def test_a_large_site_has_several_maps() -> None:
    """A map holds 50,000 addresses at most, and all maps are named."""
    publication = Publication("https://x.example/", indexed=True)
    files = {one.path: one.render() for one in public_files(publication, [f"html/{n}.html" for n in range(50_002)])}
    assert files["html/sitemap1.xml"].count(b"<loc>") == 1
    assert files["html/robots.txt"].count(b"Sitemap: https://x.example/sitemap") == 2


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://okrs.example.com", "https://okrs.example.com/"),
        ("http://127.0.0.1:8000/a/b", "http://127.0.0.1:8000/a/b/"),
        ("https://okrs.example.com/team/", "https://okrs.example.com/team/"),
    ],
    ids=["a host", "a port and a folder", "as it is"],
)
def test_an_address_ends_in_a_slash(text: str, address: str) -> None:
    """Paths of pages are put behind it."""
    assert base_address(text) == address


@pytest.mark.parametrize(
    "text",
    ["okrs.example.com", "ftp://x.example/", "javascript:alert(1)", "https://", "https://a b/", 'https://x/"', "https://x/?a",
     "https://x/#a", "https://me:secret@x.example/", "https://x:port/", "https://x//y", "https://[", "https://ü.example/"],
)  # fmt: skip
def test_what_is_no_address_is_said(text: str) -> None:
    """Nothing that could end an attribute, hide a password or lead elsewhere is taken."""
    with pytest.raises(OkrlintError, match="is not an address such as"):
        base_address(text)
