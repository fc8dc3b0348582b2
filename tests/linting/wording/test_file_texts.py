"""What a file says, and the quick looks that most files do not pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.linting.wording import file_texts as module
from okrlint.linting.wording.compensation import is_sign_of_okrs, is_sign_of_pay, pay_link
from okrlint.linting.wording.file_texts import file_texts, path_of, telling
from okrlint.linting.wording.placeholders import is_sign_of_slot, may_be_slots, slots
from okrlint.model.okr_file import build_file
from okrlint.source.reader import read

LANGUAGES = ("en", "en+de")
_WORDS = st.sampled_from(
    ["XX", "$X", "bonus", "of", "OKR", "TBD", "x", "ote", "(ote", "comp", "plan", "lohn", "%", "0.7", "d", "[target]",
     "raise", "key", "result", "\u00a0", "\n", "\u00df", "\u0130", "\u03a3", "N", "??", "goal", "a", "12"]
)  # fmt: skip
_TEXT = st.one_of(st.text(max_size=30), st.lists(_WORDS, max_size=7).map(" ".join), st.lists(_WORDS).map("".join))


def test_all_that_a_file_says() -> None:
    """Texts of the fields that rules read come with their path; strings and keys are those of the whole file."""
    text = "kind: plan\nobjectives:\n  - title: Win XX deals\n    key_results: [{owner: ben, by: [ana, 3]}]\n"
    found = file_texts(build_file(read(text.encode(), "plan.yaml"), None))

    assert {(path_of(entry), entry[1]) for entry in found.texts} == {
        (("objectives", 0, "title"), "Win XX deals"),
        (("objectives", 0, "key_results", 0, "owner"), "ben"),
    }
    assert sorted(found.strings) == ["Win XX deals", "ana", "ben", "plan"]
    assert found.keys == {"kind", "objectives", "title", "key_results", "owner", "by"}
    assert found.words == {"Win", "XX", "deals", "ben"}


@pytest.mark.parametrize("text", ["", "- one\n", "just words", "a: [\n"])
def test_a_file_that_is_no_mapping_says_little(text: str) -> None:
    """Whatever the file is, there is an answer."""
    assert file_texts(build_file(read(text.encode(), "plan.yaml"), None)).texts == ()


def test_each_word_is_asked_about_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next file with the same words costs no question; too many words are forgotten, and asked about again."""
    asked = []

    def is_sign(word: str, language: str) -> bool:
        asked.append(word)
        return word == "bad" and language == "en"

    assert telling(frozenset(("good", "bad")), is_sign, "en") == {"bad"}
    assert telling(frozenset(("good", "bad")), is_sign, "en") == {"bad"}
    assert telling(frozenset(("good",)), is_sign, "en") == set()
    assert sorted(asked) == ["bad", "good"]
    monkeypatch.setattr(module, "_MOST_KNOWN", 1)
    assert telling(frozenset(("bad", "new")), is_sign, "en") == {"bad"}
    assert sorted(asked) == ["bad", "bad", "good", "new"]


@given(_TEXT, st.sampled_from(LANGUAGES))
def test_the_quick_look_misses_no_slot(text: str, language: str) -> None:
    """Where no word of a text is a sign and the text is not short there is nothing to find."""
    if slots(text, "en") and not may_be_slots(text):
        assert any(is_sign_of_slot(word, language) for word in text.split())


@given(_TEXT, st.sampled_from(LANGUAGES))
def test_the_quick_look_misses_no_tie_of_pay(text: str, language: str) -> None:
    """A text that ties pay to OKRs has a word for each of the two."""
    if pay_link(text, language):
        assert any(is_sign_of_pay(word, language) for word in text.split())
        assert any(is_sign_of_okrs(word, language) for word in text.split())
