"""Headings that are no OKR: the name of a document, a quarter, a team, or what stands beside the plan."""

from __future__ import annotations

import re
from collections.abc import Collection

from okrlint.exchange.periods import find_period
from okrlint.exchange.vocabulary import label_of, plain, section
from okrlint.linting.slug import slug
from okrlint.tuples import NamedTuple

_MOST_WORDS = 4
_RESERVED = ("company", "pipeline")


class Context(NamedTuple):
    """What a heading, a title or a file name says of all that stands below it."""

    quarter: str | None
    rest: str
    """What is left without the quarter and the words that any OKR document has."""
    is_about_okrs: bool


def context_of(text: str, fiscal_start: int = 1) -> Context:
    """Read a heading, a title or the name of a file."""
    period = find_period(text, fiscal_start)
    rest = f"{text[: period.start]} {text[period.end :]}" if period else text
    words = re.sub(r"[*_#`~:：()\[\]|/&–—-]+", " ", rest).split()
    signs = section("okr_words", "signs")
    spoken = f" {plain(text)} "
    left = [word for word in words if word.lower().strip(".,'’") not in section("okr_words", "words")]
    about = period is not None or any(f" {sign} " in spoken for sign in signs)
    return Context(period.label if period else None, " ".join(left), about)


def is_context(context: Context) -> bool:
    """Whether a heading says only what the document is and of which quarter."""
    return not context.rest or (context.quarter is not None and len(context.rest.split()) <= _MOST_WORDS)


def is_title_of_okrs(context: Context) -> bool:
    """Whether the first heading of a document names it: "Objectives and Key Results at Northwind"."""
    return context.is_about_okrs and len(context.rest.split()) <= _MOST_WORDS


def looks_like_team(text: str, context: Context, known: Collection[str]) -> bool:
    """Whether a heading is the name of a team: one of the usual ones, one that is known, or short with a colon."""
    words = context.rest.split()
    if not words or len(words) > _MOST_WORDS or re.search(r"\d", context.rest):
        return False
    name = plain(context.rest)
    if name in section("okr_words", "teams") or team_id(context.rest) in known:
        return True
    if section("okr_words", "team_words") & set(name.split()):
        return True
    return text.rstrip("* _").endswith(":") and len(words) < _MOST_WORDS


def is_aside(text: str) -> bool:
    """Whether a heading says that what follows is no OKR: a vision, an introduction."""
    label = label_of(text)
    return label is not None and label.role == "aside" and not label.text


def team_id(name: str) -> str:
    """The id of a team's name."""
    words = [word for word in name.split() if word.lower() not in section("okr_words", "team_words")]
    found = slug(" ".join(words) or name, (), "team")
    return f"{found}-team" if found in _RESERVED else found
