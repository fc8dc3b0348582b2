"""Titles that say the same in nearly the same words: "Grow trials by 25%" and "Increase the trials by 25%".

Words are compared without their order, articles, plurals, verbs of change and quarters; numbers stay. Comparing
characters instead would take "a fraction of the data set" for "the full data set".
"""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.linting.wording.phrases import Token, tokens
from okrlint.linting.wording.prose import MOST_READ, readable, without_tags
from okrlint.linting.wording.words import LANGUAGE, words

_FILE = "similar"
_QUARTERS = ("q1", "q2", "q3", "q4")
_SHORTEST = 3
"""Letters of the longest word that is never taken for a plural: "a's" leaves an s of its own."""
_FEWEST = 2
"""Words that a title needs to be recognised: "Hire 3" may be anybody's."""


def essence(title: str, language: str = LANGUAGE) -> frozenset[str]:
    """The words that tell one key result from another; empty where there are too few to tell."""
    found = tokens(without_tags(readable(title[:MOST_READ])))
    ignored = words(_FILE, "fillers", language) | words(_FILE, "change verbs", language)
    kept = frozenset(
        _plain(token.word)
        for at, token in enumerate(found)
        if token.word not in ignored and not _is_year(found[max(0, at - 1) : at + 2], token)
    )
    return kept if sum(not word[0].isdigit() for word in kept) >= _FEWEST else frozenset()


def _plain(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    plural = len(word) > _SHORTEST and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural else word


def _is_year(neighbours: Sequence[Token], token: Token) -> bool:
    """Whether a number is the year of a quarter: "2026-Q3", "Q3 2026", "FY27-Q3"."""
    return token.word[-1].isdigit() and token.word[:2] in ("20", "fy") and any(n.word in _QUARTERS for n in neighbours)
