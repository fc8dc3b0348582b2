"""Numbers that name: the few forms that a text can have find what all forms together find."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.linting.wording.number_names import (
    _idiom_words,
    _idioms,
    _names,
    _names_in,
    _topics,
    first_words,
    words_of,
)
from okrlint.linting.wording.numbers import _number_word, _number_words, _values
from okrlint.linting.wording.words import word_lists

CODES = ("en", "de", "en+de")
LISTS = {code: word_lists("numbers", code) for code in CODES}
PIECES = sorted(
    {entry.removesuffix("*") for lists in LISTS.values() for entries in lists.values() for entry in entries}
    | {
        "1",
        "7",
        "12",
        "31",
        "2026",
        "Q3",
        "h1",
        "FY27",
        "1-2",
        ".",
        ",",
        "-",
        "/",
        ":",
        "#4",
        "k8s",
        "%",
        "TOP",
        "of",
        "v2.1",
    }
    | {"’", "é", "ſ", "K", "st", "pm", "x", "$", "(", "_"}
)


def same(text: str, code: str) -> bool:
    """Whether a text loses the same names either way."""
    few, every = (pattern.sub("_", text) for pattern in (_names_in(text, code), _names(code)))
    return few == every


@pytest.mark.parametrize("code", CODES)
def test_every_entry_is_found_by_its_topic(code: str) -> None:
    """Each word of each list, small and large, with numbers where they may stand."""
    for entry in (entry.removesuffix("*") for entries in LISTS[code].values() for entry in entries):
        for text in (entry, entry.upper(), entry.replace(" ", "-")):
            for sentence in (
                f"{text} 3",
                f"3 {text}",
                f"1-{text}",
                f"a {text} 12 days",
                f"last 3 {text}",
                f"({text}-7)",
                text,
            ):
                assert same(sentence, code), sentence


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=6), st.sampled_from(["", " ", "-"]), st.sampled_from(CODES))
def test_any_text_loses_the_same_names(pieces: list[str], between: str, code: str) -> None:
    """Words and numbers of all lists in any order, with letters that have other forms."""
    assert same(between.join(pieces), code)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=6), st.sampled_from(["", " ", "-"]), st.sampled_from(CODES))
def test_words_are_looked_for_where_one_can_be(pieces: list[str], between: str, code: str) -> None:
    """Idioms and numbers in words are found only in a text of ASCII that has a first word of theirs."""
    text = between.join(pieces)
    for pattern, firsts in ((_idioms(code), _idiom_words(code)), (_number_word(code), _number_words(code))):
        if text.isascii() and pattern.search(text):
            assert not firsts.isdisjoint(words_of(text))


@pytest.mark.parametrize("code", CODES)
def test_the_first_word_of_an_entry_is_whole(code: str) -> None:
    """Else a text could have the entry without having the word."""
    sections = ("labels", "names", "months", "long periods", "short periods", "word idioms")
    entries = [entry for section in sections for entry in LISTS[code][section]]
    for entry in (*entries, *(word for values in _values(code) for word in values)):
        (first,) = first_words([entry]) or ("",)
        assert entry.lower().startswith(first) and first, entry  # noqa: PT018
        assert entry[len(first) :][:1] != "*", entry
    assert all(_topics(code).values())
