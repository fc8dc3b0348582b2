"""Whether words name a pipeline metric: how many leads, trials, sessions or qualified opportunities came in.

The words are in `<language>/pipeline.txt`. Every occurrence is judged where it stands, because the same word
is a metric in "25% more leads" and none in "tech leads", "cost per lead" or "lead conversion rate".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from okrlint.linting.wording.prose import readable
from okrlint.linting.wording.words import LANGUAGE, word_lists, words
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.key_result import KeyResult

Words = tuple[str, ...]

_FILE = "pipeline"
_RATIO_UNITS = frozenset({"%", "‰", "x", "pp", "percent", "ratio", "rate", "points", "percentage points"})
_CURRENCY_SIGNS = frozenset("$€£¥")
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "min", "h", "ms"})
_MOST_READ = 500
"""Characters of a text that are read: more than any title has."""
_START, _NUMBER = ("start",), ("number",)
"""How the table's `<start>` and `<number>` read as tokens."""


def is_pipeline(key_result: KeyResult, language: str = LANGUAGE) -> bool:
    """Whether a key result counts what comes into the pipeline, so that it can grow quarter over quarter.

    The category of the registered metric decides; without one the words of the metric, else of the title.
    Ratios, prices, times and a baseline of 0 (a channel that starts from nothing) are exempt.
    """
    start = key_result.baseline.value if key_result.baseline is not None else None
    if is_rate(key_result) or (start is not None and start.value == 0):
        return False
    registered = key_result.registered
    if registered is not None and registered.category is not None:
        return registered.category == "pipeline" and not _is_price(registered.name or registered.id or "")
    text = measured_text(key_result)
    return names_pipeline_metric(text, language) and (not is_money(key_result.unit) or "pipeline" in tokens(text))


def counts_all_leads(key_result: KeyResult, language: str = LANGUAGE) -> bool:
    """Whether the key result counts leads of every kind, so that the sum of a pipeline file is the same number.

    "1,000 leads" does; "300 partner leads" and "90 leads from webinars" are parts of them.
    """
    found = {token for token in tokens(measured_text(key_result)) if not token[0].isdigit()}
    return bool(found & {"leads", "mqls"}) and found <= words(_FILE, "all leads", language)


def measured_text(key_result: KeyResult) -> str:
    """The words that say what is measured: those of the metric, else of the title."""
    name = key_result.registered.name if key_result.registered is not None else None
    return name or key_result.metric or key_result.title or ""


def is_rate(key_result: KeyResult) -> bool:
    """Whether the key result is measured as a share, as a price or number for one, or as a time."""
    unit = key_result.unit.lower()
    return unit in _RATIO_UNITS or unit.rstrip("s") in _TIME_UNITS or " per " in unit or "/" in unit


def is_money(unit: str) -> bool:
    """Whether a unit is a currency: a sign, or a code of three capitals."""
    return unit in _CURRENCY_SIGNS or (len(unit) == len("USD") and unit.isascii() and unit.isupper())


@lru_cache(maxsize=4096)
def names_pipeline_metric(text: str, language: str = LANGUAGE) -> bool:
    """Whether a title or the name of a metric speaks of a volume that enters the pipeline."""
    found = tokens(text)
    if _openers(language).isdisjoint(found):
        return False
    return any(_is_volume(found, start, end, language) for start, end in _occurrences(found, language))


@cache
def _openers(language: str) -> frozenset[str]:
    """The words at which what may be a volume begins; most titles have none of them."""
    rows = (row for section in ("singular", "needs before", "needs after") for row in _neighbours(section, language))
    return frozenset(words[0] for words in (*_phrases("volumes", language).every, *rows) if words)


@lru_cache(maxsize=4096)
def names_conversion_rate(text: str, language: str = LANGUAGE) -> bool:
    """Whether a text speaks of the rate from one step of the funnel to a later one."""
    found = tokens(text)
    if _names(found, "conversion", language):
        return True
    starts, ends = words(_FILE, "conversion from", language), words(_FILE, "conversion to", language)
    steps = zip(found, found[1:], found[2:], strict=False)
    return any(middle == "to" and first in starts and last in ends for first, middle, last in steps)


@lru_cache(maxsize=4096)
def names_supporting_metric(text: str, language: str = LANGUAGE) -> bool:
    """Whether a text speaks of cost, quality or retention: what keeps a volume honest."""
    return _names(tokens(text), "supporting", language)


@lru_cache(maxsize=4096)
def names_outcome(text: str, language: str = LANGUAGE) -> bool:
    """Whether a text speaks of what a pipeline leads to: customers or revenue."""
    return _names(tokens(text), "outcomes", language)


@lru_cache(maxsize=4096)
def tokens(text: str) -> Words:
    """The words of a text in lower case; hyphens part words, and labels such as `[P1]` in front are left out."""
    between, token = _patterns()
    return tuple(token.findall(between.sub(" ", readable(text[:_MOST_READ]).lower())))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    between = re.compile(r"[-\u2010-\u2013_]|\A\s*(?:\[[^\]]{0,40}\]\s*)+")
    return between, re.compile(r"[^\W_][\w&'’]*(?::\d+)?|[%/$€£¥]")


