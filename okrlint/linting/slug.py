"""Ids made of titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from itertools import chain, count

_MOST_WORDS = 4
_MOST_READ = 200
"""Characters of a title that are read."""
_FEW = 10
_SMALL_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on", "or", "our", "that"}
    | {"the", "their", "to", "vs", "we", "with", "who", "which", "us"}
)


def slug(title: str, taken: Container[str], otherwise: str, position: int = 0) -> str:
    """A kebab-case id of the first telling words of a title, unlike every taken one.

    `otherwise` is the id of a title without a Latin letter. Beyond a few of the same name the number goes on from
    the `position`, so that thousands of them are named in time that grows with their number only.
    """
    plain = (
        unicodedata.normalize("NFKD", title[:_MOST_READ].lower().replace("ß", "ss")).encode("ascii", "ignore").decode()
    )
    found = re.findall(r"[a-z][a-z0-9]*", plain.replace("'", ""))
    telling = [word for word in found if word not in _SMALL_WORDS and not re.fullmatch(r"q[1-4]|fy\d+", word)] or found
    stem = "-".join(list(dict.fromkeys(telling))[:_MOST_WORDS]) or otherwise
    if stem not in taken:
        return stem
    numbers = chain(range(2, _FEW), count(max(_FEW, position)))
    return next(name for name in (f"{stem}-{number}" for number in numbers) if name not in taken)
