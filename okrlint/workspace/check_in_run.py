"""A call of `okrlint check-in`, from what was typed to the sentence that says what was written."""

from __future__ import annotations

from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.model.dates import parse_date
from okrlint.model.quantity import NotAQuantity, parse_quantity
from okrlint.source.entry_insertion import bare
from okrlint.tuples import NamedTuple
from okrlint.workspace.check_in_value import value_for
from okrlint.workspace.check_in_writing import (
    NewCheckIn,
    check_day,
    find_key_result,
    write_check_in,
)
from okrlint.workspace.clock import day_of_run, today
from okrlint.workspace.plan_writing import NotWritten
from okrlint.workspace.turns import turn
from okrlint.workspace.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping
    from pathlib import Path

    from okrlint.linting.settings import Settings
    from okrlint.model.company import Company
    from okrlint.model.key_result import KeyResult

_FIELDS = ("confidence", "note", "next", "by")


class Call(NamedTuple):
    """What was typed."""

    address: str
    value: str
    date: str | None
    fields: Mapping[str, str]
    replace: bool


_TRIES = 3
"""Somebody may save the plan in an editor while it is read here; a second look then sees both."""


def run(folder: Path, call: Call) -> str:
    """Write a check-in and say so. Raises OkrlintError; then nothing was written."""
    workspace = open_workspace(folder)
    with turn(workspace.root):
        for _ in range(_TRIES - 1):
            try:
                return _run(workspace, call)
            except NotWritten:
                continue
        return _run(workspace, call)


def _run(workspace: Workspace, call: Call) -> str:
    portfolio = workspace.load(workspace.paths())
    day = day_of_call(call.date, workspace.settings)
    key_result = find_key_result(portfolio, call.address, day)
    check_day(key_result, day)
    check_not_ahead(day, workspace.settings)
    value = value_for(key_result, call.value, workspace.settings.language(workspace.rules))
    fields = {"value": value, **checked_fields(call.fields, portfolio.company)}
    write_check_in(workspace, key_result, NewCheckIn(day, fields, call.replace))
    return f"{key_result.address}: {fields['value']} on {day}{_before(key_result, day)}"


def day_of_call(date: str | None, settings: Settings) -> datetime.date:
    """The day of a flag, else that of the settings, else today. Raises OkrlintError for one that is no day."""
    if date is None:
        return day_of_run(None, settings)
    day = today() if date == "today" else parse_date(date)
    if day is None:
        raise OkrlintError(f"--date: {date} is not a day such as 2026-11-15, nor the word today")
    return day


def check_not_ahead(day: datetime.date, settings: Settings) -> None:
    """Raises OkrlintError for a day that has not come; it may be tomorrow already where somebody checks in."""
    newest = max(today(), settings.as_of or today())
    if (day - newest).days > 1:
        raise OkrlintError(f"{day} has not come yet; today is {newest}, and a value is checked in when it is read")


def checked_fields(given: Mapping[str, str], company: Company | None) -> dict[str, str]:
    """The fields beside the value, in the order of the format. Raises OkrlintError for one that cannot be."""
    empty = next((name for name, text in given.items() if not text.strip()), None)
    if empty is not None:
        raise OkrlintError(f"--{empty} is empty")
    if "by" in given:
        _check_person(given["by"].strip(), company)
    fields = {name: given[name].strip() for name in _FIELDS if name in given}
    return {name: _confidence(text) if name == "confidence" else text for name, text in fields.items()}


def _confidence(text: str) -> str:
    try:
        quantity = parse_quantity(text)
    except NotAQuantity:
        quantity = None
    share = quantity.fraction if quantity is not None and quantity.unit in ("", "%") else Decimal(-1)
    if not 0 <= share <= 1:
        raise OkrlintError(f"--confidence: {text} is no number from 0 to 1")
    return bare(f"{share.normalize():f}")


def _check_person(person: str, company: Company | None) -> None:
    if company is None or not company.people or company.person(person) is not None:
        return
    known = [one.id for one in company.people if one.id]
    close = get_close_matches(person, known, n=1)
    hint = f"did you mean {close[0]}?" if close else f"it lists {', '.join(known[:10])}"
    raise OkrlintError(f"--by: {person} is not among the people of the company file; {hint}")


def _before(key_result: KeyResult, day: datetime.date) -> str:
    """What it stood at before, in the words of the file."""
    last = next((one for one in reversed(key_result.check_ins) if one.date is not None and one.date < day), None)
    if last is None or last.value is None:
        return ""
    text = ("yes" if last.value else "no") if isinstance(last.value, bool) else last.value.text
    return f" (before: {text} on {last.date})"
