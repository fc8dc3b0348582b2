"""User text before it meets a sink: characters that a page must never contain are made visible."""

from __future__ import annotations

import re
from functools import cache

from okrlint import escaping

REPLACEMENT = "\ufffd"


@cache
def _forbidden() -> re.Pattern[str]:
    # Control characters, surrogates and noncharacters are parse errors in HTML. Direction overrides
    # would reorder the words around a title, numbers and statuses included.
    return re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    """The text with every character that must not reach a page replaced by U+FFFD."""
    return text if text.isprintable() else _forbidden().sub(REPLACEMENT, text)


_HARMLESS = (
    r"(?<=[A-Za-z0-9])(?!(?<=\b[gG][hH])-[0-9])[-_=](?=[A-Za-z0-9])",  # inside a word; GH-12 would be a link
    r"(?<=[A-Za-z0-9])&(?=[A-Za-z0-9]+(?![A-Za-z0-9;]))",  # R&D, and no entity
    r"(?<=[A-Za-z0-9]):(?= )",
    r"(?<=[0-9]):(?=[0-9])",
    r"\+(?=[0-9])",
    r"(?<![^ ])\$(?=[0-9])",  # an amount: so written it closes no formula
    r"(?<=[^ ] )[-+=*&>](?= [^ ])",  # alone between words, where no line begins
    r"!(?= )",
)
"""Where punctuation is no markup, and good to read."""


@cache
def _harmless_punctuation() -> re.Pattern[str]:
    return re.compile(f"({'|'.join(_HARMLESS)})")


@cache
def _nothing_to_escape() -> re.Pattern[str]:
    """Words, blanks and marks that never mean anything to Markdown; most texts are no more than that."""
    return re.compile(r"(?!\d+[.)](?: |$)|.*www\.)[^\W_](?: ?[^\W_]|, |\.(?=\d)|[%()'])*", re.IGNORECASE)


@cache
def _white_space() -> re.Pattern[str]:
    return re.compile(r"\s+")


@cache
def _list_number() -> re.Pattern[str]:
    return re.compile(r"^( ?[0-9]{1,9})([.)])(?= |$)")


def markdown_escape(text: str) -> str:
    """User text for a Markdown document: nothing in it is live, and it still reads well as plain text.

    Runs of white space become one blank, at both ends too, so that pieces can be joined.
    """
    if _nothing_to_escape().fullmatch(text):
        return text
    line = _white_space().sub(" ", clean(text))
    parts = _harmless_punctuation().split(line)
    escaped = "".join(part if index % 2 else _escape(part) for index, part in enumerate(parts))
    # "1." at the start of a line would begin a list.
    return _list_number().sub(lambda found: f"{found[1]}&#{ord(found[2])};", escaped)


def _escape(part: str) -> str:
    words = part.strip(" ")
    if not words:
        return part
    before, _, after = part.partition(words)
    return f"{before}{escaping.markdown(words)}{after}"
