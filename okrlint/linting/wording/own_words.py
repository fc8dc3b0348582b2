"""Words of a user beside those of the lists.

They are plain words and phrases, compared word by word and never as expressions, so that no list can make a run slow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from okrlint.linting.wording.phrases import Tree, grown, longest, tokens


def with_words(language: str, sections: Mapping[str, Iterable[str]]) -> str:
    """A language whose lists hold further words: `{"task/verbs": ["roll out"]}` by file and section.

    Signs that would mean something in a list, such as `#`, `*` and brackets, part words here and mean nothing.
    """
    added = {section: list(filter(None, map(_plain, entries))) for section, entries in sections.items()}
    lines = (line for section, entries in added.items() if entries for line in (f"[{section}]", *entries))
    text = "\n".join(lines)
    return f"{language}\n{text}" if text else language


def without_phrases(text: str, phrases: tuple[str, ...]) -> str:
    """The text with some phrases blanked, in any case; every other character keeps its place."""
    if not phrases:
        return text
    found, tree = tokens(text), _tree(phrases)
    parts, at, end = [], 0, 0
    while at < len(found):
        phrase = longest(found, at, tree)
        if phrase:
            start, stop = found[phrase.first].start, found[phrase.last - 1].end
            parts += [text[end:start], " " * (stop - start)]
            end = stop
        at = phrase.last if phrase else at + 1
    return "".join((*parts, text[end:]))


def _plain(entry: str) -> str:
    return " ".join(token.word for token in tokens(entry))


@cache
def _tree(phrases: tuple[str, ...]) -> Tree:
    return grown(map(_plain, phrases))
