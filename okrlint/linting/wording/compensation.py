"""Text that ties pay, promotion or personal reviews to OKRs.

Three words must come together in one sentence, each within reach of the next: one for pay, one that links, and
one for OKRs. A negation on the link cancels it ("not tied", "detached from"); a bare "no" does not, since "no
bonus below 0.7" is a link. A word list alone is no use: "pay down debt", "raise the bar" and "bonus feature" are
about other things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from okrlint.linting.wording.phrases import Found, Token, find, has, match, tokens
from okrlint.linting.wording.prose import readable
from okrlint.linting.wording.words import LANGUAGE, alternatives, has_own, word_lists, words
from okrlint.tuples import NamedTuple

_FILE = "compensation"
_REACH, _REACH_OF_NOT = 60, 40
"""Characters between two words that still belong together."""
_LONGEST_SENTENCE = 200
"""Words after which a sentence is cut: nobody writes such a one, and comparing all of its words would take long."""
_PAY = ("perhaps pay", "pay")
_OKR = ("perhaps okr", "okr", "okr by name")
_LINKS = ("conditions", "openers", "loose links", "links")
_PREPOSITION, _OPENER, _LOOSE, _SURE_LINK = range(4)
_SURE_PAY = 1
_ENOUGH, _ENOUGH_FOR_LOOSE = 1, 2
"""The weights of pay and OKR together that make a link of some kind believable."""
_NAME_PART = re.compile(r"[A-ZÄÖÜ]?[a-zäöüß]+|[A-ZÄÖÜ]+(?![a-zäöüß])")

Sentence = tuple[Token, ...]


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
    may_be_pay = has_own_pay(language) or _has_sign(text, "signs of pay", language)
    if not (may_be_pay and _has_sign(text, "signs of okrs", language)):
        return None
    prose = readable(text)
    for sentence in _sentences(prose, _without_look_alikes(tokens(prose), language)):
        span = _in_sentence(sentence, language)
        if span:
            return PayLink(text[span[0] : span[1]], *span)
    return None


def has_own_pay(language: str) -> bool:
    """Whether a user adds words for pay, which no sign tells of."""
    return has_own(_FILE, "pay", language)


def is_sign_of_pay(word: str, language: str) -> bool:
    """Whether a text with this between two of its blanks may say something of pay."""
    return _stands_in_sign(word, "signs of pay", language)


def is_sign_of_okrs(word: str, language: str) -> bool:
    """The same of OKRs."""
    return _stands_in_sign(word, "signs of okrs", language)


def _stands_in_sign(word: str, section: str, language: str) -> bool:
    """Whether a word could be the first part of a sign; one of several words ends and begins at a blank."""
    low = word.lower()
    for sign in _signs(section, language):
        first, blank, behind = sign.partition(" ")
        if low.endswith(first) and (first or low.startswith(behind)) if blank else sign in low:
            return True
    return False


def _has_sign(text: str, section: str, language: str) -> bool:
    """A quick look that most texts do not pass: plain search is much faster than an expression."""
    low = f" {text.lower()}"
    for sign in _signs(section, language):  # noqa: SIM110  a generator for each text of a run takes twice as long
        if sign in low:
            return True
    return False


def may_have_pay_field(text: str, language: str = LANGUAGE) -> bool:
    """A quick look at a whole file that most do not pass: whether a colon stands behind a word for pay."""
    return _field_sign(language).search(text.lower()) is not None


@lru_cache(maxsize=4096)
def is_pay_field(name: str, language: str = LANGUAGE) -> bool:
    """Whether the name of a field, such as `bonus_weight` or `payoutShare`, is about pay."""
    parts = {part.lower() for part in _NAME_PART.findall(name)}
    return not parts.isdisjoint(words(_FILE, "field words", language))


def _without_look_alikes(found: Sentence, language: str) -> Sentence:
    alike = {at for phrase in find(found, _FILE, "look-alikes", language) for at in range(phrase.first, phrase.last)}
    return tuple(token for at, token in enumerate(found) if at not in alike)


def _sentences(prose: str, found: Sentence) -> Iterator[Sentence]:
    first = 0
    for at in range(1, len(found)):
        ends = not {".", "!", "?", ";", "\n"}.isdisjoint(prose[found[at - 1].end : found[at].start])
        if ends or at - first == _LONGEST_SENTENCE:
            yield found[first:at]
            first = at
    yield found[first:]


def _in_sentence(sentence: Sentence, language: str) -> tuple[int, int] | None:
    if any(has(sentence, _FILE, section, language) for section in ("kept apart", "product")):
        return None
    return _share_or_prize(sentence, language) or _two_factors(sentence, language)


def _share_or_prize(sentence: Sentence, language: str) -> tuple[int, int] | None:
    """A share of pay ("20% of the bonus") or pay as a prize ("to earn the quarterly bonus")."""
    for at, token in enumerate(sentence):
        prize = match(sentence, at, _FILE, "earning", language)
        if prize:
            pay = _own_pay(sentence, prize.last, language)
            if pay and pay.first > prize.last:
                return token.start, sentence[pay.last - 1].end
        share = match(sentence, at, _FILE, "share of", language)
        if share and at:
            pay = _own_pay(sentence, share.last, language)
            if pay:
                return sentence[at - 1].start, sentence[pay.last - 1].end
    return None


def _own_pay(sentence: Sentence, at: int, language: str) -> Found | None:
    """A word for one's own pay that begins at a token, behind articles and the like."""
    while at < len(sentence) and sentence[at].word in words(_FILE, "determiners", language):
        at += 1
    return match(sentence, at, _FILE, "own share", language) if at < len(sentence) else None


