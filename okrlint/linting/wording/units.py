"""Whether two units can belong to one number: `USD` and `$`, `leads` and `new leads`, but not `%` and `leads`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from okrlint.linting.wording.words import LANGUAGE, word_lists, words

_FILE = "units"
_WORD = re.compile(r"[$€£¥%×]|us\$|[^\W\d_][\w'’-]*")


def agree(first: str, second: str, language: str = LANGUAGE) -> bool:
    """Whether two units are the same; a bare number agrees with any unit."""
    one, other = standard(first, language), standard(second, language)
    if one == other or not one or not other:
        return True
    return "$" in (one, other) and {one, other} - {"$"} <= words(_FILE, "dollars", language)


def is_hard(unit: str, language: str = LANGUAGE) -> bool:
    """Whether a unit is a share, money or time, and not the name of what is counted."""
    return standard(unit, language) in words(_FILE, "hard", language)


@lru_cache(maxsize=1024)
def standard(unit: str, language: str = LANGUAGE) -> str:
    """A unit in its one form: `hours` is `h`, `USD per lead` is `usd`, `new leads` is `lead`."""
    found = _WORD.findall(unit.lower())
    tails = words(_FILE, "tails", language)
    end = next((index for index, word in enumerate(found) if word in tails and index), len(found))
    head = found[:end]
    names = _names(language)
    whole = names.get(" ".join(head)) or next((names[word] for word in head[-1:] if word in names), None)
    return whole or (_singular(head[-1]) if head else "")


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("ties"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def _names(language: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for entry in word_lists(_FILE, language)["same"]:
        first, _, others = entry.partition(" ")
        names |= dict.fromkeys((first, *others.split("; ")), first)
    return names
