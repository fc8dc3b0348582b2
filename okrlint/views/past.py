"""What only git can tell of a key result or an objective: scores as promised, where numbers come from, old check-ins.

Everything here is silent where the history was not asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.history.goalposts import goalpost_changes
from okrlint.history.ledger import restated
from okrlint.history.states import NOT_COMMITTED
from okrlint.model.check_in import CheckIn, same_value, value_of
from okrlint.model.dates import parse_date
from okrlint.model.fields import quantity_or_none
from okrlint.model.key_result import KeyResult
from okrlint.model.quantity import format_number
from okrlint.model.scoring import mean_of_key_results, score
from okrlint.records import bind
from okrlint.views.numbers import score_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from okrlint.history.history import PlanHistory, Recorded
    from okrlint.history.ledger import PlanLedger
    from okrlint.history.states import Moment
    from okrlint.model.objective import Objective
    from okrlint.model.score import Score
    from okrlint.views.report import Row
    from okrlint.views.survey import Survey

_FIELDS = {"Baseline": ("baseline",), "Target": ("growth", "target", "milestones")}
"""The labels of numbers, and the fields that they come from."""
_SHORT = 7
"""Digits of a commit beside a number."""
_READINGS = ("Now", "Reached")
_FEW = 1
"""Check-ins that a file may hold and still count as one that keeps none: each new one replaces the one before."""


_FEWEST = 2
"""Confidences that make a line."""


def history_of(key_result: KeyResult, survey: Survey) -> PlanHistory | None:
    """What the commits say of the key result's plan."""
    past = survey.given.history
    return past.plan(key_result.plan.address) if past is not None else None


def promised_key_result(key_result: KeyResult, survey: Survey) -> KeyResult | None:
    """The key result as it was agreed, with today's check-ins; None where it was not, or where nothing moved."""
    ledger = survey.ledgers.get(key_result.plan.address)
    first = _of_address(ledger, key_result.address) if ledger is not None else None
    if first is None or not any(goalpost_changes(first, key_result, None)):
        return None
    return restated(first, key_result)


def _of_address(ledger: PlanLedger, address: str) -> KeyResult | None:
    return next((each for each in ledger.promised.key_results if each.address == address), None)


def promised_score(key_result: KeyResult, survey: Survey) -> Score | None:
    """What was reached, scored against what was agreed; None where that is no other score."""
    first = promised_key_result(key_result, survey)
    found = score(first, survey.given.as_of) if first is not None else None
    return found if found is not None and found.score != survey.score(key_result).score else None


def promised_facts(key_result: KeyResult, survey: Survey) -> Iterator[Row]:
    """The score as promised, beside the one that the page shows."""
    found = promised_score(key_result, survey)
    ledger = survey.ledgers.get(key_result.plan.address)
    if found is not None and ledger is not None:
        note = f"as of {ledger.agreed.date}"
        yield {"label": "As promised", "text": score_text(found.score), "note": note, "origin": found.reason}


def promised_mean(objective: Objective, survey: Survey) -> str:
    """The score of an objective against what was agreed, as text; empty where it is the same."""
    if survey.given.history is None:
        return ""
    scores = [(promised_score(each, survey) or survey.score(each), each.weight) for each in objective.counted]
    found = mean_of_key_results(scores).score
    return score_text(found) if found != survey.objective_score(objective).score else ""


def with_origin(fact: Row, key_result: KeyResult, survey: Survey) -> Row:
    """A number with the commit that brought it."""
    past = history_of(key_result, survey)
    moment = _origin(fact["label"], key_result, past) if past is not None else None
    if moment is None:
        return fact
    words = f"committed {moment.date} in {moment.commit[:_SHORT]}" if moment.commit else moment.date
    return {**fact, "origin": words}


def origins_of(facts: Iterable[Row]) -> list[Row]:
    """Where numbers come from, once for all that come from the same place."""
    found: dict[str, list[str]] = {}
    for fact in facts:
        if fact["origin"]:
            found.setdefault(fact["origin"], []).append(fact["label"])
    return [{"words": words, "labels": labels} for words, labels in found.items()]


