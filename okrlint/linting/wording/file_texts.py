"""All that a file says, gathered in one walk for every rule that looks at words, and a quick look at its words.

Most files have no word that could be a sign of anything. A plan has some hundred texts and a run has some ten rules
that read them, but people use the same few thousand words again and again: so each word is looked at once a run, and a
file whose words are all known to be harmless is done with.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from okrlint.model.okr_file import OkrFile
from okrlint.source.document import Path
from okrlint.tuples import NamedTuple

TEXT_FIELDS = frozenset(
    "title why note next reason score_reason learned corrected definition cause".split()  # noqa: SIM905  shorter
)
"""Fields that hold words for people."""
SHORT_FIELDS = frozenset("owner lead metric source target growth value baseline due period learned cause by".split())  # noqa: SIM905
"""Fields that are a name, a number or a few words."""
_READ = TEXT_FIELDS | SHORT_FIELDS
_MOST_KNOWN = 30_000
"""Words that are remembered: more than people use, few enough for files that are no plans."""


Text = tuple[str, str, Any]
"""The name of a field, its text, and the steps to the mapping that holds it, innermost first: see `path_of`."""


class FileTexts(NamedTuple):
    """What stands in one file, in no order that means anything."""

    texts: tuple[Text, ...]
    """The texts of `TEXT_FIELDS` and `SHORT_FIELDS`, wherever they stand."""
    strings: tuple[str, ...]
    """Every text value."""
    keys: frozenset[str]
    """Every name of a field."""
    words: frozenset[str]
    """What stands between the blanks of its texts, signs included."""


@lru_cache(maxsize=1)
def file_texts(file: OkrFile) -> FileTexts:
    """What a file says; remembered until the next file."""
    texts: list[Text] = []
    strings: list[str] = []
    keys: set[str] = set()
    stack: list[tuple[Any, Any]] = [((), (file.document.data,))]
    while stack:
        trail, held = stack.pop()
        is_mapping = held.__class__ is dict
        if is_mapping:
            keys.update(held)
        for step, value in held.items() if is_mapping else enumerate(held):
            kind = value.__class__
            if kind is str:
                strings.append(value)
                if step in _READ:
                    texts.append((step, value, trail))
            elif kind is dict or kind is list:
                stack.append(((trail, step), value))
    words = " ".join([text for _, text, _ in texts]).split()
    return FileTexts(tuple(texts), tuple(strings), frozenset(keys), frozenset(words))


def path_of(text: Text) -> Path:
    """The way to a text through the data; put together only where somebody asks."""
    field, _, trail = text
    steps: list[str | int] = [field]
    while trail:
        trail, step = trail
        steps.append(step)
    return tuple(reversed(steps[:-1]))


Sign = Callable[[str, str], bool]
"""Whether a text may be a sign of something in some language."""


@cache
def _memory(is_sign: Sign, language: str) -> tuple[set[str], set[str]]:
    """What one question was answered about in one language: the harmless texts, and the signs."""
    del is_sign, language
    return set(), set()


def telling(texts: frozenset[str], is_sign: Sign, language: str) -> frozenset[str]:
    """Those texts that are a sign; each is asked about once, however many files it stands in."""
    harmless, signs = _memory(is_sign, language)
    rest = texts - harmless
    if not rest:
        return rest
    if len(harmless) + len(signs) > _MOST_KNOWN:
        harmless.clear()
        signs.clear()
    for text in rest - signs:
        (signs if is_sign(text, language) else harmless).add(text)
    return rest & signs
