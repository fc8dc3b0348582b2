"""Text that ties pay, promotion or personal reviews to OKRs.

Three words must come together in one sentence, each within reach of the next: one for pay, one that links, and
one for OKRs. A negation on the link cancels it ("not tied", "detached from"); a bare "no" does not, since "no
bonus below 0.7" is a link. A word list alone is no use: "pay down debt", "raise the bar" and "bonus feature" are
about other things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from okrlint.linting.wording.prose import blank, readable
from okrlint.linting.wording.words import LANGUAGE, alternatives, phrases, words

_FILE = "compensation"
_REACH = 60
"""Characters between two words that still belong together."""
_PAY = ("perhaps pay", "pay")
_OKR = ("perhaps okr", "okr", "okr by name")
_LINKS = ("conditions", "openers", "loose links", "links")
_PREPOSITION, _OPENER, _LOOSE, _SURE_LINK = range(4)
_SURE_PAY = 1
_ENOUGH, _ENOUGH_FOR_LOOSE = 1, 2
"""The weights of pay and OKR together that make a link of some kind believable."""
_REACH_OF_NOT = 40
_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?](?=\S)[^.!?;\n]*){0,40}")
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


class PayLink(NamedTuple):
    """The words that tie pay to OKRs, with their place in the text."""

    text: str
    start: int
    end: int


class _Word(NamedTuple):
    start: int
    end: int
    weight: int
    """How sure it is: the position of its section in `_PAY`, `_OKR` or `_LINKS`."""


def pay_link(text: str, language: str = LANGUAGE) -> PayLink | None:
    """The first place where a text ties pay to OKRs, or None."""
    if not _any_pay(language).search(text):
        return None
    prose = phrases(_FILE, "look-alikes", language).sub(blank, readable(text))
    for sentence in _SENTENCE.finditer(prose):
        found = _in_sentence(sentence.group(), language)
        if found:
            start, end = sentence.start() + found[0], sentence.start() + found[1]
            return PayLink(text[start:end], start, end)
    return None


def is_pay_field(name: str, language: str = LANGUAGE) -> bool:
    """Whether the name of a field, such as `bonus_weight` or `payoutShare`, is about pay."""
    parts = {part.lower() for part in _NAME_PART.findall(name)}
    return not parts.isdisjoint(words(_FILE, "field words", language))


def _in_sentence(sentence: str, language: str) -> tuple[int, int] | None:
    if any(phrases(_FILE, section, language).search(sentence) for section in ("kept apart", "product")):
        return None
    return _share_or_prize(sentence, language) or _two_factors(sentence, language)


def _share_or_prize(sentence: str, language: str) -> tuple[int, int] | None:
    """A share of pay ("20% of the bonus") or pay as a prize ("to earn the quarterly bonus")."""
    found = _share(language).search(sentence) or _prize(language).search(sentence)
    return found.span() if found else None


def _two_factors(sentence: str, language: str) -> tuple[int, int] | None:
    pay = list(_words(sentence, _PAY, language))
    okr = [*_words(sentence, _OKR, language), *_thresholds(sentence)] if pay else []
    links = list(_links(sentence, language)) if okr else []
    spans = [
        (min(p.start, o.start), max(p.end, o.end))
        for p in pay
        for o in okr
        if _near(p, o) and any(_joins(link, p, o) for link in links)
    ]
    return min(spans, key=lambda span: (span[1] - span[0], span), default=None)


def _words(sentence: str, sections: tuple[str, ...], language: str) -> Iterator[_Word]:
    """The words of some sections, the surest of which comes last."""
    for weight, section in enumerate(sections):
        for found in phrases(_FILE, section, language).finditer(sentence):
            yield _Word(found.start(), found.end(), weight)


def _thresholds(sentence: str) -> Iterator[_Word]:
    """Scores written as numbers, such as 0.7: behind pay they can only be those of OKRs."""
    for found in re.finditer(r"(?<![\w.,$€£])(?:0[.]\d{1,2}|1[.]0)(?![\w%.])", sentence):
        yield _Word(found.start(), found.end(), 0)


def _links(sentence: str, language: str) -> Iterator[_Word]:
    """Every link that is not negated; the weaker ones only where they belong to no negated link."""
    found = list(_words(sentence, _LINKS, language))
    denied = [link for link in found if link.weight > _OPENER and _is_denied(sentence, link, language)]
    sure = [link for link in found if link.weight == _SURE_LINK and link not in denied]
    return iter(sure if denied else found)


def _is_denied(sentence: str, link: _Word, language: str) -> bool:
    """Whether a negation stands shortly before a link, with no "but" or "only" behind it; a lost prize is still one."""
    if sentence[link.start : link.end].lower() in words(_FILE, "prizes", language):
        return False
    before = sentence[max(0, link.start - _REACH_OF_NOT) : link.start]
    nots = list(phrases(_FILE, "no link", language).finditer(before))
    return bool(nots) and not phrases(_FILE, "but", language).search(before, nots[-1].end())


def _near(first: _Word, second: _Word) -> bool:
    """Whether two words are not one and the same, and near enough with a link between them."""
    gap = max(first.start, second.start) - min(first.end, second.end)
    return 0 <= gap <= 2 * _REACH


def _joins(link: _Word, pay: _Word, okr: _Word) -> bool:
    """Whether a link lies within reach of both words, and the three together are sure enough."""
    if link.weight in (_PREPOSITION, _OPENER):
        between = pay.end <= link.start and link.end <= okr.start
        before = link.weight == _OPENER and link.end <= okr.start < pay.start
        return pay.weight == _SURE_PAY and (between or before)
    overlaps = link.start < pay.end and pay.start < link.end
    near = all(max(link.start, word.start) - min(link.end, word.end) <= _REACH for word in (pay, okr))
    wanted = _ENOUGH_FOR_LOOSE if link.weight == _LOOSE else _ENOUGH
    return near and not overlaps and pay.weight + okr.weight >= wanted


@cache
def _any_pay(language: str) -> re.Pattern[str]:
    both = f"{alternatives(_FILE, 'pay', language)}|{alternatives(_FILE, 'perhaps pay', language)}"
    return re.compile(rf"(?<!\w)(?:{both})(?!\w)", re.IGNORECASE)


@cache
def _share(language: str) -> re.Pattern[str]:
    share = r"(?<![\w.])\d[\d.]{0,5} ?(?:%|percent|per cent) of"
    return re.compile(rf"{share} (?:(?:{_determiners(language)}) ){{0,3}}{_own_pay(language)}", re.IGNORECASE)


@cache
def _prize(language: str) -> re.Pattern[str]:
    verbs = rf"\b(?:{alternatives(_FILE, 'earning', language)})"
    return re.compile(rf"{verbs} (?:(?:{_determiners(language)}) ){{1,3}}{_own_pay(language)}", re.IGNORECASE)


def _determiners(language: str) -> str:
    return alternatives(_FILE, "determiners", language)


def _own_pay(language: str) -> str:
    return rf"(?:{alternatives(_FILE, 'own share', language)})(?!\w)"
