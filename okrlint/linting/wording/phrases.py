"""Phrases of the word lists in a text, found word by word.

Lists of hundreds of phrases as one regular expression would take longer to compile than a whole check may last; a
table from first words to phrases costs nothing and is read once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from okrlint.linting.wording.words import LANGUAGE, word_lists

_TOKEN = re.compile(r"[^\W\d_][^\W_]*(?:['’][^\W\d_]+)?|\d+(?:[.,/]\d+)?(?:[.,]\d+)?|%")


class Token(NamedTuple):
    """A word, number or percent sign of a text, in small letters, with its place."""

    word: str
    start: int
    end: int


class Found(NamedTuple):
    """A phrase as a range of tokens, first and behind the last."""

    first: int
    last: int


class _Table(NamedTuple):
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """By their first word, the longest first; a last word that ends in `*` stands for any ending."""
    beginnings: tuple[str, ...]
    """Single words that end in `*`, without it."""


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text; hyphens part words, so that `sign-up` and `sign up` are the same."""
    plain = text.lower().replace("’", "'")
    if len(plain) != len(text):  # a few capitals have a longer small form
        plain = text
    return tuple(Token(found.group(), *found.span()) for found in _TOKEN.finditer(plain))


def match(found: Sequence[Token], at: int, name: str, section: str, language: str = LANGUAGE) -> Found | None:
    """The longest phrase of a section that begins at a token."""
    table = _table(name, section, language)
    word = found[at].word
    for phrase in table.phrases.get(word, ()):
        if _is_at(found, at, phrase):
            return Found(at, at + len(phrase))
    return Found(at, at + 1) if table.beginnings and word.startswith(table.beginnings) else None


def find(found: Sequence[Token], name: str, section: str, language: str = LANGUAGE) -> Iterator[Found]:
    """Every phrase of a section in reading order; of phrases that overlap the first, and of those the longest."""
    at = 0
    while at < len(found):
        phrase = match(found, at, name, section, language)
        if phrase:
            yield phrase
        at = phrase.last if phrase else at + 1


def has(found: Sequence[Token], name: str, section: str, language: str = LANGUAGE) -> bool:
    """Whether any phrase of a section stands in a text."""
    return next(find(found, name, section, language), None) is not None


def follows(found: Sequence[Token], at: int) -> bool:
    """Whether a token stands right behind the one before it, with one space or hyphen between."""
    return at < len(found) and found[at].start - found[at - 1].end == 1


def _is_at(found: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    if at + len(phrase) > len(found):
        return False
    for offset, word in enumerate(phrase):
        token = found[at + offset]
        if offset and not follows(found, at + offset):
            return False
        if token.word != word and not (word[-1] == "*" and token.word.startswith(word[:-1])):
            return False
    return True


@cache
def _table(name: str, section: str, language: str) -> _Table:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    beginnings = []
    for entry in word_lists(name, language)[section]:
        words = tuple(token.word for token in tokens(entry)) or (entry,)
        if entry.endswith("*"):
            words = (*words[:-1], f"{words[-1]}*")
        if words[0].endswith("*"):
            beginnings.append(words[0][:-1])
        else:
            phrases.setdefault(words[0], []).append(words)
    longest_first = {first: tuple(sorted(of, key=len, reverse=True)) for first, of in phrases.items()}
    return _Table(longest_first, tuple(beginnings))
