"""User Markdown to safe HTML: no raw HTML, no images, no headings, links only where they may lead.

Raw HTML is shown as text. Headings and tables are off because a note must not break the outline of its
page, and table alignment would need inline styles, which the page's policy forbids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from okrlint.rendering.links import permitted
from okrlint.rendering.text import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LIMIT = 20_000
"""Longer texts, in characters, are shown as plain text: no parser has to be trusted with them."""

_OFF = ("image", "table", "heading", "lheading", "hr", "reference")


def inline(text: str) -> Markup:
    """One line of prose: emphasis, code and links."""
    text = clean(text)
    if _is_plain(text):
        return escape(text.strip())
    return Markup(_parser(True).renderInline(text))  # noqa: S704 - the parser escapes


def unlinked(text: str) -> Markup:
    """Like `inline` without links, for text that is itself inside a link."""
    text = clean(text)
    if _is_plain(text):
        return escape(text.strip())
    return Markup(_parser(False).renderInline(text))  # noqa: S704 - the parser escapes


def block(text: str) -> Markup:
    """Paragraphs, lists, quotes and code."""
    text = clean(text)
    if len(text) > LIMIT:
        return Markup('<p class="plain">{}</p>').format(text)
    if _is_plain(text) and not _block_start().match(text):
        return Markup("<p>{}</p>").format(text.strip())
    return Markup(_parser(True).render(text).strip())  # noqa: S704 - the parser escapes


def plain(text: str) -> str:
    """The words alone, for places that take no markup: page titles, descriptions of charts."""
    text = clean(text)
    if _is_plain(text):
        return text.strip()
    tokens = _parser(True).parseInline(text)[0].children or []
    return " ".join("".join(_words(tokens)).split())


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        yield " " if token.type in ("softbreak", "hardbreak") else token.content


@cache
def _markup_characters() -> re.Pattern[str]:
    return re.compile(r"[\n\\`*_~\[\]<>&!]")


@cache
def _block_start() -> re.Pattern[str]:
    return re.compile(r"[ \t]|[-+]|[0-9]+[.)]")


def _is_plain(text: str) -> bool:
    """True when no character of the text can start markup inside a line, or the text is too long to parse."""
    return len(text) > LIMIT or _markup_characters().search(text) is None


@cache
def _parser(links: bool) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    parser.disable([*_OFF] if links else [*_OFF, "link", "autolink"])
    parser.validateLink = permitted  # type: ignore[method-assign]
    parser.add_render_rule("link_open", _link_open)
    parser.add_render_rule("fence", _fence)
    return parser


def _link_open(
    renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: MutableMapping[str, Any]
) -> str:
    return str(
        Markup('<a href="{}" rel="nofollow noopener noreferrer">').format(tokens[index].attrs["href"])
    )


def _fence(
    renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: MutableMapping[str, Any]
) -> str:
    # The library would print the text after the fence as a class name.
    return str(Markup("<pre><code>{}</code></pre>\n").format(tokens[index].content))
