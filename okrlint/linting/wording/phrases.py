"""Phrases of the word lists in a text, found word by word.

Lists of hundreds of phrases as one regular expression would take longer to compile than a whole check may last; a
tree of words costs nothing, is grown once, and is as fast for a thousand phrases of a user as for ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from okrlint.linting.wording.words import LANGUAGE, word_lists
from okrlint.tuples import NamedTuple

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


class Tree:
    """Phrases as branches of words."""

    __slots__ = ("beginnings", "branches", "is_end")

    def __init__(self) -> None:
        """An empty one."""
        self.branches: dict[str, Tree] = {}
        self.beginnings: tuple[str, ...] = ()
        """What a last word begins with that ends in `*`, which stands for any ending."""
        self.is_end = False
        """Whether a phrase ends here."""


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text; hyphens part words, so that `sign-up` and `sign up` are the same."""
    plain = text.lower().replace("’", "'")
    if len(plain) != len(text):  # a few capitals have a longer small form
        plain = text
    return tuple(Token(found.group(), *found.span()) for found in _TOKEN.finditer(plain))


def match(found: Sequence[Token], at: int, name: str, section: str, language: str = LANGUAGE) -> Found | None:
    """The longest phrase of a section that begins at a token."""
    return longest(found, at, _tree(name, section, language))


def longest(found: Sequence[Token], at: int, tree: Tree) -> Found | None:
    """The longest phrase of a tree that begins at a token."""
    first, last, count = at, at, len(found)
    while at < count and (at == first or follows(found, at)):
        word = found[at].word
        at += 1
        if tree.beginnings and word.startswith(tree.beginnings):
            last = at
        branch = tree.branches.get(word)
        if branch is None:
            break
        tree = branch
        if tree.is_end:
            last = at
    return Found(first, last) if last > first else None


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
    """Whether a token stands right behind the one before it, with one space or hyphen between; `%` with nothing."""
    if at >= len(found):
        return False
    gap = found[at].start - found[at - 1].end
    return gap == 1 or (gap == 0 and found[at].word == "%")


@cache
def _tree(name: str, section: str, language: str) -> Tree:
    return grown(word_lists(name, language)[section])


def grown(entries: Iterable[str]) -> Tree:
    """The tree of some phrases."""
    root = Tree()
    for entry in entries:
        is_word = entry.isascii() and entry.isalpha()
        words = [entry.lower()] if is_word else [token.word for token in tokens(entry)] or [entry]
        tree = root
        for word in words[:-1] if entry.endswith("*") else words:
            tree = tree.branches.setdefault(word, Tree())
        if entry.endswith("*"):
            tree.beginnings = (*tree.beginnings, words[-1])
        else:
            tree.is_end = True
    return root
