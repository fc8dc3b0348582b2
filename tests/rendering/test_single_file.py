from __future__ import annotations

import base64
import hashlib
import re

import pytest

from okrlint.rendering.single_file import single_file
from okrlint.reports import build_site
from tests.rendering.parsed_html import Parsed
from tests.rendering.payloads import PAYLOADS
from tests.reports.sites import everything, report_input

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<link rel="canonical" href="https://okrs.example.com/q/index.html">
<link rel="icon" href="../icon.svg">
<link rel="stylesheet" href="../style.css">
<link rel="stylesheet" href="../theme/tokens.css">
<script src="../search.js" defer></script>
</head>
<body>
<a class="skip" href="#_main">Skip</a>
<nav aria-label="Breadcrumb"><ol><li><a href="../index.html">Home &amp; more</a></li></ol></nav>
<main id="_main">
<h1>R&amp;D &lt;b&gt; &#39;x&#39;</h1>
<img src="../theme/logo.svg" alt="" height="32">
<a href="team/index.html">Team <b>two</b></a> <a href="index.html#_main">here</a> <a href="index.html">this page</a>
<a href="https://example.com/1?a=1&amp;b=2" rel="nofollow">web</a> <a href="mailto:x@example.com">mail</a>
<svg viewBox="0 0 1 1"><path d="M0 0"/><linearGradient id="g"></linearGradient></svg>
</main>
</body>
</html>
"""
FILES = {
    "icon.svg": b"<svg/>",
    "style.css": b"a { color: red }\n",
    "theme/tokens.css": b'@font-face { src: url("brand.woff2") } b::after { content: "</style><script>" }',
    "theme/brand.woff2": b"font",
    "theme/logo.svg": b"<svg/>",
}


@pytest.fixture(scope="module")
def alone() -> str:
    """The page as a file of its own."""
    return single_file(PAGE, "q/index.html", FILES)


def test_nothing_leads_away(alone: str) -> None:
    """Links to other pages are words, ways to other pages are gone; the web and places on the page are still linked."""
    page = Parsed(alone)
    assert page.faults == []
    hrefs = [found["href"] for tag, found in page.elements if tag == "a"]
    assert hrefs == ["#_main", "#_main", "https://example.com/1?a=1&b=2", "mailto:x@example.com"]
    assert "<span>Team <b>two</b></span>" in alone
    assert not page.tags & {"nav", "script"}
    assert "Home" not in page.text


def test_everything_is_inside(alone: str) -> None:
    """Sheets, the font of a sheet, the icon and the logo are in the page; nothing is loaded."""
    page = Parsed(alone)
    loaded = [found.get("src") or found["href"] for tag, found in page.elements if tag in {"img", "link"}]
    assert loaded == ["data:image/svg+xml;base64,PHN2Zy8+"] * 2
    assert 'url("data:font/woff2;base64,Zm9udA==")' in alone


def test_the_policy_allows_just_these_sheets(alone: str) -> None:
    """By their hash; and a sheet cannot end the element that it stands in."""
    sheets = re.findall(r"<style>(.*?)</style>", alone, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode() for sheet in sheets]
    policy = next(found["content"] for tag, found in Parsed(alone).elements if found.get("http-equiv"))
    assert len(sheets) == 2
    assert f"style-src 'sha256-{digests[0]}' 'sha256-{digests[1]}'; img-src data:; font-src data:;" in policy
    assert "default-src 'none'" in policy


def test_words_stay_as_they_are(alone: str) -> None:
    """Escaped characters and drawings are not touched."""
    assert "<h1>R&amp;D &lt;b&gt; &#39;x&#39;</h1>" in alone
    assert '<path d="M0 0"/>' in alone


def test_payloads_stay_words() -> None:
    """A page full of texts that try to get live has the same elements alone as in its site, but for what leads away."""
    text = "\n\n".join(payload for payload in PAYLOADS if payload.isprintable())
    built = build_site(report_input(everything(text)))
    files = {path.removeprefix("html/"): data for path, data in built.items()}
    path = "quarters/2026-q4/marketing/index.html"
    before, after = Parsed(files[path].decode()), Parsed(single_file(files[path].decode(), path, files))
    assert after.faults == []
    assert after.tags <= before.tags | {"span", "style"}
    assert after.attributes <= before.attributes
    assert all(link.startswith(("#", "http://", "https://", "mailto:")) for link in after.values("href")[1:])
