"""R21: no regular expression of okrlint is slow on any text: four times the text never takes much more than four times the time."""

from __future__ import annotations

import re
import time

import pytest

from tests.bars.conftest import Figure, Size
from tests.bars.patterns import Found, own_patterns

_SHORT = 2000
"""Characters; the longest line that the reader lets through is 10,000 bytes."""
_STEEP = 8.0
"""Time of four times the text against time of the text: 4 is linear, 16 is quadratic."""
_NO_MATTER = 0.002
"""Seconds."""
_PUMPS = (
    *(
        "a",
        "A",
        "x",
        "X",
        "1",
        " ",
        "-",
        "_",
        ".",
        ",",
        "'",
        "(",
        "[",
        "<",
        "`",
        "*",
        "?",
        "%",
        "$",
        "@",
        ":",
        "/",
        "\\",
    ),
    *(
        "a ",
        "1 ",
        "1,",
        "1.",
        "1_",
        "a-",
        "a,",
        "a.",
        "a'",
        "()",
        "[]",
        "[a]",
        "(a",
        "to ",
        "from 1 to 2 ",
        "by 10% ",
        "X% ",
    ),
    *("http://a.b/", "www.", "a@b.", "Q1 ", "2026-", "10% of ", "new ", "und ", "\u00e4", "\u00e4 ", "\n", "\t"),
)


_OWN = ("okrlint.linting.examples",)
"""Modules whose patterns see texts of ours only."""


def test_no_pattern_is_slow(size: Size, figure: Figure) -> None:
    """Each pattern, on each text that repeats something, used as the code uses it."""
    patterns = [found for found in own_patterns() if found.module not in _OWN]
    pumps = size.some(list(_PUMPS), 4)
    steep = [
        (each.module, each.pattern.pattern[:200], pump) for each in patterns for pump in pumps if _is_steep(each, pump)
    ]
    figure(f"{len(patterns)} patterns on {len(pumps)} kinds of text, {len(steep)} slow")
    assert steep == []


@pytest.mark.parametrize(("pattern", "pump"), [(r"\s+$", " "), (r"[^\W\d_]+\Z", "a")])
def test_a_slow_pattern_would_be_noticed(pattern: str, pump: str) -> None:
    """The test itself sees what is quadratic; what is worse would not end at all."""
    assert _is_steep(Found("here", re.compile(pattern), frozenset({"search"})), pump)


def _is_steep(found: Found, pump: str) -> bool:
    """Whether time grows faster than the text; what takes under two milliseconds is no matter."""
    if _seconds(found, pump, _SHORT) < _NO_MATTER:
        return False
    # The quickest of several, so that a moment in which the machine was busy is not taken for the pattern.
    short, long = (min(_seconds(found, pump, length) for _ in range(5)) for length in (_SHORT, 4 * _SHORT))
    return long > _STEEP * short


def _seconds(found: Found, pump: str, length: int) -> float:
    text = (pump * length)[:length] + "!"
    started = time.process_time()
    if not found.is_anchored:
        for _ in found.pattern.finditer(text):
            pass
    found.pattern.fullmatch(text)
    return time.process_time() - started
