"""The walk through what is owed: which key results wait for a check-in, and what is known of each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from okrlint.errors import OkrlintError
from okrlint.model.score import pending
from okrlint.tuples import NamedTuple
from okrlint.views.due import due_on
from okrlint.views.key_result_numbers import numbers_of
from okrlint.workspace.check_in_run import Call, checked_fields, day_of_call, run
from okrlint.workspace.check_in_value import value_for
from okrlint.workspace.check_in_writing import find_key_result
from okrlint.workspace.plan_choice import check_there_are
from okrlint.workspace.workspace import open_workspace

if TYPE_CHECKING:
    import datetime

    from okrlint.model.key_result import KeyResult
    from okrlint.model.portfolio import Portfolio


class Stop(NamedTuple):
    """One key result of the walk."""

    address: str
    title: str
    standing: str
    """What is known of it: "last check-in 2026-11-02, 13 days ago; target 3,002 leads"."""
    is_yes_or_no: bool


class Walk:
    """Everything that is owed on a day, from one look at the repository; each answer is written at once."""

    def __init__(self, folder: Path, date: str | None, person: str | None, words: str | None) -> None:
        """Look for what a person owes, or everybody; for one key result where the call names it.

        Raises OkrlintError for a call that names nothing.
        """
        workspace = open_workspace(folder)
        self._folder, self._date = folder, date
        self._portfolio = workspace.load(workspace.paths())
        check_there_are(self._portfolio)
        self._language = workspace.settings.language(workspace.rules)
        self.day = day_of_call(date, workspace.settings)
        self._by = {"by": person} if person else {}
        checked_fields(self._by, self._portfolio.company)
        self._found = {one.address: one for one in self._key_results(person, words)}
        self.stops = tuple(_stop(one, self._standing(one), self.day) for one in self._found.values())

    def _key_results(self, person: str | None, words: str | None) -> list[KeyResult]:
        if words is not None:
            return [find_key_result(self._portfolio, words, self.day)]
        return owed_by(self._portfolio, self.day, person)

    def _standing(self, key_result: KeyResult) -> str:
        items = due_on((key_result.plan,), self.day)
        found = (item for item in items if item.kind == "check-in" and item.address == key_result.address)
        return next((item.words for item in found), "")

    def refuses(self, stop: Stop, field: str, text: str) -> str:
        """Why an answer cannot be, in a sentence; empty where it can."""
        try:
            if field == "value":
                value_for(self._found[stop.address], text, self._language)
            else:
                checked_fields({field: text}, self._portfolio.company)
        except OkrlintError as error:
            return str(error)
        return ""

    def write(self, stop: Stop, value: str, fields: Mapping[str, str]) -> str:
        """Write a check-in as if it had been typed in one line. Raises OkrlintError; then nothing was written."""
        return run(self._folder, Call(stop.address, value, self._date, {**fields, **self._by}, replace=False))


def owed_by(portfolio: Portfolio, day: datetime.date, person: str | None) -> list[KeyResult]:
    """The key results that wait for a check-in on a day, those waiting longest first."""
    items = [item for item in due_on(portfolio.plans, day) if item.kind == "check-in" and item.day <= day]
    chosen = sorted((item.day, item.address) for item in items if person is None or item.person == person)
    every = {one.address: one for plan in portfolio.plans for one in plan.key_results}
    return [every[address] for address in dict.fromkeys(address for _, address in chosen)]


def _stop(key_result: KeyResult, owed: str, day: datetime.date) -> Stop:
    numbers = numbers_of(key_result, pending(""), None, day)
    known = [f"{row['label'].lower()} {row['text']}" for row in numbers if row["label"] in ("Baseline", "Target")]
    last = next((e for e in reversed(key_result.check_ins) if e.date is not None and e.date <= day), None)
    value = getattr(last.value, "text", "") if last is not None else ""
    words = [owed, f"last value {value}" if value else "", *known]
    is_yes_or_no = key_result.type == "done"
    return Stop(key_result.address, key_result.name, "; ".join(filter(None, words)), is_yes_or_no)
