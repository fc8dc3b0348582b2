"""Ids made of titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_MOST_WORDS = 4
_SMALL_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on", "or", "our", "that"}
    | {"the", "their", "to", "vs", "we", "with", "who", "which", "us"}
)


def slug(title: str, taken: Container[str], otherwise: str) -> str:
    """A kebab-case id of the first telling words of a title, unlike every taken one.

    `otherwise` is the id of a title without a Latin letter.
    """
    plain = unicodedata.normalize("NFKD", title.lower().replace("ß", "ss")).encode("ascii", "ignore").decode()
    found = re.findall(r"[a-z][a-z0-9]*", plain.replace("'", ""))
    telling = [word for word in found if word not in _SMALL_WORDS and not re.fullmatch(r"q[1-4]|fy\d+", word)] or found
    stem = "-".join(list(dict.fromkeys(telling))[:_MOST_WORDS]) or otherwise
    name, count = stem, 2
    while name in taken:
        name, count = f"{stem}-{count}", count + 1
    return name
