"""Phrases of the word lists, found word by word."""

from __future__ import annotations

import pytest

from okrlint.linting.wording.phrases import find, tokens

FOUND = [
    ("the longest phrase wins", "in less than 5", "upper limits", ["less than"]),
    ("capitals and hyphens", "At-Most 5", "upper limits", ["At-Most"]),
    ("two spaces part a phrase", "at  most 5", "upper limits", []),
    ("a word inside a word is none", "underline", "upper limits", []),
    ("several", "under 5, below 6", "upper limits", ["under", "below"]),
]


@pytest.mark.parametrize(("text", "section", "expected"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND])
def test_phrases_of_a_section(text: str, section: str, expected: list[str]) -> None:
    """Phrases are found as whole words in any case."""
    found = tokens(text)

    assert [text[found[p.first].start : found[p.last - 1].end] for p in find(found, "task", section)] == expected


def test_any_ending() -> None:
    """An entry with a star stands for every word that begins so, also as the last word of a phrase."""
    found = tokens("forfeits the merit increases")

    assert [found[p.first].word for p in find(found, "compensation", "prizes")] == ["forfeits"]
    assert [p.last - p.first for p in find(found, "compensation", "pay")] == [2]


def test_tokens_keep_their_places() -> None:
    """Offsets are those of the text, also where a capital letter has a longer small form."""
    for text in ("It’s 1,000% of MRR", "İstanbul XX"):
        assert all(text[t.start : t.end].lower().replace("’", "'").startswith(t.word[:1].lower()) for t in tokens(text))
