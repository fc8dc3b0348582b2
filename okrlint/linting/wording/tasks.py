"""Titles that describe work instead of its result: "Launch the new editor", "ICP completed", "Release of v2".

A title states a result when it holds a rate, an amount of money, a factor, "from A to B", a number of people or
deals reached, or words such as "so that". Verbs that are nouns do not count: "support tickets", "build time".
"""

from __future__ import annotations

from okrlint.linting.wording.numbers import from_to, measures
from okrlint.linting.wording.own_words import without_phrases
from okrlint.linting.wording.phrases import Found, Token, find, follows, has, match, tokens
from okrlint.linting.wording.prose import readable, without_tags
from okrlint.linting.wording.words import LANGUAGE, words
from okrlint.tuples import NamedTuple

_FILE = "task"
_UNITS_OF_RESULTS = frozenset(("%", "x", "$", "€", "£", "¥", "USD", "EUR", "GBP"))
_MOST_BETWEEN = 3
"""Words between a number and what is counted: "500 new weekly subscribers"."""
_ENDS_A_STATEMENT = frozenset(".!?(;,&+")


class Task(NamedTuple):
    """The word that describes work, with its place in the text."""

    text: str
    start: int
    end: int


class _Title(NamedTuple):
    prose: str
    tokens: tuple[Token, ...]
    language: str

    def words(self, section: str) -> frozenset[str]:
        return words(_FILE, section, self.language)

    def match(self, at: int, section: str) -> Found | None:
        return match(self.tokens, at, _FILE, section, self.language) if at < len(self.tokens) else None

    def between(self, at: int) -> str:
        """What stands before a token and behind the one before it; for the first, all that stands before."""
        return self.prose[self.tokens[at - 1].end if at else 0 : self.tokens[at].start]


def task(text: str, allowed: tuple[str, ...] = (), language: str = LANGUAGE) -> Task | None:
    """The word by which a title describes work; None where it states a result. `allowed` phrases are passed over."""
    prose = without_tags(readable(without_phrases(text, allowed)))
    title = _Title(prose, tokens(prose), language)
    found = _opening(title) or _work_noun(title) or _closing(title)
    if found is None:
        return None
    start, end = title.tokens[found.first].start, title.tokens[found.last - 1].end
    spoken = text[start:end]
    if _states_result(title) or _reaches(spoken.lower(), title):
        return None
    return Task(spoken, start, end)


def _opening(title: _Title) -> Found | None:
    """The verb at the beginning, behind words that change nothing."""
    at = 0
    while at < len(title.tokens):
        verb = title.match(at, "verbs")
        if verb:
            return None if _is_noun(title, verb) else verb
        if title.tokens[at].word not in title.words("fillers"):
            return None
        at += 1
    return None


def _is_noun(title: _Title, verb: Found) -> bool:
    """Whether the verb is a noun: by the words behind it, or because nothing follows that it could act on."""
    if title.match(verb.first, "noun phrases") or verb.last >= len(title.tokens):
        return True
    gap, behind = title.between(verb.last), title.tokens[verb.last].word
    if gap.strip(" ,&/\"'“‘") or gap.startswith(("-", ":")):
        return True
    return behind in ("is", "are", "of") or (follows(title.tokens, verb.last) and behind in title.words("result nouns"))


def _work_noun(title: _Title) -> Found | None:
    """A noun such as "launch" or "migration" at the beginning, with "of" behind it."""
    noun = title.match(0, "work nouns")
    is_one = noun is not None and noun.last < len(title.tokens) and title.tokens[noun.last].word in title.words("of")
    return noun if is_one else None


def _closing(title: _Title) -> Found | None:
    """A participle at the end of the statement, where it is not people who are the subject."""
    for at in range(1, len(title.tokens)):
        if title.tokens[at].word in title.words("participles") and _ends(title, at):
            people = has(title.tokens[:at], _FILE, "outcome nouns", title.language)
            possible = title.tokens[at - 1].word in title.words("auxiliaries")
            return None if people or possible else Found(at, at + 1)
    return None


def _ends(title: _Title, at: int) -> bool:
    """Whether a statement ends with a token: nothing, a sign or a preposition follows."""
    if at + 1 == len(title.tokens) or not _ENDS_A_STATEMENT.isdisjoint(title.between(at + 1)):
        return True
    return title.tokens[at + 1].word in title.words("participle ends")


def _states_result(title: _Title) -> bool:
    """Whether a title says what the work is to bring about; people reached are looked at apart."""
    if title.match(0, "metric openings") or has(title.tokens, _FILE, "result phrases", title.language):
        return True
    if _is_limited(title) or any(m.unit in _UNITS_OF_RESULTS for m in measures(title.prose, title.language)):
        return True
    if from_to(title.prose, title.language):
        return True
    change = next(find(title.tokens, _FILE, "change phrases", title.language), None)
    return change is not None and bool(measures(title.prose[title.tokens[change.last - 1].end :], title.language))


def _is_limited(title: _Title) -> bool:
    """Whether a title sets a limit: "in under 5 minutes", "within 2 days", "at most 1", "in 5 seconds", "19 of 20"."""
    return any(token.word[0].isdigit() and _limits(title, at) for at, token in enumerate(title.tokens))


def _limits(title: _Title, at: int) -> bool:
    """Whether the number at a token is a limit."""
    before, (unit, second) = title.tokens[:at], (*(token.word for token in title.tokens[at + 1 : at + 3]), "", "")[:2]
    if _stands_before(before, "upper limits", title.language) or not {"<", "≤"}.isdisjoint(title.between(at)[-2:]):
        return True
    if unit in words("numbers", "time units", title.language) and _stands_before(
        before, "limits of time", title.language
    ):
        return True
    if unit in words("numbers", "short times", title.language) and before and before[-1].word == "in":
        return True
    return unit == "of" and second[:1].isdigit()


def _stands_before(before: tuple[Token, ...], section: str, language: str) -> bool:
    return any(
        (phrase := match(before, at, _FILE, section, language)) and phrase.last == len(before)
        for at in range(max(0, len(before) - 3), len(before))
    )


def _reaches(verb: str, title: _Title) -> bool:
    """Whether the work reaches so many people or deals; asking people is work, and helping them is none."""
    if verb in title.words("serving verbs"):
        return bool(measures(title.prose, title.language))
    return verb not in title.words("asking verbs") and any(_counts(title, at) for at in range(len(title.tokens)))


def _counts(title: _Title, at: int) -> bool:
    """Whether a number stands here and, a few words on, a noun of people or deals."""
    token = title.tokens[at]
    if not token.word[0].isdigit() or title.prose[max(0, token.start - 1) : token.start] in ("#", "."):
        return False
    for behind in range(at + 1, min(at + _MOST_BETWEEN + 2, len(title.tokens))):
        if title.between(behind).strip(" -+kKM"):
            return False
        if title.match(behind, "outcome nouns"):
            return True
    return False
