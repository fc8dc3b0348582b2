"""Counts of people that nobody can repeat: "1 million users", "5,000 visitors". Of all time, a month, or a week?

A window ("weekly active users", "visitors a month") or a narrower word ("new users", "qualified leads") says how.
"""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.linting.wording.phrases import Found, Token, find, has, match, tokens
from okrlint.linting.wording.prose import MOST_READ, readable
from okrlint.linting.wording.words import LANGUAGE
from okrlint.tuples import NamedTuple

_FILE = "audience"


class Audience(NamedTuple):
    """The word for the people who are counted, with its place in the text."""

    text: str
    start: int
    end: int


def uncounted(text: str, language: str = LANGUAGE) -> Audience | None:
    """The people whose count is not defined; None where nobody is counted or a window is named."""
    found = tokens(readable(text[:MOST_READ]))
    for people in find(found, _FILE, "counted", language):
        if _is_counted(found, people, language):
            if has(found, _FILE, "windows", language):
                return None
            start, end = found[people.first].start, found[people.last - 1].end
            return Audience(text[start:end], start, end)
    return None


def _is_counted(found: Sequence[Token], people: Found, language: str) -> bool:
    """Whether people are what is counted, and not whom something is done for; "leads" may also be a verb."""
    behind = found[people.last : people.last + 3]
    if behind and match(behind, 0, _FILE, "no count behind", language):
        return False
    if found[people.first].word == "leads" and _acts(behind, language):
        return False
    before = [token for token in found[: people.first] if not _is_number(token)][-2:]
    has_number = people.first > 0 and _is_number(found[people.first - 1])
    if has_number and [token.word for token in before[-1:]] == ["to"]:
        before = before if _ends_with(before, "talking", language) else []
    return not (_ends_with(before, "no count before", language) or _ends_with(before, "qualifiers", language))


def _ends_with(before: Sequence[Token], section: str, language: str) -> bool:
    return any(
        (phrase := match(before, at, _FILE, section, language)) and phrase.last == len(before)
        for at in range(len(before))
    )


def _is_number(token: Token) -> bool:
    return token.word[0].isdigit()


def _acts(behind: Sequence[Token], language: str) -> bool:
    """Whether somebody leads: "leads the team", "leads to 20 renewals"; in "leads to 300 a month" leads are counted."""
    if not behind or match(behind, 0, _FILE, "behind a verb", language) is None:
        return False
    if len(behind) == 1 or not _is_number(behind[1]):
        return True
    return len(behind) > len(("to", "300")) and match(behind, 2, _FILE, "behind a goal", language) is None
