"""The words by which teams name the parts of their OKRs; vocabulary.toml holds them, language by language."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

from okrlint.tuples import NamedTuple

Role = Literal["objective", "key_result", "action", "why", "aside"]

_LONGEST = 60
"""Characters of a name that is looked up: longer ones are text."""
_MARKS = r"[*_~`#>\s]|[^\w\s()\[\]{}<>\"'“”„‘’«»&@$€£¥%+\-–—/|\\.,;:!?=^°§]"
"""Marks of Markdown, and pictures; not the letters of any language."""


class Label(NamedTuple):
    """A label in front of a text: `Objective 1: `."""

    role: Role
    text: str
    """What stands behind it; empty for a label alone."""
    label: str


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text("utf-8"))


@cache
def section(table: str, name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_words()[table][name])


def plain(name: str) -> str:
    """A name as the lists have it: small letters, words apart, without marks, quarters and what stands in brackets."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name[:_LONGEST])
    text = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", text).lower()
    text = re.sub(r"\bq[1-4]\b|\b20\d\d\b", " ", text)
    text = re.sub(rf"{_MARKS}|[-–—/:=?!.,;()\[\]]", " ", text)
    return " ".join(text.split())


@cache
def field_of(name: str) -> str | None:
    """The field that a column, a key of data or a label of a value means; None where nobody knows."""
    return _names().get(plain(name)) if len(name) <= _LONGEST else None


@cache
def _names() -> dict[str, str]:
    tables = _words()
    names = {word: role for role in ("objective", "key_result", "why") for word in tables["labels"][role]}
    names |= dict.fromkeys(tables["labels"]["action"], "actions")
    names |= dict.fromkeys((*tables["labels"]["aside"], "comment", "comments", "description", "remarks"), "note")
    return {plain(word): field for word, field in names.items()} | {
        plain(word): field for field, words in tables["fields"].items() for word in words
    }


def label_of(text: str) -> Label | None:
    """The label that a line begins with, or is: `Objective 1: Win`, `**KR 1.2** – Ten`, `Key Results`, `Ziel:`."""
    found = _label().match(text)
    if found is None:
        return None
    word, number, separator = found.group("word", "number", "separator")
    rest = text[found.end() :]
    is_short = word.lower() in ("o", "kr", "ki", "obj")
    is_alone = not rest.strip("*_ \t")
    if (is_short and not number and not separator.strip("*_ ")) or (is_alone and is_short and not number):
        return None
    if not is_alone and not separator.strip("*_ ") and not number:
        return None
    return Label(_role(word), unwrapped(rest, found.group("open")), found.group().strip())


def _role(word: str) -> Role:
    short: dict[str, Role] = {"o": "objective", "obj": "objective", "kr": "key_result", "ki": "action"}
    lowered = " ".join(word.lower().split())
    known = short.get(lowered)
    return known if known is not None else next(role for role in _roles() if lowered in section("labels", role))


def _roles() -> tuple[Role, ...]:
    return ("objective", "key_result", "action", "why", "aside")


@cache
def _label() -> re.Pattern[str]:
    names = {word for role in _roles() for word in section("labels", role)}
    longest = sorted(names, key=len, reverse=True)
    words = "|".join(re.escape(word).replace(r"\ ", r"[ \t]{1,3}") for word in longest)
    return re.compile(
        rf"(?P<open>(?:{_MARKS}){{0,12}})"
        rf"(?P<word>{words}|KR|KI|Obj|O)(?![^\W\d_])"
        r"(?P<number>[ \t]{0,2}(?:#|No\.?|Nr\.?)?[-– \t]{0,2}\d{1,3}(?:\.\d{1,3}){0,3}(?![\d%]))?"
        r"(?P<separator>[*_ \t]{0,4}(?:[:：|)=]|[.](?=\s|$)|[–—-](?=\s))[* \t]{0,6}|[*_]{0,3}(?:[ \t]{1,6}|$))",
        re.IGNORECASE,
    )


def unwrapped(text: str, opened: str = "") -> str:
    """A text without the half of an emphasis whose other half went with its label, or that is all around it."""
    text = text.strip()
    for mark in ("**", "__", "*", "_"):
        inside = text[len(mark) : -len(mark)]
        whole = text.startswith(mark) and text.endswith(mark) and len(text) > 2 * len(mark) and mark[0] not in inside
        if whole:
            text = inside.strip()
        elif opened.count(mark) % 2 and text.count(mark) % 2 and text.startswith(mark):
            text = text.removeprefix(mark).strip()
        elif opened.count(mark) % 2 and text.count(mark) % 2 and text.endswith(mark):
            text = text.removesuffix(mark).strip()
    return text
