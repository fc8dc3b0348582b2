"""Objectives that read like key results: "Increase revenue by 20%", "Go from 5 to 9 markets", "Win 50 customers".

Names stay silent: the "$1B market", the "top 1%", "100% remote", "from zero to one".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from okrlint.linting.wording.numbers import Measure, from_to, measures
from okrlint.linting.wording.phrases import Token, match, tokens
from okrlint.linting.wording.prose import MOST_READ, readable, without_tags
from okrlint.linting.wording.words import LANGUAGE, words

_FILE = "figures"
_CURRENCIES = frozenset(("$", "€", "£", "¥", "USD", "EUR", "GBP", "CHF", "AUD", "CAD"))
_WHOLE = frozenset(map(Decimal, (100, 101, 110, 150, 200, 360, 1000)))
"""Shares that people say when they mean "entirely"."""
_MANY = 10
"""A plain number from here on is a count and not a name: "our two products"."""


def figure(text: str, language: str = LANGUAGE) -> Measure | None:
    """The number that makes an objective read like a key result; None where there is none."""
    if not _sign().search(text):
        return None
    prose = without_tags(readable(text[:MOST_READ]))
    found = measures(prose, language)
    pair = from_to(prose, language)
    if pair and pair[1].value != 1:
        return pair[0]._replace(text=prose[pair[0].start : pair[1].end], end=pair[1].end)
    return next((measure for measure in found if _is_goal(prose, measure, language)), None)


def _is_goal(prose: str, measure: Measure, language: str) -> bool:
    before, behind = tokens(prose[: measure.start]), tokens(prose[measure.end :])
    if measure.unit == "%":
        return not _is_name_of_share(measure, before, behind, language)
    if measure.unit in _CURRENCIES:
        return not any(token.word in words(_FILE, "kinds of money", language) for token in behind[:2])
    opening = match(before, 0, _FILE, "counting verbs", language) if before else None
    is_count = measure.unit == "" and measure.value >= _MANY and bool(behind)
    return is_count and opening is not None and opening.last == len(before)


@cache
def _sign() -> re.Pattern[str]:
    """A quick look that most objectives do not pass; counts that are spelt out are left alone."""
    return re.compile(r"[\d%$€£¥]")


def _is_name_of_share(measure: Measure, before: Sequence[Token], behind: Sequence[Token], language: str) -> bool:
    if before and before[-1].word in words(_FILE, "places", language):
        return True
    next_word = behind[0].word if behind else ""
    if next_word in words(_FILE, "behind a share", language):
        return True
    always = [token.word for token in behind[:3]] == ["of", "the", "time"]
    return measure.value in _WHOLE and (next_word != "of" or always)
