"""Launches of something that only insiders know by its name: "Roll out Falcon", "Ship v2.1", "Launch Foo 4.1".

A name is silent where an ordinary word says what it is ("the Falcon editor", "Falcon, our editor"), where it is
known to everybody ("Salesforce"), is an abbreviation ("SSO"), or where the title says what comes of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from okrlint.linting.wording.beginnings import begins_with
from okrlint.linting.wording.phrases import Found, Token, match, tokens
from okrlint.linting.wording.prose import MOST_READ, readable, without_tags
from okrlint.linting.wording.tasks import task
from okrlint.linting.wording.words import LANGUAGE, words
from okrlint.tuples import NamedTuple

_FILE = "code_names"
_FEWEST_FOR_TITLE_CASE = 2
_SHORT = 3
_ENDS = frozenset((*".;!?&+/[", ""))


class CodeName(NamedTuple):
    """The name or version, with its place in the text."""

    text: str
    start: int
    end: int


def code_name(text: str, known: Collection[str] = (), language: str = LANGUAGE) -> CodeName | None:
    """The name that a title launches without saying what it is; `known` names, in small letters, are passed over."""
    if not begins_with(text, _FILE, ("fillers", "verbs"), language):
        return None
    prose = without_tags(readable(text[:MOST_READ]))
    found = tokens(prose)
    verb = _verb(found, language)
    at = verb.last if verb else len(found)
    while at < len(found) and (between := match(found, at, _FILE, "before a name", language)):
        at = between.last
    name = _name().match(prose, found[at].start) if verb and at < len(found) else None
    if (
        not verb
        or not name
        or not _is_unknown(name, known, language)
        or _is_title_case(prose, found[verb.last :], name)
    ):
        return None
    if _is_explained(prose, found, name.end(), language) or not task(f"launch {prose[name.start() :]}", (), language):
        return None
    return CodeName(text[name.start() : name.end()], name.start(), name.end())


def _verb(found: Sequence[Token], language: str) -> Found | None:
    at = 0
    while at < len(found) and (filler := match(found, at, _FILE, "fillers", language)):
        at = filler.last
    return match(found, at, _FILE, "verbs", language) if at < len(found) else None


def _is_unknown(name: re.Match[str], known: Collection[str], language: str) -> bool:
    """Whether only insiders know a name; a version alone, or behind a name, tells nobody anything."""
    plain = (name.group("words") or "").lower()
    everybody = words(_FILE, "known names", language)
    if plain in known or plain in everybody or plain.partition(" ")[0] in everybody:
        return False
    if not plain or name.group("version"):
        return True
    return plain not in words(_FILE, "ordinary nouns", language) and not plain.endswith(
        tuple(words(_FILE, "ordinary endings", language))
    )


def _is_title_case(prose: str, found: Sequence[Token], name: re.Match[str]) -> bool:
    """Whether Nearly Every Word Begins With A Capital, so that capitals say nothing."""
    if name.group("version") or name.group("alone"):
        return False
    if any(prose[token.start].isupper() for token in found if token.start < name.start()):
        return True
    others = [prose[token.start] for token in found if token.start >= name.end() and len(token.word) > _SHORT]
    return len(others) >= _FEWEST_FOR_TITLE_CASE and all(first.isupper() for first in others)


def _is_explained(prose: str, found: Sequence[Token], end: int, language: str) -> bool:
    """Whether something behind a name says what it is: a noun, or words behind a comma, colon, dash or bracket."""
    sign = prose[end:].lstrip()[:1]
    behind = next((index for index, token in enumerate(found) if token.start >= end), None)
    if behind is None or sign in _ENDS:
        return False
    return sign in ",:(–—-" or match(found, behind, _FILE, "behind a name", language) is None


@cache
def _name() -> re.Pattern[str]:
    """One word with a capital that is no abbreviation, one to three of them with a version, or a version alone."""
    word = r"(?:[A-Z][a-z][a-z0-9]{0,40}(?:[A-Z]\w{0,20})?|[A-Z]{2,10}[a-z]\w{0,20})"
    version = r"(?:(?:v\.? ?|version )\d[\d.]{0,10}(?<=\d)|\d{1,4}(?:\.\d{1,4}){1,3})"
    named = rf"{word}(?:[ -]{word}){{0,2}}(?= (?:{version}|\d))|[A-Z]{{2,6}}(?= {version})|{word}(?! [A-Z])"
    return re.compile(rf"(?:(?P<words>{named})(?P<version> (?:{version}|\d{{1,2}}))?|(?P<alone>{version}))(?!\w)")
