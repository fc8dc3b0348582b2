"""What a person types as a value, held against the key result: a value that cannot be is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.linting.wording.pipeline import is_pipeline
from okrlint.linting.wording.units import agree, is_hard
from okrlint.linting.wording.words import LANGUAGE
from okrlint.model.quantity import NotAQuantity, Quantity, format_number, parse_quantity
from okrlint.source.entry_insertion import Bare, bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.model.key_result import KeyResult

_FAR = 10
"""A bare share this many times smaller than every known number may as well be a fraction of 1."""
_YES_OR_NO = {"yes": "true", "true": "true", "no": "false", "false": "false"}


def value_for(key_result: KeyResult, typed: str, language: str = LANGUAGE) -> str:
    """The value as it is written into the file. Raises OkrlintError for one that the key result cannot have."""
    text, name = typed.strip(), key_result.address
    answer = _YES_OR_NO.get(text.casefold())
    if key_result.type == "milestones":
        raise OkrlintError(f"{name} is scored by its steps; write the day into `done` of a step")
    if key_result.type == "done":
        if answer is None:
            raise OkrlintError(f"{name} is done or not done: {text} is neither yes nor no")
        return Bare(answer)
    if answer is not None:
        raise OkrlintError(f"{name} is measured by a number; {text} is none")
    quantity = _quantity(name, text)
    _check_unit(key_result, quantity, text, language)
    _check_point(name, quantity, text)
    _check_share(key_result, quantity, text)
    _check_sign(key_result, quantity, text, language)
    return bare(text)


def _quantity(name: str, text: str) -> Quantity:
    try:
        quantity = parse_quantity(text)
    except NotAQuantity as error:
        raise OkrlintError(f"{name}: {text or 'nothing'} is no value; {error}") from error
    if quantity.per is not None:
        raise OkrlintError(f"{name}: {text} is a rate; write the value of the day without per {quantity.per}")
    return quantity


def _check_point(name: str, quantity: Quantity, text: str) -> None:
    """Three digits behind a point are a thousand in much of Europe; the file would hold a thousandth of it."""
    found = re.search(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])", text, re.ASCII)
    if found is not None and quantity.unit != "%":
        number = found.group()
        both = f"{number.replace('.', '')} for the thousand, {number}0 for the decimals"
        raise OkrlintError(f"{name}: {text} can be read in two ways; write {both}")


def _check_share(key_result: KeyResult, quantity: Quantity, text: str) -> None:
    """Spreadsheets and tools for analysis show 2.4% as 0.024; in a plan that would be a hundredth of it."""
    value = abs(quantity.value)
    if quantity.unit or _own_unit(key_result) != "%" or not 0 < value <= 1:
        return
    if all(abs(number.value) > _FAR * value for number in _numbers(key_result) if number.value):
        both = f"{format_number(quantity.value * 100)}% or {format_number(quantity.value)}%".replace("\u2212", "-")
        raise OkrlintError(f"{key_result.address} is measured in %, and {text} can be read in two ways; write {both}")


def _check_sign(key_result: KeyResult, quantity: Quantity, text: str, language: str) -> None:
    """What is counted cannot be fewer than none."""
    if quantity.value >= 0:
        return
    if key_result.type == "count":
        raise OkrlintError(
            f"{key_result.address} counts from 0, and {text} is below; with baseline: 0 it may fall below"
        )
    if is_pipeline(key_result, language):
        raise OkrlintError(f"{key_result.address} counts what comes in, and {text} is below 0")


def _check_unit(key_result: KeyResult, quantity: Quantity, text: str, language: str) -> None:
    own = _own_unit(key_result)
    given = quantity.unit
    if not own and given == "%" and key_result.growth is not None:
        raise OkrlintError(
            f"{key_result.address} is measured by its value, not by its growth: write a number, not {text}"
        )
    if agree(own, given, language):
        return
    if key_result.stated_unit or _numbers_unit(key_result) or is_hard(own, language) or is_hard(given, language):
        raise OkrlintError(f"{key_result.address} is measured in {own}, and {text} is in {given}")


def _own_unit(key_result: KeyResult) -> str:
    """That of the key result, else that of its newest check-in."""
    return key_result.unit or _numbers_unit(key_result)


def _numbers_unit(key_result: KeyResult) -> str:
    """The unit that stands in the key result's own numbers."""
    return next((number.unit for number in _numbers(key_result) if number.unit), "")


def _numbers(key_result: KeyResult) -> Iterator[Quantity]:
    """The baseline, the target, and what was checked in, the newest first."""
    baseline = key_result.baseline.value if key_result.baseline is not None else None
    values = (entry.value for entry in reversed(key_result.check_ins))
    numbers = (baseline, key_result.target, *(key_result.band or ()), *values)
    return (number for number in numbers if isinstance(number, Quantity))
