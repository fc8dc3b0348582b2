"""Soft words that carry a title alone: "Improve responsiveness", "Seamless onboarding", "More leads from partners".

The same words are harmless beside a number ("Improve the first reply to 7 h"), beside a word that says when it is
reached ("so that nobody waits", "faster than the old one"), or as part of a name ("best practices").
"""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.linting.wording.numbers import measures
from okrlint.linting.wording.phrases import Found, Token, find, has, match, tokens
from okrlint.linting.wording.prose import MOST_READ, readable, without_tags
from okrlint.linting.wording.words import LANGUAGE, codes_of, words
from okrlint.tuples import NamedTuple

_FILE = "vague"


class Soft(NamedTuple):
    """The soft word, with its place in the text."""

    text: str
    start: int
    end: int


def soft_word(text: str, language: str = LANGUAGE) -> Soft | None:
    """The soft word that nothing in a title measures; None where there is none."""
    prose = without_tags(readable(text[:MOST_READ]))
    found = tokens(prose)
    soft = _opening(found, language) or _adjective(prose, found, language)
    if soft is None or _says_when(found, language) or measures(prose, language):
        return None
    start, end = found[soft.first].start, found[soft.last - 1].end
    return Soft(text[start:end], start, end)


def _opening(found: Sequence[Token], language: str) -> Found | None:
    """The verb at the beginning, behind words that change nothing."""
    at = 0
    while at < len(found):
        if match(found, at, _FILE, "look-alikes", language):
            return None
        verb = match(found, at, _FILE, "verbs", language)
        if verb:
            return verb if verb.last < len(found) else None
        filler = match(found, at, _FILE, "fillers", language)
        if filler is None:
            return None
        at = filler.last
    return None


def _adjective(prose: str, found: Sequence[Token], language: str) -> Found | None:
    """A soft adjective or adverb anywhere, names left out."""
    named = {at for name in find(found, _FILE, "look-alikes", language) for at in range(name.first, name.last)}
    adjectives = find(found, _FILE, "adjectives", language)
    return next(
        (soft for soft in adjectives if soft.first not in named and not _is_name(prose, found, soft, language)), None
    )


def _is_name(prose: str, found: Sequence[Token], soft: Found, language: str) -> bool:
    """Whether the word belongs to a name, "Great Place to Work" or "Better.com", or to a kind, "the higher tier"."""
    word, behind = found[soft.first], prose[found[soft.last - 1].end :]
    is_title = behind[1:2].isupper() and not _is_before_noun(found, soft, language)
    if prose[word.start].isupper() and (is_title or (behind[:1] == "." and behind[1:2].isalpha())):
        return True
    before = found[soft.first - 1].word if soft.first else ""
    return before == "the" and word.word.endswith("er")


def _is_before_noun(found: Sequence[Token], soft: Found, language: str) -> bool:
    """Whether the word is of a language in which every noun behind it has a capital."""
    codes = (code for code in codes_of(language) if "nouns" in words("prose", "capitals", code))
    return any(match(found, soft.first, _FILE, "adjectives", code) for code in codes)


def _says_when(found: Sequence[Token], language: str) -> bool:
    """Whether a word says when it is reached: "nobody waits", "every page"."""
    return has(found, _FILE, "absolutes", language)
