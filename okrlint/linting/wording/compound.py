"""Two measures in one title: "Publish 5 case studies and raise the click rate by 10%".

A title is compound when two numbers that each measure something are joined by "and", a comma or a semicolon.
"From 5 to 7", "between 5 and 7", "5 or 7" and "4 hours and 30 minutes" are one number; "in 3 countries",
"within 4 hours", "2 of 6" and "50 of them new" say more about the first one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from okrlint.linting.wording.numbers import Measure, measures
from okrlint.linting.wording.phrases import Token, find, has, match, tokens
from okrlint.linting.wording.prose import MOST_READ, blank, readable, without_tags
from okrlint.linting.wording.words import LANGUAGE, alternatives, word_lists, words
from okrlint.tuples import NamedTuple

_FILE = "compound"
_JOINING_SIGNS = (",", ";", "&", "+")
_REACH = 24
"""Characters before and behind a number that may belong to it."""
_NEAR, _LONGEST_LIST = 3, 3
_BETWEEN_TWO_OF_ONE = frozenset(
    ("", "and", "&", "or", "/", "-", "–", "—", "to", "of", "out of", "x", "×", "→", "->", "=")
)


class Compound(NamedTuple):
    """The second measure of a title, with its place."""

    text: str
    start: int
    end: int


def second_measure(text: str, language: str = LANGUAGE) -> Compound | None:
    """The number of a title that measures something else than the one before it; None where there is one measure."""
    if not _may_be_compound(text.lower(), language):
        return None
    prose = _aside().sub(blank, without_tags(readable(text[:MOST_READ])))
    last: Measure | None = None
    aside: Measure | None = None
    for measure in measures(prose, language):
        if last is not None and _is_one(prose, last, measure, language):
            last = measure._replace(start=last.start)
        elif _is_condition(prose, measure, language) or (aside and _is_listed(prose, aside, measure)):
            aside = measure
        elif last is not None and not _is_pronoun(prose, measure) and _joins(prose, last, measure, language):
            return Compound(measure.text, measure.start, measure.end)
        else:
            last, aside = measure, None
    return None


def _is_one(prose: str, first: Measure, second: Measure, language: str) -> bool:
    """Whether two numbers are a range, a share, a time in hours and minutes, or two of one thing."""
    gap = prose[first.end : second.start].strip().lower()
    if gap in _BETWEEN_TWO_OF_ONE:
        return True
    before = tokens(prose[max(0, first.start - _REACH) : first.start])
    if not before or before[-1].word not in words(_FILE, "range openings", language):
        return False
    return bool(_range_middle(language).fullmatch(gap))


def _is_pronoun(prose: str, measure: Measure) -> bool:
    """Whether "one" stands for what was named before: "offer 6 workshops and hold at least one"."""
    return measure.value == 1 and measure.text.isalpha() and not re.match(r" \w", prose[measure.end :])


def _is_listed(prose: str, aside: Measure, measure: Measure) -> bool:
    """Whether a number stands in one list with a condition: "in 3 countries and 2 languages"."""
    gap = tokens(prose[aside.end : measure.start])
    return aside.unit == measure.unit and 1 < len(gap) <= _LONGEST_LIST


def _joins(prose: str, first: Measure, second: Measure, language: str) -> bool:
    """Whether a join stands between two numbers, and nothing that makes the second a part of the first."""
    gap = prose[first.end : second.start]
    found = tokens(gap)
    ends = [found[join.last - 1].end for join in find(found, _FILE, "joins", language)]
    ends += [at + 1 for at, sign in enumerate(gap) if sign in _JOINING_SIGNS and sign != ","]
    at = max(ends, default=gap.rfind(",") + 1)
    if not at:
        return False
    behind = tokens(prose[second.end : second.end + _REACH])[:_NEAR]
    return not _is_part(tokens(gap[at:]), behind, language, by_comma=not ends)


def _is_part(clause: Sequence[Token], behind: Sequence[Token], language: str, *, by_comma: bool) -> bool:
    """Whether a clause behind a join says more about the number before it; "and at least 5 talks" does not."""
    if by_comma and has(behind, _FILE, "of the first", language):
        return True
    if [token.word for token in clause] in (["a"], ["an"]):
        return any(token.word in words(_FILE, "a change again", language) for token in behind)
    if not clause or (not by_comma and match(clause, 0, _FILE, "limits", language)):
        return False
    return match(clause, 0, _FILE, "behind a join", language) is not None


def _is_condition(prose: str, measure: Measure, language: str) -> bool:
    """Whether a preposition makes a number a condition: "in 3 countries", "within 4 hours"."""
    before = tokens(prose[max(0, measure.start - _REACH) : measure.start])
    if before and before[-1].word == "of":
        return _is_size(prose, measure, language)
    return any(
        (phrase := match(before, at, _FILE, "conditions", language)) and phrase.last == len(before)
        for at in range(max(0, len(before) - 3), len(before))
    )


def _is_size(prose: str, measure: Measure, language: str) -> bool:
    """Whether the number behind "of" is a size, as in "meetups of 50 people", and not a value, as in "an NPS of 40"."""
    behind = tokens(prose[measure.end : measure.end + _REACH])
    return bool(behind) and behind[0].start == 1 and match(behind, 0, _FILE, "joins", language) is None


def _may_be_compound(low: str, language: str) -> bool:
    """A quick look that most titles do not pass: a sign of a join, and two words that may be numbers."""
    if not any(sign in low for sign in _signs_of_a_join(language)):
        return False
    spoken = _number_words(language)
    return (
        sum(word[-1].isdigit() or word[0].isdigit() or word[1:2].isdigit() or word in spoken for word in low.split())
        > 1
    )


@cache
def _number_words(language: str) -> frozenset[str]:
    lists = word_lists("numbers", language)
    return frozenset(entry.split(" ")[0] for name in ("number words", "factor words") for entry in lists[name])


@cache
def _signs_of_a_join(language: str) -> tuple[str, ...]:
    return (*_JOINING_SIGNS, *(f" {entry} " for entry in word_lists(_FILE, language)["joins"]))


@cache
def _range_middle(language: str) -> re.Pattern[str]:
    return re.compile(rf"[^,;]{{0,60}}\b(?:{alternatives('numbers', 'to', language)}|and)(?: at)?(?: least| most)?")


@cache
def _aside() -> re.Pattern[str]:
    """What stands in brackets explains what stands before them."""
    return re.compile(r"\([^()\n]{0,200}\)|\[[^\[\]\n]{0,200}\]")
