from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from okrlint.rendering import prose
from okrlint.rendering.links import permitted
from okrlint.rendering.text import clean
from tests.rendering.parsed_html import Parsed
from tests.rendering.payloads import PAYLOADS

TAGS = {"a", "blockquote", "br", "code", "em", "li", "ol", "p", "pre", "s", "strong", "ul"}
MARKUP = st.text(alphabet="ab <>&\"'[]()!*_~`\\#|:/.-+=\n\t1@\u202e\x00", max_size=80)


def _assert_harmless(html: str) -> None:
    parsed = Parsed(html)
    assert parsed.faults == []
    assert parsed.tags <= TAGS
    assert parsed.attributes <= {"href", "rel", "class", "start"}
    assert set(parsed.values("class")) <= {"plain"}
    assert all(permitted(target) for target in parsed.values("href"))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_in_a_payload_gets_live(payload: str) -> None:
    """Block, line and linkless prose hold only harmless tags and permitted links, whatever was written."""
    for html in (prose.block(payload), prose.inline(payload), prose.unlinked(payload)):
        _assert_harmless(str(html))


@given(MARKUP)
def test_no_mix_of_markup_gets_live(text: str) -> None:
    """The same holds for any mix of the characters that Markdown and HTML know."""
    for html in (prose.block(text), prose.inline(text), prose.unlinked(text)):
        _assert_harmless(str(html))


@given(MARKUP)
def test_text_inside_a_link_holds_no_link(text: str) -> None:
    """A link inside a link would be broken HTML, so prose for links has none."""
    assert "a" not in Parsed(str(prose.unlinked(text))).tags


@given(MARKUP)
def test_the_short_cut_gives_what_the_parser_gives(text: str) -> None:
    """Text without markup skips the parser and still comes out as the parser would have written it."""
    parsed = Parsed(str(prose._parser(prose._OFF).render(clean(text)))).text  # noqa: SLF001
    assert Parsed(str(prose.block(text))).text == parsed


@pytest.mark.parametrize(
    ("written", "html"),
    [
        pytest.param("Slipped, again", "Slipped, again", id="plain words"),
        pytest.param("a & b < c", "a &amp; b &lt; c", id="escaped"),
        pytest.param("**bold** and *soft*", "<strong>bold</strong> and <em>soft</em>", id="emphasis"),
        pytest.param("`x < y`", "<code>x &lt; y</code>", id="code"),
        pytest.param("# no heading", "# no heading", id="a heading stays text"),
        pytest.param("<b>raw</b>", "&lt;b&gt;raw&lt;/b&gt;", id="raw HTML is shown"),
        pytest.param(
            "[docs](https://example.com/a?b=1&c=2)",
            '<a href="https://example.com/a?b=1&amp;c=2" rel="nofollow noopener noreferrer">docs</a>',
            id="a link says that it is foreign",
        ),
        pytest.param("[up](../x.md#y)", '<a href="../x.md#y" rel="nofollow noopener noreferrer">up</a>', id="relative"),
        pytest.param("![pixel](x.png)", '!<a href="x.png" rel="nofollow noopener noreferrer">pixel</a>', id="no image"),
        pytest.param("[x](javascript:alert(1))", "[x](javascript:alert(1))", id="a refused link stays text"),
    ],
)
def test_a_line_of_prose(written: str, html: str) -> None:
    """Inline Markdown comes out as HTML, and what is refused stays readable."""
    assert prose.inline(written) == html


def test_block_prose_has_paragraphs_and_lists() -> None:
    """A note may have several paragraphs and a list."""
    html = prose.block("First.\n\nSecond:\n\n- one\n- two")
    assert [tag for tag, _ in Parsed(str(html)).elements] == ["p", "p", "ul", "li", "li"]


def test_words_after_a_fence_become_no_class() -> None:
    """The info string of a code block would otherwise name a class of our style sheet."""
    assert "class" not in prose.block("```skip\ncode\n```")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("*a* " * 5_001, id="over 20,000 characters"),
        pytest.param("[" * 201, id="over 200 opening brackets"),
    ],
)
def test_what_is_too_costly_is_shown_as_plain_text(text: str) -> None:
    """Very long texts and those with very many brackets never reach the parser."""
    assert prose.block(text) == f'<p class="plain">{text}</p>'
    assert prose.inline(text) == text.strip()


@pytest.mark.parametrize(
    ("written", "words"),
    [
        pytest.param("**Grow** [docs](https://x.example) `n`", "Grow docs n", id="markup"),
        pytest.param("two\nlines", "two lines", id="a line break is a blank"),
        pytest.param("<b>x</b>", "<b>x</b>", id="raw HTML is words"),
    ],
)
def test_the_words_alone(written: str, words: str) -> None:
    """Page titles and descriptions of charts take no markup."""
    assert prose.plain(written) == words


@pytest.mark.parametrize("first", [Markup, str], ids=["the safe one first", "the plain one first"])
def test_what_is_remembered_of_safe_text_is_not_said_of_plain_text(first: type[str]) -> None:
    """A line that was marked as safe somewhere does not make the same words safe elsewhere."""
    text = f'"{first.__name__}"'
    prose.inline(first(text))
    prose.inline(Markup(text))  # noqa: S704  that is what it is about
    assert prose.inline(text) == f"&#34;{first.__name__}&#34;"
