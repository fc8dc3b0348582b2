"""Check-ins as rows: the newest words in full, the earlier ones and all numbers to unfold."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from okrlint.model.quantity import format_number
from okrlint.views.names import person_name
from okrlint.views.numbers import value_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from okrlint.model.check_in import CheckIn
    from okrlint.model.company import Company
    from okrlint.model.key_result import KeyResult
    from okrlint.views.report import Row


def check_in_rows(key_result: KeyResult, company: Company | None, as_of: date) -> Row:
    """Under `log` every check-in, newest first; under `latest` the newest one that has words, or None.

    The `day` of a row is its month and day, with the year where a reader would not know it: first, and after New Year.

    Under `runs` the log in lines: one that has words to show beside its number stands alone, others share a line.
    """
    known = [entry for entry in key_result.check_ins if entry.date is not None and entry.date <= as_of]
    rows = [_check_in_row(key_result, entry, company) for entry in reversed(known)]
    for newer, row in pairwise(rows):
        row["day"] = str(row["date"])[5 if newer["date"].year == row["date"].year else 0 :]
    latest = next((row for row in rows if row["note"] or row["next"]), None)
    return {"log": rows, "latest": latest, "runs": list(_runs(rows, latest))}


def _runs(rows: list[Row], latest: Row | None) -> Iterator[list[Row]]:
    """The words of the latest one are shown above the log, so it needs no line of its own."""
    for worded, group in groupby(rows, key=lambda row: row is not latest and bool(row["note"] or row["next"])):
        if worded:
            yield from ([row] for row in group)
        else:
            yield list(group)


def _check_in_row(key_result: KeyResult, entry: CheckIn, company: Company | None) -> Row:
    return {
        "date": entry.date,
        "day": str(entry.date),
        "value": "" if entry.value is None else value_text(key_result, entry.value),
        "confidence": "" if entry.confidence is None else format_number(entry.confidence),
        "note": entry.note or "",
        "next": entry.next or "",
        "by": person_name(company, entry.by) if entry.by else "",
        "corrected": entry.corrected or "",
    }


def latest_words(key_result: KeyResult, as_of: date) -> str:
    """The day of the newest number."""
    days = [e.date for e in key_result.check_ins if e.value is not None and e.date and e.date <= as_of]
    return str(days[-1]) if days else ""
