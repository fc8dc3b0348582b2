"""Numbers in text that measure something, apart from those that name something.

`P0`, `Q3`, `FY23`, `v2.1`, `#44`, `Tier 1`, `S3`, `k8s`, `RFC 97`, dates, years and windows of time such as
`30-day` are names; `25%`, `$1.2M`, `10x`, `1,000` and `two` are measures.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise

from okrlint.linting.wording.number_names import first_words, has_digit, without_names, words_of
from okrlint.linting.wording.prose import readable
from okrlint.linting.wording.words import LANGUAGE, alternatives, phrases, word_lists, words
from okrlint.tuples import NamedTuple

_FILE = "numbers"
_LONGEST_PREPOSITION = 20


class Measure(NamedTuple):
    """A number with its unit and its place in the text."""

    text: str
    value: Decimal
    unit: str
    """`%`, a currency, `x` for a factor, a unit of time, or empty."""
    start: int
    end: int
    step: Decimal = Decimal(1)
    """From this number to the next one that could have been said so: 0.1 for "1.2%", 100,000 for "$1.2M"."""


@lru_cache(maxsize=512)
def measures(text: str, language: str = LANGUAGE) -> tuple[Measure, ...]:
    """Every measure of a text in reading order; remembered, because several rules read the same title."""
    prose = without_names(readable(text), language)
    found = [_measure(match, language) for match in _number(language).finditer(prose)] if has_digit(prose) else []
    if not prose.isascii() or not _number_words(language).isdisjoint(words_of(prose)):
        found += [_spoken(match, language) for match in _number_word(language).finditer(prose)]
    return tuple(sorted(found, key=lambda measure: measure.start))


def from_to(text: str, language: str = LANGUAGE) -> tuple[Measure, Measure] | None:
    """The two numbers of an unambiguous "from A to B" or "A → B"; None where there is not exactly one."""
    pairs = [pair for pair in pairwise(measures(text, language)) if _leads(text, *pair, language)]
    return pairs[0] if len(pairs) == 1 else None


def by_percent(text: str, language: str = LANGUAGE) -> Measure | None:
    """The only "by N%" of a text, negative behind a verb that lowers; None where there is not exactly one."""
    shares = [measure for measure in measures(text, language) if measure.unit == "%"]
    if len(shares) != 1 or not _ends_with("by", language).search(text[: shares[0].start]):
        return None
    before, behind = text[: shares[0].start], text[shares[0].end :]
    lowers = phrases(_FILE, "lowering verbs", language).search(before) or _closes("lowering", behind, language)
    return shares[0]._replace(value=-shares[0].value) if lowers else shares[0]


def direction(prose: str, language: str = LANGUAGE) -> str | None:
    """What a title says to do with its number, by the verb at its beginning, or at its end in languages that end so.

    `increase`, `decrease`, or None where it cannot be told.
    """
    for word, meant in (("raising", "increase"), ("lowering", "decrease")):
        if phrases(_FILE, f"{word} verbs", language).match(prose.lstrip()) or _closes(word, prose, language):
            return meant
    return None


def _closes(word: str, prose: str, language: str) -> bool:
    """Whether a text ends with a verb that raises, or lowers."""
    section = f"{word} verbs at the end"
    return bool(word_lists(_FILE, language)[section]) and bool(_ends_with(section, language).search(f"{prose}."))


def _leads(text: str, first: Measure, second: Measure, language: str) -> bool:
    between = text[first.end : second.start].strip()
    if between in ("→", "->", "-->", "=>"):
        return True
    reach = text[max(0, first.start - _LONGEST_PREPOSITION) : first.start]
    return bool(_ends_with("from", language).search(reach) and _joins(language).fullmatch(between))


@cache
def _ends_with(section: str, language: str) -> re.Pattern[str]:
    """The words of a section at the end of a text, with at most a sign such as `~` behind them."""
    return re.compile(rf"\b(?:{alternatives(_FILE, section, language)})\W{{1,3}}\Z", re.IGNORECASE)


@cache
def _joins(language: str) -> re.Pattern[str]:
    """What may stand between the two numbers: "sign-ups to", "to"."""
    return re.compile(rf"[^.;:,]{{0,40}}\b(?:{alternatives(_FILE, 'to', language)})", re.IGNORECASE)


def _measure(found: re.Match[str], language: str) -> Measure:
    number, scale, unit, money, plural = found.group("number", "scale", "unit", "money", "plural")
    power = _pairs("scales", language)[scale] if scale else 0
    value, step = (part.scaleb(int(power)) for part in _value(number, language))
    text = found.group().removesuffix(plural or "").strip()
    unit = (money or "").strip() or _unit(unit or "", language)
    return Measure(text, value, unit, found.start(), found.end(), step)


def _value(number: str, language: str) -> tuple[Decimal, Decimal]:
    """A number as written, and the step to the next one that could be written with as many digits."""
    over, _, under = number.partition("/")
    if under:
        parts = Decimal(under) if under.strip("0") else Decimal(1)
        return Decimal(over) / parts, 1 / parts
    plain = over
    for thousands, decimal in map(tuple, word_lists(_FILE, language)["number signs"]):
        grouped = re.fullmatch(rf"\d{{1,3}}(?:[{thousands}]\d{{3}})+(?:[{decimal}]\d+)?", over)
        if grouped or re.fullmatch(rf"\d+[{decimal}]\d+", over):
            plain = (over.replace(thousands, "") if grouped else over).replace(decimal, ".")
            break
    return Decimal(plain), Decimal(1).scaleb(-len(plain.partition(".")[2]))


def _unit(unit: str, language: str) -> str:
    unit = unit.strip().lower()
    if unit == "%" or unit in words(_FILE, "percent words", language):
        return "%"
    return "x" if unit in ("x", "×") or unit in words(_FILE, "factor endings", language) else unit


def _spoken(found: re.Match[str], language: str) -> Measure:
    word = found.group().lower()
    counts, factors = _values(language)
    value, unit = (counts[word], "") if word in counts else (factors[word], "x")
    return Measure(found.group(), value, unit, found.start(), found.end())


@cache
def _values(language: str) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    return _pairs("number words", language), _pairs("factor words", language)


@cache
def _pairs(section: str, language: str) -> dict[str, Decimal]:
    """The words of a section with the values behind them."""
    pairs = (entry.rsplit(" ", 1) for entry in word_lists(_FILE, language)[section])
    return {word: Decimal(value) for word, value in pairs}


@cache
def _number_words(language: str) -> frozenset[str]:
    """The first word of each number that is said in words."""
    return first_words(word for values in _values(language) for word in values)


@cache
def _number_word(language: str) -> re.Pattern[str]:
    counts, factors = _values(language)
    return re.compile(rf"(?<![\w-])(?:{'|'.join((*counts, *factors))})(?![\w-])", re.IGNORECASE)


@cache
def _number(language: str) -> re.Pattern[str]:
    times, percent, factor = (
        alternatives(_FILE, name, language) for name in ("time units", "percent words", "factor endings")
    )
    signs = [(re.escape(entry[0]), re.escape(entry[1])) for entry in word_lists(_FILE, language)["number signs"]]
    grouped = "|".join(rf"\d{{1,3}}(?:{thousands}\d{{3}})+(?:{decimal}\d+)?" for thousands, decimal in signs)
    decimals = "|".join(decimal for _, decimal in signs)
    scales = "|".join(sorted(map(re.escape, _pairs("scales", language)), key=len, reverse=True))
    return re.compile(
        r"(?P<money>[$€£¥]|\b(?:USD|EUR|GBP|CHF|AUD|CAD) ?)?"
        rf"(?<![\w.,])(?P<number>{grouped}|\d+/\d{{1,3}}|\d+(?:(?:{decimals})\d+)?)"
        rf"(?: ?(?P<scale>{scales})(?!\w))?"
        rf"(?P<unit> ?%| ?(?:{percent})(?!\w)| ?[$€£¥]| ?(?:USD|EUR|GBP|CHF)(?!\w)|[x×](?!\w)|{factor}"
        rf"|[ -]?(?:{times})(?! of)(?!\w))?"
        r"(?P<plural>s(?!\w))?"  # 10s of thousands
    )
