"""A quick look at how a text begins, for signals that only care about its first word."""

from __future__ import annotations

from functools import cache

from okrlint.linting.wording.phrases import tokens
from okrlint.linting.wording.words import LANGUAGE, word_lists


def begins_with(text: str, name: str, sections: tuple[str, ...], language: str = LANGUAGE) -> bool:
    """Whether a text may begin with a phrase of some sections; a tag or a sign at its beginning may hide one."""
    first = text.partition(" ")[0]
    return not first.isalpha() or first.lower() in _first_words(name, sections, language)


@cache
def _first_words(name: str, sections: tuple[str, ...], language: str) -> frozenset[str]:
    lists = word_lists(name, language)
    return frozenset(tokens(entry)[0].word for section in sections for entry in lists[section])
