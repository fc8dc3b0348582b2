"""Titles that describe work instead of its result: "Launch the new editor", "ICP completed", "Release of v2".

A title states a result when it holds a rate, an amount of money, a factor, "from A to B", a number of people or
deals reached, or words such as "so that". Verbs that are nouns do not count: "support tickets", "build time".
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from okrlint.linting.wording.numbers import from_to, measures
from okrlint.linting.wording.prose import readable, without_tags
from okrlint.linting.wording.words import LANGUAGE, alternatives, phrases, word_lists, words

_FILE = "task"
_UNITS_OF_RESULTS = frozenset(("%", "x", "$", "€", "£", "¥", "USD", "EUR", "GBP"))
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


class Task(NamedTuple):
    """The word that describes work, with its place in the text."""

    text: str
    start: int
    end: int


def task(text: str, allowed: tuple[str, ...] = (), language: str = LANGUAGE) -> Task | None:
    """The word by which a title describes work; None where it states a result. `allowed` verbs are passed over."""
    prose = without_tags(readable(text))
    found = _opening(prose, language) or _work_noun(prose, language) or _closing(prose, language)
    if found is None or found.text.lower() in allowed:
        return None
    return None if states_result(prose, language) or _reaches(found, prose, language) else found


def _reaches(verb: Task, prose: str, language: str) -> bool:
    """Whether the work reaches so many people or deals; asking people is work, and helping them is none."""
    spoken = verb.text.lower()
    if spoken in words(_FILE, "serving verbs", language):
        return bool(measures(prose, language))
    return spoken not in words(_FILE, "asking verbs", language) and _reached(language).search(prose) is not None


def states_result(prose: str, language: str = LANGUAGE) -> bool:
    """Whether a title says what the work is to bring about; people reached are looked at apart."""
    if any(measure.unit in _UNITS_OF_RESULTS for measure in measures(prose, language)):
        return True
    if phrases(_FILE, "result phrases", language).search(prose) or _metric_opening(language).match(prose.lstrip()):
        return True
    if _in_time(language).search(prose) or from_to(prose, language):
        return True
    change = phrases(_FILE, "change phrases", language).search(prose)
    return change is not None and bool(measures(prose[change.end() :], language))


def _opening(prose: str, language: str) -> Task | None:
    """The verb at the beginning, behind words that change nothing."""
    found = _WORD.search(prose)
    while found and found.group().lower() in words(_FILE, "fillers", language) and not _verb_at(prose, found, language):
        found = _WORD.search(prose, found.end())
    verb = _verb_at(prose, found, language) if found else None
    return verb if verb and not _is_noun(prose, verb, language) else None


def _verb_at(prose: str, found: re.Match[str], language: str) -> Task | None:
    verb = _verbs(language).match(prose, found.start())
    return Task(verb.group(), verb.start(), verb.end()) if verb else None


def _is_noun(prose: str, verb: Task, language: str) -> bool:
    """Whether the verb is a noun: by the words behind it, or because nothing follows that it could act on."""
    rest = prose[verb.end : verb.end + 60]
    if not re.match(r"[ ,&/]{1,3}[^\s(\[]", rest) or re.match(r" (?:is|are|of)\b", rest):
        return True
    if phrases(_FILE, "noun phrases", language).match(prose, verb.start):
        return True
    following = _WORD.match(rest.lstrip())
    return following is not None and following.group().lower() in words(_FILE, "result nouns", language)


def _work_noun(prose: str, language: str) -> Task | None:
    found = _work_nouns(language).match(prose.lstrip())
    if found is None:
        return None
    start = len(prose) - len(prose.lstrip())
    return Task(found.group("noun"), start, start + len(found.group("noun")))


def _closing(prose: str, language: str) -> Task | None:
    """A participle at the end of the statement, where it is not people who are the subject."""
    found = _participle(language).search(prose)
    if found is None:
        return None
    subject = [word.lower() for word in _WORD.findall(prose[: found.start()])]
    if not subject or not words(_FILE, "outcome nouns", language).isdisjoint(subject):
        return None
    return Task(found.group("participle"), found.start("participle"), found.end("participle"))


@cache
def _forms(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The verbs, and the participles of those that have one."""
    pairs = [entry.partition(" = ") for entry in word_lists(_FILE, language)["verbs"]]
    return tuple(verb for verb, _, _ in pairs), tuple(participle for _, _, participle in pairs if participle)


@cache
def _verbs(language: str) -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in sorted(_forms(language)[0], key=len, reverse=True))
    return re.compile(rf"(?:{verbs})(?![\w'’])", re.IGNORECASE)


@cache
def _participle(language: str) -> re.Pattern[str]:
    ends = alternatives(_FILE, "participle ends", language)
    participles = "|".join(_forms(language)[1])
    return re.compile(
        rf"(?<=[\w)] )(?P<participle>{participles})(?=[.!]?\Z| ?[(;,&+]| (?:{ends})(?!\w))", re.IGNORECASE
    )


@cache
def _work_nouns(language: str) -> re.Pattern[str]:
    nouns = alternatives(_FILE, "work nouns", language)
    return re.compile(rf"(?P<noun>{nouns}) (?:{alternatives(_FILE, 'of', language)}) ", re.IGNORECASE)


@cache
def _metric_opening(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(_FILE, 'metric openings', language)})(?!\w)", re.IGNORECASE)


@cache
def _reached(language: str) -> re.Pattern[str]:
    """A number, a few words, and a noun of people or deals: "500 new weekly subscribers"."""
    nouns = alternatives(_FILE, "outcome nouns", language)
    return re.compile(rf"(?<![\w#.])\d[\d,.]*[kKM+]?(?: [\w-]{{1,30}}){{0,3}}? (?:{nouns})(?!\w)", re.IGNORECASE)


@cache
def _in_time(language: str) -> re.Pattern[str]:
    """Limits such as "in under 5 minutes", "within 2 days", "at most 1", "in 5 seconds" and "19 of 20"."""
    limits, upper = alternatives(_FILE, "limits of time", language), alternatives(_FILE, "upper limits", language)
    times = alternatives("numbers", "time units", language)
    parts = (
        rf"(?:\b(?:{limits})|[<≤]) ?\d[\d.]*[ -]?(?:{times})(?!\w)",
        rf"\b(?:{upper}) \d",
        r"\bin \d[\d.]* (?:seconds|minutes|hours)(?!\w)",
        r"(?<![\w.])\d+ of \d",
    )
    return re.compile("|".join(parts), re.IGNORECASE)
