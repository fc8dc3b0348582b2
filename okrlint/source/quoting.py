"""How to write a text as one YAML scalar that every version of YAML reads as that text."""

from __future__ import annotations

import datetime
import re
import unicodedata
from functools import cache

_FIRST = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`.]"""
"""Signs that begin no other thing than plain text, in any version."""
_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<"))
_DATE = r"\d{4}-\d\d-\d\d"
_NUMBER_OR_TIME = r"""
    [-+]?(0b[01_]*|0o?[0-7_]*|0x[0-9a-fA-F_]*)       # other bases
    | [-+]?\d[\d_]*(\.[\d_]*)?([eE][-+]?\d+)?        # decimal, with the underscores of YAML 1.1
    | [-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?           # base 60: 1:30
    | [-+]?\..*                                      # .5, infinity, not a number
    | \d{4}-\d\d?-\d\d?([Tt\s].*)?                   # dates and times
"""
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}
_WIDTHS = ((2, "x"), (4, "u"), (8, "U"))
_EMOJI_JOINER = "\u200d"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    ambiguous = re.compile(_NUMBER_OR_TIME, re.VERBOSE)
    structure = re.compile(r":(\s|$)|\s#|^(---|\.\.\.)")
    return re.compile(rf"{_FIRST}|-[\d$€£]"), ambiguous, structure


def quote(text: str, *, in_flow: bool = False) -> str:
    """The text as a YAML scalar on one line: plain where that is safe, else in quotes.

    Safe means that parsers of YAML 1.1 and 1.2 read the same text, with one exception: a day such as 2026-10-19 stays
    plain, as plans are written, though YAML 1.1 makes a date of it. `in_flow` is for a place inside brackets or braces.
    """
    if _is_day(text) or (_is_plain(text) and not (in_flow and re.search(r"[,\[\]{}:?]", text))):
        return text
    if not all(map(stands_for_itself, text)) or ("\\" not in text and '"' not in text):
        return f'"{"".join(map(_escaped, text))}"'
    return "'" + text.replace("'", "''") + "'"


def _is_day(text: str) -> bool:
    """Whether a text is a day that exists; older parsers break on any other."""
    if re.fullmatch(_DATE, text) is None:
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_plain(text: str) -> bool:
    first, ambiguous, structure = _patterns()
    return (
        first.match(text) is not None
        and text == text.strip()
        and text.lower() not in _WORDS
        and ambiguous.fullmatch(text) is None
        and structure.search(text) is None
        and all(map(stands_for_itself, text))
    )


@cache
def stands_for_itself(character: str) -> bool:
    """Whether a character can be seen, or is a part of what can be seen, and no parser breaks a line at it."""
    if character in (" ", _EMOJI_JOINER):
        return True
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in "\ufffe\uffff"


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if stands_for_itself(character):
        return character
    code = f"{ord(character):X}"
    width, letter = next((width, letter) for width, letter in _WIDTHS if len(code) <= width)
    return f"\\{letter}{code:0>{width}}"
