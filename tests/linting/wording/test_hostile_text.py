"""Text that would make a careless expression run for minutes; nothing here is timed, it only has to end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from okrlint.linting.wording.audience import uncounted
from okrlint.linting.wording.code_names import code_name
from okrlint.linting.wording.compensation import is_pay_field, pay_link
from okrlint.linting.wording.compound import second_measure
from okrlint.linting.wording.figures import figure
from okrlint.linting.wording.numbers import by_percent, from_to, measures
from okrlint.linting.wording.placeholders import is_slot, slots
from okrlint.linting.wording.prose import quoted, readable
from okrlint.linting.wording.similar import essence
from okrlint.linting.wording.tasks import task
from okrlint.linting.wording.usual import keeping
from okrlint.linting.wording.vague import soft_word

LENGTH = 16_384
PIECES = ["X ", "X followers ", "[", "[target", "](", "`a", "1,", "1.", "a-", "bonus score tied ", "not tied ", "launched x ", " ", "_", "<a ", "a@b.", "[a] ", "a: ", "from 1 to 2 ", "by 1% ", "at most ", "2026-", "{{x", "\n", "İ", "improve ", "Launch Aa", "1 and 2 ", "users ", "keep "]  # fmt: skip
SIGNALS: list[Callable[[str], object]] = [
    slots,
    is_slot,
    task,
    pay_link,
    is_pay_field,
    measures,
    from_to,
    by_percent,
    quoted,
    readable,
    soft_word,
    second_measure,
    figure,
    code_name,
    keeping,
    uncounted,
    essence,
]


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_every_signal_ends(piece: str) -> None:
    """A long text of one repeated piece is read by every signal, and blanking never moves a place."""
    text = (piece * LENGTH)[:LENGTH]

    for signal in SIGNALS:
        signal(text)
    assert len(readable(text)) == len(text)
