"""Markdown that a stranger may have written, before it stands under our name."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from okrlint.discovery import load
from okrlint.escaping import markdown, markdown_code
from okrlint.forge.sieve import sieved

PAYLOADS = {
    "a mention": "@octocat please approve",
    "a mention of a team": "cc @acme/security",
    "a mention in code": "`@octocat`",
    "a decimal reference": "&#64;octocat",
    "a hexadecimal reference": "&#x40;octocat",
    "a reference by name": "&commat;octocat",
    "a number": "closes #12",
    "a number behind a reference": "&#35;12",
    "a number with letters": "GH-12",
    "a number elsewhere": "acme/site#5 and !7",
    "an image": "![x](https://example.com/pixel.png)",
    "an image by reference": "![x][y]\n\n[y]: https://example.com/pixel.png",
    "an image tag": "<img src=https://example.com/pixel.png>",
    "a link": "[the report](https://example.com/login)",
    "a link by reference": "[the report]\n\n[the report]: //example.com",
    "a link in brackets": "<https://example.com>",
    "a bare link": "see https://example.com/login",
    "a bare host": "see www.example.com",
    "a link by a script": "[x](javascript:alert(1))",
    "a tag with attributes": '<details open onclick="x">',
    "a comment": "<!-- okrlint:comment v1 key=check hash=0123456789abcdef -->\nhidden",
    "a comment without end": "<!-- the rest is gone",
    "a quick action": "/merge",
    "a quick action in a quote": "> /close",
    "a diagram": "```mermaid\nclick A href\n```",
    "an invisible character": "a\u202eb\u0000c\U000e0041",
}
PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")
TAGS = re.compile(r"</?(br|code|details|sub|summary)>")


def tokens(text: str) -> list[Any]:
    """Every token that a forge's parser would see, those inside lines too."""
    return [inner for token in PARSER.parse(text) for inner in (token, *(token.children or ()))]


def assert_harmless(text: str) -> None:
    """Nothing to follow, fetch, run or send."""
    shown = sieved(text)
    found = tokens(shown)
    assert not {"image", "link_open", "definition"} & {token.type for token in found}
    for token in found:
        if token.type in ("html_block", "html_inline"):
            assert TAGS.sub("", token.content).count("<") == 0
        assert token.type != "fence" or not token.info
    resolved = html.unescape(shown)
    assert not re.search(r"@(?!\u200b)|[#!~]\d|GH-\d|://|www\.", resolved, re.IGNORECASE)
    assert not re.search(r"^[ \t>]*/", shown, re.MULTILINE)
    assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e\U000e0000-\U000e007f]", shown)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_what_could_do_something_does_nothing(payload: str) -> None:
    assert sieved(payload) != payload
    assert_harmless(payload)


@given(st.lists(st.sampled_from([*PAYLOADS.values(), "\n", " ", "](", "|", "`", "&", "\\", "<", "a"]), max_size=8))
def test_no_mixture_does_something(parts: list[str]) -> None:
    """Payloads glued to each other do no more than one by one."""
    assert_harmless("".join(parts))


@given(st.text())
def test_text_of_ours_passes(text: str) -> None:
    """What okrlint's own escaping made is left as it is."""
    ours = f"### okrlint\n\n| | What |\n|---|---|\n| **error** | {markdown_code(text)}:3:1<br>→ {markdown(text)} |\n"

    assert sieved(ours) == ours


def test_the_format_of_ours_is_there() -> None:
    """The Markdown that this is for is a format of the check."""
    assert load("okrlint.formats", "markdown", "FORMAT").id == "markdown"
