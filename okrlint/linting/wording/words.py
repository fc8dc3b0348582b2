"""Word lists: one data file a rule and language, `wording/<language>/<rule>.txt`.

A file has sections in square brackets, one entry a line, and comments after `#`. An entry may end in `*`,
which stands for any ending, and a space in it stands for one space or hyphen.
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
    return _sections(Path(__file__).with_name(language).joinpath(f"{name}.txt").read_text("utf-8"))


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