def _two_factors(sentence: Sentence, language: str) -> tuple[int, int] | None:
    pay = list(_words(sentence, _PAY, language))
    okr = [*_words(sentence, _OKR, language), *_thresholds(sentence)] if pay else []
    links = _links(sentence, language) if okr else []
    spans = [
        (min(p.start, o.start, link.start), max(p.end, o.end, link.end))
        for p in pay
        for o in okr
        if _near(p, o)
        for link in links
        if _joins(link, p, o)
    ]
    return min(spans, key=lambda span: (span[1] - span[0], span), default=None)


def _words(sentence: Sentence, sections: tuple[str, ...], language: str) -> Iterator[_Word]:
    """The words of some sections, the surest of which comes last."""
    for weight, section in enumerate(sections):
        for phrase in find(sentence, _FILE, section, language):
            yield _Word(sentence[phrase.first].start, sentence[phrase.last - 1].end, weight)


def _thresholds(sentence: Sentence) -> Iterator[_Word]:
    """Scores written as numbers, such as 0.7: behind pay they can only be those of OKRs."""
    for at, token in enumerate(sentence):
        is_share = at + 1 < len(sentence) and sentence[at + 1].word == "%"
        if (token.word.startswith(("0.", "0,")) or token.word in ("1.0", "1,0")) and not is_share:
            yield _Word(token.start, token.end, 0)


def _links(sentence: Sentence, language: str) -> list[_Word]:
    """Every link that is not negated; the weaker ones only where they belong to no negated link."""
    found = list(_words(sentence, _LINKS, language))
    denied = [link for link in found if link.weight > _OPENER and _is_denied(sentence, link, language)]
    return [link for link in found if link.weight == _SURE_LINK and link not in denied] if denied else found


def _is_denied(sentence: Sentence, link: _Word, language: str) -> bool:
    """Whether a negation stands shortly before a link, with no "but" or "only" behind it; a lost prize is still one."""
    at = next(index for index, token in enumerate(sentence) if token.start == link.start)
    if match(sentence, at, _FILE, "prizes", language):
        return False
    before = tuple(token for token in sentence[:at] if link.start - token.start <= _REACH_OF_NOT)
    nots = list(find(before, _FILE, "no link", language))
    return bool(nots) and not has(before[nots[-1].last :], _FILE, "but", language)


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
def _signs(section: str, language: str) -> tuple[str, ...]:
    """Parts of words; one that may also be the end of another word has `_` for the space before it."""
    return tuple(sign.replace("_", " ") for sign in word_lists(_FILE, language)[section])


@cache
def _field_sign(language: str) -> re.Pattern[str]:
    """A word for pay as part of a key; every plan has a `note`, and on-target earnings are short for the end of it."""
    return re.compile(rf"(?:{alternatives(_FILE, 'field words', language)})(?<!note)[\w-]*[\"']? ?:")
