"""Numbers that name something, taken out of a text before anybody looks at what it measures.

All forms of names as one regular expression take five milliseconds to compile, a tenth of what a whole check may last,
and few texts have the words for more than a few of them. So the expression is made of the forms that a text can have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from okrlint.linting.wording.prose import blank
from okrlint.linting.wording.words import alternatives, phrases, word_lists, words

_FILE = "numbers"
_ANY, _PERIODS, _QUARTERS = "any", "periods", "quarters"
_QUARTER_SIGNS = tuple(f"{letter}{number}" for letter in "qh" for number in "1234")

_NOT_REACHED = "(?<!in )(?<!into )(?<!in the )(?<!into the )(?<!to the )(?<!among the )(?<!reach the )"
_NO_MEASURE = r"(?!(?:USD|EUR|GBP|CHF|AUD|CAD)\d)(?!x\d{1,2}(?!\w))(?!sub-)"


def without_names(prose: str, language: str) -> str:
    """The text with the numbers blanked that name something; offsets stay."""
    if not prose.isascii() or not _idiom_words(language).isdisjoint(words_of(prose)):
        prose = _idioms(language).sub(blank, prose)
    return _names_in(prose, language).sub(blank, prose) if has_digit(prose) or not _have_digits(language) else prose


def has_digit(text: str) -> bool:
    """Whether a text has a digit of any script."""
    return _digit().search(text) is not None


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters."""
    return frozenset(_word().findall(text.lower()))


def first_words(entries: Iterable[str]) -> frozenset[str]:
    """The first word of each entry of a list: a text of ASCII without any of them has no entry either."""
    return frozenset(found.group() for found in map(_word().search, map(str.lower, entries)) if found)


def _names_in(prose: str, language: str) -> re.Pattern[str]:
    if not prose.isascii():  # where letters have several forms, as in ſt
        return _names(language)
    found = words_of(prose)
    topics = [topic for topic, signs in _topics(language).items() if not signs.isdisjoint(found)]
    small = prose.lower()
    quarters = (_QUARTERS,) if any(sign in small for sign in _QUARTER_SIGNS) else ()
    return _names_about((_ANY, *quarters, *topics), language)


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"\d")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+")


@cache
def _have_digits(language: str) -> bool:
    """Whether every name of the list has a digit; all other forms of names have."""
    return all(map(has_digit, word_lists(_FILE, language)["names"]))


@cache
def _idioms(language: str) -> re.Pattern[str]:
    return phrases(_FILE, "word idioms", language)


@cache
def _idiom_words(language: str) -> frozenset[str]:
    return first_words(word_lists(_FILE, language)["word idioms"])


@cache
def _parts(language: str) -> tuple[tuple[str, str], ...]:
    """Every form that a name can have, in the order of trying, each with the topic that a text must have for it."""
    months, labels = (alternatives(_FILE, name, language) for name in ("months", "labels"))
    long, short = (alternatives(_FILE, name, language) for name in ("long periods", "short periods"))
    window, within = (alternatives(_FILE, name, language) for name in ("window words", "period openings"))
    day = alternatives(_FILE, "day endings", language)
    return (
        (_ANY, r"20\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?(?![\d%])"),  # 2026-10, 2026-10-31
        (_QUARTERS, r"(?:FY|CY)? ?['’]?(?:20)?\d\d[-/ ]?[QH][1-4](?!\w)"),  # 2026-Q4, FY27-Q1
        (_QUARTERS, r"[QH][1-4](?:[-–/][QH]?[1-4])?(?:[ /'’-]?20\d\d|['’/-]\d\d)?(?!\w)"),  # Q3, Q1-2, Q4 2026
        (_ANY, r"(?:FY|CY)[ -]?['’]?\d{2,4}(?!\w)"),
        (_ANY, r"v\.?\d[\d.]*(?!\w)"),  # v2.1
        (_ANY, r"(?!\d{1,3}(?:\.\d{3}){2,}(?!\d))\d+\.\d+\.\d[\d.]*"),  # 2.1.3, but not 1.234.567
        ("labels", rf"(?:{labels})[ -]#?\d[\d.]*(?![\w%])(?!,\d)"),  # Tier 1, RFC 97
        (_ANY, r"#\d+"),
        ("names", rf"(?:{alternatives(_FILE, 'names', language)})(?![\w%])"),
        ("months", rf"\d{{1,2}}(?:{day})?(?: of)?[ -](?:{months})(?!\w)"),  # 31 December
        ("months", rf"(?:{months})\.? \d{{1,2}}(?:st|nd|rd|th)?(?![\w%])(?!,\d\d\d)"),  # Dec 31
        (_ANY, r"\d+(?:st|nd|rd|th)(?!\w)"),
        (_ANY, r"\d{1,2}:\d\d(?!\w)"),
        (_ANY, r"\d{1,2} ?[ap]m(?!\w)"),
        (_ANY, r"\d{1,2}[./]\d{1,2}[./](?:20)?\d\d(?!\w)"),  # 31/12/2026
        *([(_ANY, r"\d{1,2}\.\d{1,2}\.(?!\d)")] if "." in words(_FILE, "day endings", language) else ()),  # 31.12.
        (_ANY, r"20[1-4]\d(?:/\d\d)?(?![\w%])(?![.,]\d)(?! ?%)"),  # years
        (_PERIODS, rf"\d+-(?:{long}|{short})(?!\w)"),  # 30-day
        (_PERIODS, rf"(?:{window})(?: (?:{window}))? \d+ (?:{long}|{short})(?!\w)"),  # in the last 30 days
        (_PERIODS, rf"(?:{within}) \d+ (?:{long})(?!\w)"),  # over 3 months
        (_ANY, rf"{_NOT_REACHED}top[ -]\d+(?!\w)"),
        # letters and digits: S3, k8s, COVID-19; but not USD300, x3, sub-10
        (_ANY, rf"{_NO_MEASURE}[^\W\d_]{{1,40}}(?:-[^\W\d_]{{1,40}})?-?\d[\w-]*"),
    )


@cache
def _topics(language: str) -> dict[str, frozenset[str]]:
    """The words of which a text has at least one where it has a topic."""
    topics = {section: first_words(word_lists(_FILE, language)[section]) for section in ("labels", "names", "months")}
    periods = (entry for length in ("long", "short") for entry in word_lists(_FILE, language)[f"{length} periods"])
    return {**topics, _PERIODS: first_words(periods)}


@cache
def _names(language: str) -> re.Pattern[str]:
    """Every name."""
    return _names_about((_ANY, _QUARTERS, *_topics(language)), language)


@cache
def _names_about(topics: tuple[str, ...], language: str) -> re.Pattern[str]:
    """The names that a text with some topics can have."""
    parts = "|".join(part for topic, part in _parts(language) if topic in topics)
    return re.compile(rf"(?<![\w.,$€£¥-])(?:{parts})", re.IGNORECASE)
