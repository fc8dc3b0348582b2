"""User Markdown to safe HTML: no raw HTML, no images, no headings, links only where they may lead.

Raw HTML is shown as text. Headings and tables are off because a note must not break the outline of its
page, and because table alignment would need inline styles, which the page's policy forbids.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from okrlint.rendering.links import permitted
from okrlint.rendering.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

LIMIT = 20_000
"""Longer texts, in characters, are shown as plain text: no parser has to be trusted with them."""

_BRACKETS = 200
"""Texts with more opening brackets are plain too: the parser looks for the end of each one's link anew."""

_SHORT = 400
"""Characters. Titles and names stand on many pages; longer texts are read once each."""

_OFF = ("image", "table", "heading", "lheading", "hr", "reference")
_OFF_INSIDE_LINKS = (*_OFF, "link", "autolink")


def inline(text: str) -> Markup:
    """One line of prose: emphasis, code and links."""
    return (_short_line if len(text) <= _SHORT else _line)(text, _OFF)


def unlinked(text: str) -> Markup:
    """Like `inline` without links, for text that is itself inside a link."""
    return (_short_line if len(text) <= _SHORT else _line)(text, _OFF_INSIDE_LINKS)


def block(text: str) -> Markup:
    """Paragraphs, lists, quotes and code."""
    text = clean(text)
    if _unparsed(text):
        return Markup('<p class="plain">{}</p>').format(text)
    if _is_plain(text) and not _block_start().match(text):
        return Markup("<p>{}</p>").format(text.strip())
    return Markup(_parser(_OFF).render(text).strip())  # noqa: S704 - the parser escapes


def plain(text: str) -> str:
    """The words alone, for places that take no markup: page titles, descriptions of charts."""
    text = clean(text)
    if _is_plain(text):
        return text.strip()
    tokens = _parser(_OFF).parseInline(text)[0].children or []
    return " ".join("".join(_words(tokens)).split())


@lru_cache(maxsize=8192, typed=True)
def _short_line(text: str, off: tuple[str, ...]) -> Markup:
    """The same, once for each text; a text and the same text marked as safe are two."""
    return _line(text, off)


def _line(text: str, off: tuple[str, ...]) -> Markup:
    text = clean(text)
    if _is_plain(text):
        return escape(text.strip())
    return Markup(_parser(off).renderInline(text).strip())  # noqa: S704 - the parser escapes


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        yield " " if token.type in {"softbreak", "hardbreak"} else token.content


@cache
def _markup_characters() -> re.Pattern[str]:
    return re.compile(r"[\n\\`*_~\[\]<>&!]")


@cache
def _block_start() -> re.Pattern[str]:
    return re.compile(r"[ \t]|[-+]|[0-9]+[.)]")


def _is_plain(text: str) -> bool:
    """True when no character of the text can start markup inside a line, or it is not to be parsed."""
    return _unparsed(text) or _markup_characters().search(text) is None


def _unparsed(text: str) -> bool:
    return len(text) > LIMIT or text.count("[") > _BRACKETS


@cache
def _parser(off: tuple[str, ...]) -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    parser.disable(list(off))
    parser.validateLink = permitted  # type: ignore[method-assign]
    parser.core.ruler.push("okrlint", _restrain)
    return parser


def _restrain(state: StateCore) -> None:
    """Mark every link as foreign, and forget the words after a code fence: they would become a class name."""
    for token in state.tokens:
        if token.type == "fence":
            token.info = ""
        for child in token.children or ():
            if child.type == "link_open":
                child.attrs = {"href": child.attrs["href"], "rel": "nofollow noopener noreferrer"}
