"""Which field an unknown one was meant to be."""

from __future__ import annotations

import pytest

from okrlint.model.schema_files import load_schema
from okrlint.model.shape_fields import Meant, hint_for, listed, meant, nearest

ROOT = load_schema("plan")
FIELDS = ("owner", "baseline", "target", "check_ins", "why")


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("ownre", Meant("owner", is_slip=True)),
        ("hwy", Meant("why", is_slip=True)),
        ("Check-Ins", Meant("check_ins", is_slip=True)),
        ("zebra", None),
        ("quarter", None),
    ],
)
def test_what_was_meant(word: str, found: Meant | None) -> None:
    """A slip of the pen is told from what is another noun's field, or nobody's."""
    assert meant(word, FIELDS, ROOT) == found


@pytest.mark.parametrize(("length", "is_looked_at"), [(40, True), (41, False)])
def test_long_words_are_not_compared(length: int, *, is_looked_at: bool) -> None:
    """A word of forty letters is, one of more is no slip of any."""
    known = "ab" + "x" * (length - 2)
    swapped = "ba" + "x" * (length - 2)

    assert (meant(swapped, (known,), ROOT) is not None) is is_looked_at
    assert (nearest(swapped, (known,)) is not None) is is_looked_at


def test_letters_that_changed_places_in_a_long_word() -> None:
    """So far apart that the words are not near in any other way."""
    assert meant("hwy", ("why",), ROOT) == Meant("why", is_slip=True)
    assert meant("why", ("hwy", "other"), ROOT) == Meant("hwy", is_slip=True)


def test_a_hint_says_where_a_field_belongs() -> None:
    """The nearest name, the other noun, the other file, or what there is."""
    assert hint_for("ownre", "an objective", FIELDS, ROOT) == "did you mean `owner`?"
    assert (
        hint_for("milestones", "an objective", FIELDS, ROOT)
        == "`milestones` belongs to a key result, not to an objective"
    )
    assert hint_for("currency", "an objective", FIELDS, ROOT) == "`currency` belongs to a file of `kind: pipeline`"
    assert hint_for("zebra", "an objective", FIELDS, ROOT) == (
        "fields of an objective are: owner, baseline, target, check_ins, why"
    )


def test_words_are_listed_as_a_sentence_does() -> None:
    """One, two and three."""
    assert [listed(words, "or") for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a or b",
        "a, b or c",
    ]