def _is_price(name: str) -> bool:
    return any(word in ("cost", "cpl", "cpa", "per") for word in tokens(name))


def _occurrences(found: Words, language: str) -> Iterator[tuple[int, int]]:
    """Where a word stands that may name a volume: its first token, and the one behind its last."""
    volumes, heads = _phrases("volumes", language), _neighbours("singular", language)
    for start in range(_end_of_what(found, language)):
        length = _phrase_at(found, start, volumes)
        if length or _is_qualified(found, start, language):
            yield start, start + (length or 1)
            continue
        length = next((n for n in (2, 1) if found[start : start + n] in heads), 0)
        head = start + length
        if length and found[head : head + 1] in heads[found[start:head]]:
            yield start, head + 1


def _is_qualified(found: Words, at: int, language: str) -> bool:
    """Whether an ordinary word such as `opportunities` has a neighbour that makes it a metric."""
    noun = found[at : at + 1]
    before, after = (_neighbours(name, language).get(noun) for name in ("needs before", "needs after"))
    if before is None and after is None:
        return False
    if noun == ("pipeline",) and any(token in _CURRENCY_SIGNS for token in found):
        return True
    return _stands_behind(found, at, before or frozenset()) or found[at + 1 : at + 2] in (after or ())


def _stands_behind(found: Words, at: int, allowed: frozenset[Words]) -> bool:
    """Whether one of the phrases, a number or the start stands before a word, as the table asks."""
    end = at
    while end and found[end - 1][0].isdigit():
        end -= 1
    if end < at and _NUMBER in allowed:
        return True
    return _START in allowed if end == 0 else any(found[max(0, end - n) : end] in allowed for n in (1, 2))


def _is_volume(found: Words, start: int, end: int, language: str) -> bool:
    """Whether the word here is really counted: no other thing of that name, no share, not only worked on."""
    noun = found[start : start + 1]
    work, before, after = (
        _neighbours(section, language).get(noun, frozenset()) for section in ("work on", "not before", "not after")
    )
    if found[0] in words(_FILE, "work", language) or found[:1] in work:
        return False
    if any(found[max(0, start - len(phrase)) : start] == phrase for phrase in before):
        return False
    return _behind(found, end) not in after and not _is_ratio(found, start, end, language)


def _behind(found: Words, end: int) -> Words:
    """The next word, unless a number follows it: in `visits to 12,000` visits are counted."""
    behind = found[end : end + 2]
    return () if behind[1:] and behind[1][0].isdigit() else behind[:1]


def _is_ratio(found: Words, start: int, end: int, language: str) -> bool:
    """Whether a word is part of a share, a price or a time: per lead, leads per rep, rate of trials."""
    if any(token in words(_FILE, "ratio before", language) for token in found[max(0, start - 2) : start]):
        return True
    first, second = (*found[end : end + 2], "", "")[:2]
    if first in ("per", "/"):
        return second not in words(_FILE, "periods", language)
    if first == "to" and second in words(_FILE, "conversion to", language):
        return True
    if not {first, second}.isdisjoint(words(_FILE, "ratio after", language)):
        return True
    shares = words(_FILE, "ratio of", language)
    near = range(max(1, start - 3), start)
    of = words(_FILE, "of", language)
    return any(found[at] in of and found[at - 1] in shares for at in near)


def _end_of_what(found: Words, language: str) -> int:
    """Where a title stops saying what and begins to say how: `… by improving the trial`."""
    means = _phrases("means", language)
    if "by" not in found and means.openers.isdisjoint(found):
        return len(found)
    for at in range(1, len(found)):
        gerund = found[at - 1] == "by" and found[at].endswith("ing")
        if gerund or _phrase_at(found, at, means):
            return at
    return len(found)


def _names(found: Words, section: str, language: str) -> bool:
    phrases = _phrases(section, language)
    if phrases.openers.isdisjoint(found):
        return False
    return any(_phrase_at(found, at, phrases) for at in range(len(found)))


def _phrase_at(found: Words, at: int, phrases: _Phrases) -> int:
    """How many tokens the longest phrase that stands here has; 0 for none."""
    lengths = range(min(phrases.longest, len(found) - at), 0, -1)
    return next((length for length in lengths if found[at : at + length] in phrases.every), 0)


class _Phrases(NamedTuple):
    every: frozenset[Words]
    longest: int
    openers: frozenset[str]
    """The first word of each."""


@cache
def _phrases(section: str, language: str) -> _Phrases:
    every = frozenset(tokens(entry) for entry in word_lists(_FILE, language)[section])
    openers = frozenset(phrase[0] for phrase in every if phrase)
    return _Phrases(every, max(map(len, every), default=0), openers)


@cache
def _neighbours(section: str, language: str) -> dict[Words, frozenset[Words]]:
    """A table of the file: each noun with the phrases behind its colon, of every language that has a row for it."""
    found: dict[Words, frozenset[Words]] = {}
    for entry in word_lists(_FILE, language)[section]:
        noun, _, row = entry.partition(":")
        key = tokens(noun)
        found[key] = found.get(key, frozenset()).union(tokens(phrase) for phrase in row.split(", "))
    return found
