"""Slots in text that were never filled in: `XX`, `$X`, `X%`, `X new customers`, `TBD`, `??`, `[target]`.

A letter is a slot only where a quantity stands: before a percent sign or a plural, behind a currency or a limit.
So company X, Gen Z, the Y axis, macOS X and XX chromosomes are names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from okrlint.linting.wording.numbers import measures
from okrlint.linting.wording.phrases import find, has, tokens
from okrlint.linting.wording.prose import readable, without_tags
from okrlint.linting.wording.words import LANGUAGE, alternatives, word_lists, words
from okrlint.tuples import NamedTuple

_FILE = "placeholder"
_HINT = re.compile(
    r"(?<![^\W_])(?:[XYZNxn]|[XYZxyz]{2,9})[kKMB]?(?![^\W_])|[?\[<{]|__|TODO|FIXME|[tT][bB]|t\.b|[lL]orem"
)
_SIGNS = tuple(".-–—…_ ")
_LONGEST_TEMPLATE = 24
"""Characters, tags included, that a title has at most which only says what it is."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LAST_WORD = re.compile(r"([\w'’-]{1,40})[ \t]\Z")
_MOST_MODIFIERS = 3
_SHORTEST_PLURAL = 3
_MOST_READ = 4_000
"""Characters of a text that are searched: more than any title has, few enough for a hostile text."""


class Slot(NamedTuple):
    """An empty slot as it stands in the text."""

    text: str
    start: int
    end: int


def is_sign_of_slot(word: str, language: str) -> bool:
    """Whether a text with this between two of its blanks may have a slot; its phrases and beginnings are no matter."""
    del language
    return _HINT.search(word) is not None


def may_be_slots(texts: Iterable[str]) -> frozenset[str]:
    """Those worth a look although none of their words is a sign: by how they begin, or because they are short."""
    return frozenset([text for text in texts if len(text) <= _LONGEST_TEMPLATE or text[0] in _SIGNS])


def has_phrases(language: str) -> bool:
    """Whether any phrase says that something is still open, so that every text is worth a look."""
    return bool(word_lists(_FILE, language)["phrases"])


def slots(text: str, language: str = LANGUAGE) -> tuple[Slot, ...]:
    """Every empty slot of a title or sentence, in reading order."""
    named = _template_of(text, language) if len(text) <= _LONGEST_TEMPLATE else None
    own = has(tokens(text), _FILE, "phrases", language) if word_lists(_FILE, language)["phrases"] else False
    if named or not (own or _HINT.search(text)):
        return (named,) if named else ()
    prose = readable(text[:_MOST_READ])
    found = [*_letters(prose, language), *_shapes(prose, language), *_noted(prose, language)]
    found += _phrases(prose, language) if own else ()
    return tuple(_apart(sorted(found, key=lambda slot: (slot.start, -slot.end))))


def is_slot(value: str, language: str = LANGUAGE) -> bool:
    """Whether a short value, such as an owner or a target, is or holds an empty slot."""
    if not (_HINT.search(value) or value[:1] in _SIGNS or word_lists(_FILE, language)["phrases"]):
        return False
    return bool(_whole(language).fullmatch(value.strip()) or slots(value, language))


def is_or_has_slot(text: str, language: str) -> bool:
    """Whether a text is an empty slot as a short value, or holds one as a title."""
    return is_slot(text, language) or bool(slots(text, language))


def _template_of(text: str, language: str) -> Slot | None:
    """A title that only says what it is a title of."""
    found = _template(language).fullmatch(without_tags(text).strip())
    return Slot(found.group(), text.index(found.group()), len(text.rstrip())) if found else None


def _apart(found: list[Slot]) -> Iterator[Slot]:
    end = 0
    for slot in found:
        if slot.start >= end:
            yield slot
            end = slot.end


def _letters(prose: str, language: str) -> Iterator[Slot]:
    for found in _letter().finditer(prose):
        is_slot_here = found.group("run") or _stands_for_number(prose, found, language)
        if is_slot_here and not _is_name(prose, found, language):
            yield Slot(found.group().strip(), found.start(), found.end())


def _stands_for_number(prose: str, found: re.Match[str], language: str) -> bool:
    if found.group("money") or found.group("share") or found.group("sign"):
        return True
    if _range(language).match(prose, found.start()) or _limit(language).search(
        prose[max(0, found.start() - 20) : found.start()]
    ):
        return True
    return _counts(prose, found, language)


def _is_name(prose: str, found: re.Match[str], language: str) -> bool:
    before = _word_before(prose, found.start())
    if before.isdigit() or before in words(_FILE, "names before", language):
        return True
    return _word_after(prose, found.end()) in words(_FILE, "names after", language)


def _counts(prose: str, found: re.Match[str], language: str) -> bool:
    """Whether a plural follows, behind a few adjectives at most."""
    at = found.end()
    for index in range(_MOST_MODIFIERS + 1):
        follows = re.compile(r"\+?[ -]").match(prose, at)
        word = _WORD.match(prose, follows.end()) if follows else None
        if word is None or word.group().lower() in words(_FILE, "function words", language):
            return False
        if _is_plural(word.group(), language):
            return not _is_subject(prose, word.group().lower(), index, language)
        at = word.end()
    return False


def _is_plural(word: str, language: str) -> bool:
    low = word.lower()
    if low in words(_FILE, "plural words", language):
        return True
    if len(low) < _SHORTEST_PLURAL or not word.endswith("s") or low.endswith(("ss", "us", "is")):
        return False
    return low not in words(_FILE, "no plurals", language)


def _is_subject(prose: str, word: str, index: int, language: str) -> bool:
    """Whether the letter is a name after all: "X grows to 10,000", or the platform in "X followers from 10 to 20"."""
    if index == 0 and word in words(_FILE, "verbs after", language):
        return True
    return word in words(_FILE, "platform nouns", language) and _has_measure(prose, language)


@lru_cache(maxsize=8)
def _has_measure(prose: str, language: str) -> bool:
    return bool(measures(prose, language))


def _shapes(prose: str, language: str) -> Iterator[Slot]:
    for found in _shape(language).finditer(prose):
        if not _is_tag(found.group(), language):
            yield Slot(found.group(), found.start(), found.end())


def _is_tag(text: str, language: str) -> bool:
    """Whether it is the tag of a team, such as `[PRODUCT]` at the end of a title."""
    return text[0] == "[" and text.isupper() and text[1:-1].lower() not in words(_FILE, "shouted", language)


def _noted(prose: str, language: str) -> Iterator[Slot]:
    for found in _marks(language).finditer(prose):
        handled = _word_before(prose, found.start()) in words(_FILE, "todo verbs", language)
        named = found.group().isupper() and re.match(r" [A-Z][a-z]", prose[found.end() :])  # TBC Bank
        if not handled and not named and _word_after(prose, found.end()) not in words(_FILE, "todo things", language):
            yield Slot(found.group(), found.start(), found.end())


def _phrases(prose: str, language: str) -> Iterator[Slot]:
    """Phrases that say that something is still open."""
    found = tokens(prose)
    for phrase in find(found, _FILE, "phrases", language):
        start, end = found[phrase.first].start, found[phrase.last - 1].end
        yield Slot(prose[start:end], start, end)


def _word_before(prose: str, at: int) -> str:
    found = _LAST_WORD.search(prose[max(0, at - 42) : at])
    return found.group(1).lower() if found else ""


def _word_after(prose: str, at: int) -> str:
    follows = re.compile(r"[ -]?").match(prose, at)
    word = _WORD.match(prose, follows.end()) if follows else None
    return word.group().lower() if word else ""


@cache
def _letter() -> re.Pattern[str]:
    """Runs such as `XX`, `$XX`, `XX%` and `XX.X`, and single letters with what stands around them."""
    return re.compile(
        r"(?<![\w&/.'’+-])(?P<money>[$€£¥] ?|(?:USD|EUR|GBP) )?(?P<sign>(?<=[<>≤≥~]))?"
        r"(?:(?P<run>X{2,9}|Y{2,9}|Z{2,9}|xx{1,8}|yy{1,8}|zz{1,8})|[XYZNxn])"
        r"(?:[.,][XYZx]{1,3})?[kKMB]?"
        r"(?P<share> ?%| ?€| (?:percent|per cent|percentage|million|thousand|billion|hundred)(?!\w))?"
        r"(?![\w'’])(?![-/.](?:MM|DD|mm|dd|Q))(?!\. [A-Z])"
    )


@cache
def _range(language: str) -> re.Pattern[str]:
    joins = alternatives("numbers", "to", language)
    one, whole = r"[XYZN](?!\w)(?=[ %.,;:)]|\Z)", alternatives(_FILE, "wholes", language)
    return re.compile(rf"[XYZN] ?%? (?:(?:{joins}|out of|and) {one}|of (?:\d|(?:{whole})(?!\w)))")


@cache
def _limit(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{alternatives(_FILE, 'limits', language)}) |[<>≤≥~] )\Z", re.IGNORECASE)


@cache
def _shape(language: str) -> re.Pattern[str]:
    inside = alternatives(_FILE, "bracketed", language)
    first = alternatives(_FILE, "instructions", language)
    content = rf" ?(?:(?:{inside})|(?:{first}) [^\[\]<>{{}}\n]{{1,60}}) ?"
    parts = (
        r"\?{2,}",
        r"(?<!\w)_{2,}(?!\w)",
        rf"(?<![\w\[])\[(?!x\]){content}\](?![(\[])",
        rf"(?<!\w)<{content}>",
        rf"(?<!\w)\{{{{{content}\}}}}|(?<!\w)[$]?\{{{content}\}}",
    )
    return re.compile("|".join(parts), re.IGNORECASE)


@cache
def _template(language: str) -> re.Pattern[str]:
    """A title that only says what it is a title of: "Key result 2", "Objective x"."""
    nouns = alternatives(_FILE, "template nouns", language)
    return re.compile(rf"(?:new )?(?:{nouns})(?:[ #:]{{1,3}}(?:\d{{1,2}}|[a-z]))?", re.IGNORECASE)


@cache
def _marks(language: str) -> re.Pattern[str]:
    """In the case of the list for words in capitals (a "todo" is also a list), in either case for the others."""
    entries = alternatives(_FILE, "marks", language).split("|")
    shown = [entry if entry.isupper() else f"(?i:{entry})" for entry in entries]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(shown)})(?!\w)(?!-)")


@cache
def _whole(language: str) -> re.Pattern[str]:
    parts = (
        r"\?+|\.{2,}|…|[-–—]+|_+|todo",
        r"[<>≤≥~$€£¥ ]{0,3}(?:x{1,9}|y{1,9}|z{1,9}|n{1,9})[kmb]?(?:[.,][xyz]{1,3})? ?%?",
        rf"[<\[{{]{{1,2}} ?(?:{alternatives(_FILE, 'bracketed', language)}) ?[>\]}}]{{1,2}}",
    )
    return re.compile("|".join(parts), re.IGNORECASE)
