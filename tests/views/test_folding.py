"""Letters as people look for them."""

from __future__ import annotations

import pytest

from okrlint.views.folding import NUMBERS, OTHERS, first_letter, fold


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Håkansson", "hakansson"),
        ("Zürich, Köln", "zurich, koln"),
        ("STRASSE straße", "strasse strasse"),
        ("Łódź Ærø þorn", "lodz aero thorn"),
        ("ﬁne ①", "fine 1"),
        ("İstanbul ısı", "istanbul isi"),
        ("Ελλάδα Ёлка", "ελλαδα елка"),
        ("你好", "你好"),
    ],
)
def test_folding(text: str, plain: str) -> None:
    """Without marks, in small letters; letters that are no marked ones become the usual two."""
    assert fold(text) == plain


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Über", "U"),
        ("“quoted”", "Q"),
        ("  - dash", "D"),
        ("120 trials", NUMBERS),
        ("", NUMBERS),
        ("!?", NUMBERS),
        ("Ёлка", "Е"),
        ("你好", OTHERS),
        ("مرحبا", OTHERS),
    ],
)
def test_first_letters(text: str, letter: str) -> None:
    """The first letter or digit counts; scripts without a short alphabet share one place."""
    assert first_letter(text) == letter
