"""Texts that try to get live, in every field that a page shows."""

from __future__ import annotations

import os
import re
from functools import cache

import pytest
from markdown_it import MarkdownIt

from okrlint.rendering.links import permitted
from tests.rendering.parsed_html import Parsed
from tests.rendering.payloads import PAYLOADS
from tests.reports.sites import everything, finding, html_of, report_input, site

FORGE = MarkdownIt("js-default", {"html": True})
PLAIN_WORD = "word"
_SOME = {*PAYLOADS[::5], *(payload for payload in PAYLOADS if "\u202e" in payload)}
TRIED = PAYLOADS if os.environ.get("OKRLINT_BARS") == "full" else [one for one in PAYLOADS if one in _SOME]
"""A whole site is built for each; `make bars` tries all, and tests/rendering tries each of them on the escaping alone."""


@cache
def _built(text: str) -> dict[str, str]:
    """The site of plans full of this text; a reader that refuses some of them leaves the others."""
    files = everything(text)
    plans = report_input(files).portfolio.plans
    key_results = [found for plan in plans for found in plan.key_results[:1]]
    return site(files, findings=tuple(finding(place.at(), text) for place in (*plans, *key_results)))


@pytest.fixture(scope="module")
def harmless() -> dict[str, str]:
    """The site in which the same fields hold a plain word."""
    return _built(PLAIN_WORD)


def _allowed(pages: dict[str, str]) -> tuple[set[str], set[str]]:
    parsed = [Parsed(text) for text in pages.values()]
    prose = {"blockquote", "br", "code", "em", "li", "ol", "p", "pre", "s", "strong", "ul"}
    return (
        {tag for page in parsed for tag in page.tags} | prose,
        {name for page in parsed for name in page.attributes} | {"start"},
    )


@pytest.mark.parametrize("payload", TRIED)
def test_no_payload_gets_live_in_html(payload: str, harmless: dict[str, str]) -> None:
    """Whatever is written, pages have no other elements, attributes and kinds of links than harmless ones."""
    tags, attributes = _allowed(html_of(harmless))
    for path, text in html_of(_built(payload)).items():
        page = Parsed(text)
        assert page.faults == [], path
        assert page.tags <= tags, path
        assert page.attributes <= attributes, path
        assert all(permitted(link) for link in page.values("href")), path
        assert len(page.values("id")) == len(set(page.values("id"))), path
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f]", text), path


@pytest.mark.parametrize("payload", TRIED)
def test_no_payload_gets_live_in_markdown(payload: str, harmless: dict[str, str]) -> None:
    """Documents have the same elements as those with a plain word: no HTML, no image, no broken table."""
    plain = {path: Parsed(FORGE.render(text)) for path, text in harmless.items() if path.startswith("markdown/")}
    tags = {tag for page in plain.values() for tag in page.tags}
    for path, text in _built(payload).items():
        if path.startswith("markdown/"):
            page = Parsed(FORGE.render(text))
            assert page.faults == [], path
            assert page.tags <= tags, path
            assert all(link.endswith(".md") for link in page.values("href")), path
            assert "@" not in re.sub("&#64;", "", text), path


def test_paths_hold_no_foreign_text() -> None:
    """Names of files are made of small letters, digits and four marks, whatever the ids say."""
    for payload in TRIED:
        for path in _built(payload):
            assert re.fullmatch(
                r"(badges|html|markdown)/[a-z0-9_./-]+|manifest\.txt|markdown/([a-z0-9_/-]+/)?README\.md", path
            )
            assert ".." not in path


def test_mail_addresses_are_never_shown() -> None:
    """The addresses of people are for matching commits; no page has them."""
    assert not any("x@example.com" in text for text in site(everything("word")).values())
