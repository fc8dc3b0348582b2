"""Word lists: one data file a rule and language, `wording/<language>/<rule>.txt`.

A file has sections in square brackets, one entry a line, and comments after `#`. An entry may end in `*`,
which stands for any ending, and a space in it stands for one space or hyphen.

Wherever a language is asked for, several may be named, joined by `+`: the lists of `en+de` hold the words of both.
Sections that a language has not are read in English. What a user adds stands behind a line break, see own_words.py;
a text and no object, because it is what everything that is looked up once is remembered by.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

LANGUAGE = "en"
"""The language whose lists are read where a caller names none."""
LANGUAGES = ("en", "de")
"""Those that there are lists for, by their folders."""


@cache
def word_lists(name: str, language: str = LANGUAGE) -> dict[str, tuple[str, ...]]:
    """The sections of a file of words, in the file's order; an entry stands as written."""
    own = language.partition("\n")[2]
    found: dict[str, dict[str, None]] = {}
    for code in codes_of(language):
        for title, entries in {**_shipped(name, LANGUAGE), **_shipped(name, code)}.items():
            found.setdefault(title, {}).update(dict.fromkeys(entries))
    for title, entries in _sections(own).items():
        file, _, section = title.partition("/")
        if file == name:
            found[section].update(dict.fromkeys(entries))
    return {title: tuple(entries) for title, entries in found.items()}


def has_own(name: str, section: str, language: str) -> bool:
    """Whether a user adds to a section."""
    return f"\n[{name}/{section}]\n" in language


def codes_of(language: str) -> list[str]:
    """The single languages of several: `en` and `de` of `en+de`."""
    return language.partition("\n")[0].split("+")


@cache
def _shipped(name: str, code: str) -> dict[str, tuple[str, ...]]:
    path = Path(__file__).with_name(code).joinpath(f"{name}.txt")
    return _sections(path.read_text("utf-8")) if code == LANGUAGE or path.is_file() else {}


def _sections(text: str) -> dict[str, tuple[str, ...]]:
    sections: dict[str, list[str]] = {}
    section: list[str] = []
    for line in text.splitlines():
        entry = line.partition("#")[0].strip()
        if entry.startswith("[") and entry.endswith("]"):
            section = sections.setdefault(entry[1:-1], [])
        elif entry:
            section.append(entry)
    return {title: tuple(entries) for title, entries in sections.items()}


@cache
def words(name: str, section: str, language: str = LANGUAGE) -> frozenset[str]:
    """One section as a set, in lower case."""
    return frozenset(entry.lower() for entry in word_lists(name, language)[section])


@cache
def phrases(name: str, section: str, language: str = LANGUAGE) -> re.Pattern[str]:
    """One section as an expression that finds its entries as whole words, longest first, in any case."""
    return re.compile(rf"(?<![\w-])(?:{alternatives(name, section, language)})(?!\w)", re.IGNORECASE)


@cache
def alternatives(name: str, section: str, language: str = LANGUAGE) -> str:
    """One section as the inside of an expression's group, the longest entry first."""
    entries = sorted(word_lists(name, language)[section], key=lambda entry: (-len(entry), entry))
    return "|".join(_expression(entry) for entry in entries)


def _expression(entry: str) -> str:
    escaped = re.escape(entry.removesuffix("*")).replace(r"\ ", "[ -]").replace("'", "['’]")
    return escaped + (r"\w*" if entry.endswith("*") else "")
