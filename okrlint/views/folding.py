"""Letters as people look for them: without accents and in small letters; the search script folds in the same way."""

from __future__ import annotations

import unicodedata
from functools import cache

LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
"""Letters that are no other letter with a mark."""
_LAST_ALPHABET = "\u0590"
"""Latin, Greek, Cyrillic and Armenian stand before it; later scripts have too many first letters for an index."""
NUMBERS, OTHERS = "0–9", "Other scripts"


def fold(text: str) -> str:
    """The text without accents, in small letters."""
    if text.isascii():
        return text.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not "\u0300" <= c <= "\u036f").lower()
    return plain.translate(_table())


@cache
def _table() -> dict[int, str]:
    return {ord(letter): plain for letter, plain in LETTERS.items()}


def first_letter(text: str) -> str:
    """The letter under which an index lists a text: its first letter or digit, marks passed over."""
    first = next((c for c in fold(text) if c.isalnum()), "")
    if first.isalpha():
        return first.upper() if first < _LAST_ALPHABET else OTHERS
    return NUMBERS
