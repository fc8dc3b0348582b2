"""Where a word inside a value stands in the file, whatever quotes it is in."""

from __future__ import annotations

import pytest

from okrlint.linting.wording.place import keys_of, place_in
from okrlint.source.reader import read

WRITTEN = [
    ("plain", "note: Win XX deals", "XX", "1:11-1:13"),
    ("double quotes", 'note: "Win XX deals"', "XX", "1:12-1:14"),
    ("single quotes with an escape before", "note: 'It''s XX'", "XX", "1:14-1:16"),
    ("an escape before", 'note: "\\u00e9t\\u00e9 XX"', "XX", "1:22-1:24"),
    ("literal block", "note: |\n  Win\n  XX deals\n", "XX", "3:3-3:5"),
    ("folded over a line", "note: Win\n  XX deals\n", "XX", "2:3-2:5"),
    ("words folded apart", "note: Win\n  XX deals\n", "Win XX", "1:7-2:11"),
    ("escaped itself", 'note: "Win \\x58X deals"', "XX", "1:7-1:24"),
    ("emoji before", "note: 🚀 XX", "XX", "1:9-1:11"),
]


@pytest.mark.parametrize(("source", "word", "place"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_the_place_of_a_word(source: str, word: str, place: str) -> None:
    """The span covers the word; where the file writes it in another way it covers the whole value."""
    document = read(source.encode(), "plan.yaml")
    start = document.data["note"].index(word)

    (first, last) = place_in(document, ("note",), start, start + len(word)).span

    assert f"{first.line}:{first.column}-{last.line}:{last.column}" == place


def test_the_second_of_two_equal_words() -> None:
    """Of a word that stands there twice the one that is meant is pointed at."""
    document = read(b"note: XX or XX", "plan.yaml")

    assert place_in(document, ("note",), 6, 8).span.start.column == 13


def test_keys_with_their_paths() -> None:
    """Keys come in file order; places in lists are none."""
    data = {"a": "one", "b": [{"c": "two", "d": 3, "e": "five"}, "four"]}

    assert list(keys_of(data)) == [("a",), ("b",), ("b", 0, "c"), ("b", 0, "d"), ("b", 0, "e")]
    assert list(keys_of(None)) == []
