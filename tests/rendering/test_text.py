from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from okrlint.rendering.text import clean, markdown_escape
from tests.rendering.parsed_html import Parsed
from tests.rendering.payloads import PAYLOADS

# What a forge does with a document: tables, raw HTML, struck text; bare links are asked for on their own.
FORGE = MarkdownIt("js-default", {"html": True})
PLACES = ("{}", "word {} word", "# {}", "- {}", "> {}", "| a | b |\n| --- | --- |\n| {} | end |", "[{}](x.md)")


def _tags(document: str) -> list[str]:
    return [tag for tag, _ in Parsed(FORGE.render(document)).elements]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_in_a_payload_gets_live(payload: str) -> None:
    """A document with an escaped payload has the same elements as one with a plain word, wherever it stands."""
    for place in PLACES:
        assert _tags(place.format(markdown_escape(payload))) == _tags(place.format("word")), place


@given(st.text(alphabet="ab <>&[]()!*_~`\\#|:/.-+=;\n\t1@$", min_size=1, max_size=40))
def test_no_mix_of_markup_gets_live(text: str) -> None:
    """The same holds for any mix of the characters that Markdown knows."""
    assert _tags(f"word {markdown_escape(text)} word") == ["p"]
    assert _tags(markdown_escape(text)) in (["p"], [])


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        pytest.param("self-serve", "self-serve", id="a hyphen inside a word stays"),
        pytest.param("Q4: win", "Q4: win", id="a colon before a blank stays"),
        pytest.param("+25% by 2026-Q4", "+25% by 2026-Q4", id="a plus before a digit stays"),
        pytest.param("$113,602 of $1.2M", "$113,602 of $1.2M", id="amounts stay"),
        pytest.param("5$ and x$y", "5&#36; and x&#36;y", id="what could close a formula does not"),
        pytest.param("sql_per_month, R&D, a=b, 1:30", "sql_per_month, R&D, a=b, 1:30", id="marks inside words stay"),
        pytest.param("more - or less & a + b = c > d * e", "more - or less & a + b = c > d * e", id="marks alone stay"),
        pytest.param("- a", "&#45; a", id="not where a line begins"),
        pytest.param("&amp; R&amp;D &copy;", "&#38;amp; R&#38;amp;D &#38;copy;", id="no entity"),
        pytest.param("_a_ a__b *not final*", "&#95;a&#95; a&#95;&#95;b &#42;not final&#42;", id="no emphasis"),
        pytest.param("GH-45 gh-4 high-5 GH-a", "GH&#45;45 gh&#45;4 high-5 GH-a", id="no reference to an issue"),
        pytest.param("At last! Now ![x]", "At last! Now &#33;&#91;x&#93;", id="a call stays, a picture does not"),
        pytest.param(", ", ", ", id="white space at the ends stays"),
        pytest.param("two\n  lines", "two lines", id="one line"),
        pytest.param("www.evil.example", "www\u200b.evil.example", id="no bare web address"),
        pytest.param("@team", "&#64;\u200bteam", id="no mention"),
        pytest.param("1. first", "1&#46; first", id="no list"),
        pytest.param("2.5 of 3.", "2.5 of 3.", id="a number is no list"),
        pytest.param("a|b", "a&#124;b", id="no table break"),
    ],
)
def test_what_stays_readable(text: str, escaped: str) -> None:
    """Ordinary text is left as it was written; only what could get live changes."""
    assert markdown_escape(text) == escaped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain \u00e4\u4f60\U0001f680", "plain \u00e4\u4f60\U0001f680", id="any language"),
        pytest.param("a\x00b\x1bc\x9d", "a\ufffdb\ufffdc\ufffd", id="control characters"),
        pytest.param("a\ud800b", "a\ufffdb", id="half a surrogate pair"),
        pytest.param("\u202eabc\u2069", "\ufffdabc\ufffd", id="direction overrides"),
        pytest.param("line\nand\ttab", "line\nand\ttab", id="line break and tab stay"),
        pytest.param("a\ufdd0\uffff", "a\ufffd\ufffd", id="noncharacters"),
    ],
)
def test_what_must_not_reach_a_page(text: str, shown: str) -> None:
    """Characters that HTML forbids, or that would reorder a page, become visible marks."""
    assert clean(text) == shown