def _origin(label: str, key_result: KeyResult, past: PlanHistory) -> Moment | None:
    if label in _READINGS and key_result.check_ins:
        newest = key_result.check_ins[-1]
        entries = past.recorded.get((_part(key_result), newest.date_text), ())
        same = [entry.moment for entry in entries if _same(entry, newest)]
        return same[0] if entries and _same(entries[-1], newest) and same else NOT_COMMITTED
    return _moved_at(_FIELDS[label], key_result, past) if label in _FIELDS else None


def _same(entry: Recorded, check_in: CheckIn) -> bool:
    return same_value(value_of(entry.value), check_in.value)


def _moved_at(fields: tuple[str, ...], key_result: KeyResult, past: PlanHistory) -> Moment | None:
    """The commit since which these fields say what they say; the newest first, since most have never moved."""
    found: Moment | None = NOT_COMMITTED
    for state in reversed(past.states):
        before = next((each for each in state.plan.key_results if each.address == key_result.address), None)
        if before is None or any(change.field in fields for change in goalpost_changes(before, key_result, None)):
            return found
        found = state.moment
    return found


def _part(key_result: KeyResult) -> str:
    """Its part of the address; nothing where that is a position, which may have been another one's a week ago."""
    return key_result.address.partition("#")[2] if key_result.id and key_result.objective.id else ""


def with_recorded(key_result: KeyResult, survey: Survey) -> KeyResult:
    """The key result with the check-ins that commits have kept, where its file holds the newest one only.

    For charts and lists; scores are always those of the file.
    """
    past = history_of(key_result, survey)
    if past is None or len(key_result.check_ins) > _FEW:
        return key_result
    known = {entry.date_text: entry for entry in key_result.check_ins}
    part = _part(key_result)
    for (owner, day), entries in past.recorded.items():
        if owner == part and day not in known:
            known[day] = _check_in(key_result, day, entries[-1])
    if len(known) <= _FEW:
        return key_result
    full = KeyResult(**key_result.__dict__)
    days = sorted(entry for entry in known if known[entry].date is not None)
    bind(full, check_ins=tuple(known[day] for day in days))
    return full


def with_commits(rows: Row, key_result: KeyResult, survey: Survey) -> Row:
    """The rows of check-ins, where each that the file does not hold any more says which commit has it."""
    past = history_of(key_result, survey)
    here = {entry.date for entry in key_result.check_ins}
    for row in rows["log"] if past is not None else ():
        entries = past.recorded.get((_part(key_result), str(row["date"])), ()) if past is not None else ()
        if row["date"] not in here and entries:
            row["note"] = f"as committed in {entries[-1].moment.commit[:_SHORT]}"
    return rows


def confidence_row(key_result: KeyResult, survey: Survey) -> Row | None:
    """The line of confidences from 0 to 1, those that commits have kept included; None for fewer than two."""
    quarter, as_of = key_result.plan.quarter, survey.given.as_of
    if survey.given.history is None or quarter is None:
        return None
    known = [
        (entry.date, entry.confidence)
        for entry in with_recorded(key_result, survey).check_ins
        if entry.date is not None and quarter.start <= entry.date <= as_of and entry.confidence is not None
    ]
    if len(known) < _FEWEST:
        return None
    (first_day, first), (last_day, last) = known[0], known[-1]
    return {
        "title": "Confidence",
        "description": f"{format_number(first)} on {first_day} to {format_number(last)} on {last_day}",
        "readings": [((day - quarter.start).days / (quarter.days - 1), float(value)) for day, value in known],
        "paths": [("limit", 0.0, 0.0), ("limit", 1.0, 1.0)],
        "cone": None,
        "weeks": True,
        "tone": "none",
    }


def _check_in(key_result: KeyResult, day: str, entry: Recorded) -> CheckIn:
    confidence = quantity_or_none(entry.confidence)
    return CheckIn(
        document=key_result.document,
        path=key_result.path,
        date=parse_date(day),
        date_text=day,
        value=value_of(entry.value),
        confidence=confidence.fraction if confidence is not None else None,
        short=True,
    )
