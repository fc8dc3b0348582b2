"""The ledger in words, and as data."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from okrlint.escaping import one_line, terminal
from okrlint.history.change import GOALPOST
from okrlint.history.ledger import Entry, PlanLedger, TwoScores, two_scores
from okrlint.history.rows import row_of
from okrlint.model.quantity import format_number

VERSION = 1


def ledger_lines(found: Iterable[PlanLedger], as_of: datetime.date | None) -> Iterator[str]:
    """Each plan with its rows, oldest first; foreign text in them is made harmless for a terminal."""
    for number, ledger in enumerate(found):
        if number:
            yield ""
        yield terminal(f"{ledger.address}: {_when(ledger)}")
        if not ledger.entries and ledger.agreed.commit:
            yield "  nothing has changed since"
        for entry in ledger.entries:
            yield from _entry(entry)
        for scores in two_scores(ledger, as_of) if as_of is not None else ():
            yield f"  {terminal(one_line(f'{scores.key_result.name}: {_both(scores)}'))}"


def _when(ledger: PlanLedger) -> str:
    moment = ledger.agreed
    if not moment.commit:
        return "in the working tree only, nothing of it is committed yet"
    return f"agreed as of {moment.date} by {moment.author} in {moment.commit}"


def _entry(entry: Entry) -> Iterator[str]:
    row = row_of(entry.change)
    who = f"{entry.moment.date} {entry.moment.commit} {entry.moment.author}".strip()
    yield f"  {terminal(one_line(f'{who}: {row.sign} {row.what} {row.name}: {row.step}'))}"
    if entry.reason or entry.change.kind == GOALPOST:
        yield f"    {terminal(one_line(entry.reason or 'no reason given'))}"


def _both(scores: TwoScores) -> str:
    promised, amended = (_number(value) for value in (scores.promised, scores.amended))
    return f"score as promised {promised}, as amended {amended}"


def _number(value: Decimal | None) -> str:
    return "none" if value is None else format_number(value, 2)


def ledger_data(found: Iterable[PlanLedger], notes: Iterable[str], as_of: datetime.date | None) -> str:
    """The ledger as JSON, in the shape of schemas/log.schema.json."""
    plans = [_plan(ledger, as_of) for ledger in found]
    return json.dumps({"version": VERSION, "plans": plans, "notes": list(notes)}, indent=2, allow_nan=False) + "\n"


def _plan(ledger: PlanLedger, as_of: datetime.date | None) -> dict[str, Any]:
    scores = two_scores(ledger, as_of) if as_of is not None else ()
    return {
        "plan": ledger.address,
        "agreed": {"commit": ledger.agreed.commit or None, "date": ledger.agreed.date, "author": ledger.agreed.author},
        "entries": [_row(entry) for entry in ledger.entries],
        "scores": [
            {"address": s.key_result.address, "promised": _float(s.promised), "amended": _float(s.amended)}
            for s in scores
        ],
    }


def _row(entry: Entry) -> dict[str, Any]:
    moment, change = entry
    return {
        "date": moment.date,
        "commit": moment.commit or None,
        "author": moment.author or None,
        "kind": change.kind,
        "what": change.what,
        "address": change.address,
        "name": change.name,
        "field": change.field or None,
        "before": change.before or None,
        "after": change.after or None,
        "reason": entry.reason or None,
    }


def _float(value: Decimal | None) -> float | None:
    return None if value is None else round(float(value), 4)
