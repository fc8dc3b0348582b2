"""Which units belong to one number."""

from __future__ import annotations

import pytest

from okrlint.linting.wording.units import agree, is_hard

SAME = [
    ("USD", "$"),
    ("$", "AUD"),
    ("€", "EUR"),
    ("%", "percent"),
    ("percentage points", "%"),
    ("hours", "h"),
    ("days", "day"),
    ("leads", "lead"),
    ("new leads", "leads"),
    ("USD per lead", "$"),
    ("% of customers", "%"),
    ("companies", "company"),
    ("", "leads"),
    ("$", ""),
    ("Leads", "leads"),
]
DIFFERENT = [
    ("%", "leads"),
    ("$", "€"),
    ("USD", "AUD"),
    ("hours", "minutes"),
    ("leads", "sign-ups"),
    ("days", "%"),
    ("$", "%"),
]


@pytest.mark.parametrize(("first", "second"), SAME, ids=[f"{a} and {b}" for a, b in SAME])
def test_names_of_one_unit_agree(first: str, second: str) -> None:
    """Signs, codes, words, singular and plural of one unit agree, and a bare number agrees with all."""
    assert agree(first, second)
    assert agree(second, first)


@pytest.mark.parametrize(("first", "second"), DIFFERENT, ids=[f"{a} and {b}" for a, b in DIFFERENT])
def test_different_units_disagree(first: str, second: str) -> None:
    """What cannot be subtracted disagrees."""
    assert not agree(first, second)
    assert not agree(second, first)


def test_hard_units() -> None:
    """Shares, money and time are told from names of what is counted."""
    assert [unit for unit in ("%", "USD per lead", "hours", "leads", "") if is_hard(unit)] == [
        "%",
        "USD per lead",
        "hours",
    ]
