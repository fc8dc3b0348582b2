"""How much a key result asks for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from okrlint.linting.asked import Ask, asked
from tests.model.written_plans import key_result

ROWS = [
    ("more", "baseline: 40\ntarget: 60", Ask("increase", Decimal("0.5")), "50%"),
    ("less", "type: decrease\nbaseline: 40\ntarget: 30", Ask("decrease", Decimal("0.25")), "25%"),
    ("more than nothing", "type: increase\nbaseline: 0 trials\ntarget: 60 trials", Ask("increase by trials", Decimal(60), "trials"), "60 trials"),
    ("a count", "type: count\ntarget: 6 deals", Ask("count deals", Decimal(6), "deals"), "6 deals"),
    ("a lower limit", "type: at-least\ntarget: 95%", Ask("at-least %", Decimal(95), "%"), "95%"),
    ("an upper limit", "type: at-most\ntarget: 4 hours", Ask("at-most hours", Decimal(-4), "hours"), "4 hours"),
]  # fmt: skip
NOTHING = [
    ("no start", "type: increase\ntarget: 60"),
    ("no goal", "type: increase\nbaseline: 60"),
    ("neither", "type: increase"),
    ("the other way", "type: increase\nbaseline: 60\ntarget: 40"),
    ("nowhere", "type: increase\nbaseline: 60\ntarget: 60"),
    ("two limits", "target: [40, 60]"),
    ("done or not", "type: done\ntarget: 1"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "ask", "words"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_is_asked_for(fields: str, ask: Ask, words: str) -> None:
    """A share of the start where there is one, else the number itself; the more, the harder."""
    found = asked(key_result(fields))

    assert found == ask
    assert found.words == words


@pytest.mark.parametrize("fields", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_what_cannot_be_compared(fields: str) -> None:
    """Another rule says what is missing."""
    assert asked(key_result(fields)) is None
