"""Texts broken in ways of their own: the same seed gives the same texts on every machine."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

TOKENS = tuple(
    "- |? |: |: - |[|]|{|}|,|#| # |&a |*a|!|!!str |!!python/object:x |\"|'|''|\\|\\e|\\ud800|\\|\\n|>|>-|>+2"
    "|%YAML 1.2\n|---|...|\t|\r|\r\n|\n\n|  |<<: |~|null|true|1e999|.inf|0x|-|+|2026-13-45|25%|$1M|@|`|\ufeff|\x00"
    "|\u2028|\x85|\U0001f680|e\u0301|\u202e".replace("\\|", "\\\\|").split("|")
)
"""What means something to YAML, to okrlint or to a terminal."""


def mutations(texts: Sequence[str], count: int, seed: int) -> Iterator[str]:
    """So many texts, each made of one of the given by one to four changes."""
    dice = random.Random(seed)  # noqa: S311 - the same on every machine is what is wanted
    for _ in range(count):
        text = dice.choice(texts)
        for _ in range(dice.randint(1, 4)):
            text = _CHANGES[dice.randrange(len(_CHANGES))](text, dice)
        yield text


def _insert(text: str, dice: random.Random) -> str:
    place = dice.randint(0, len(text))
    return text[:place] + dice.choice(TOKENS) + text[place:]


def _delete(text: str, dice: random.Random) -> str:
    place = dice.randint(0, len(text))
    return text[:place] + text[place + dice.randint(1, 8) :]


def _repeat(text: str, dice: random.Random) -> str:
    start = dice.randint(0, len(text))
    part = text[start : start + dice.randint(1, 40)]
    return text[:start] + part * dice.randint(2, 20) + text[start:]


def _swap_lines(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    dice.shuffle(lines)
    return "".join(lines)


def _indent(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    place = dice.randrange(len(lines))
    lines[place] = " " * dice.randint(1, 5) + lines[place]
    return "".join(lines)


def _cut(text: str, dice: random.Random) -> str:
    return text[: dice.randint(0, len(text))]


_CHANGES = (_insert, _insert, _delete, _repeat, _swap_lines, _indent, _cut)
