"""What is owed on a day: check-ins by cadence, actions that are due, causes of what was missed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from okrlint.linting.final_score import LATE_DAYS, final_score, last_day
from okrlint.linting.owed import ONCE, has_cause, is_checked_in, is_counted_out
from okrlint.model.periods import check_in_periods, key_result_span
from okrlint.model.quantity import format_number
from okrlint.model.score_words import par_range
from okrlint.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from okrlint.model.action import Action
    from okrlint.model.key_result import KeyResult
    from okrlint.model.periods import Period
    from okrlint.model.plan import Plan

_WEEK = 7
AHEAD_DAYS = 14
"""Actions that are due within so many days are told."""


class Due(NamedTuple):
    """One thing that somebody owes."""

    person: str
    """An id; empty where nobody is named."""
    day: date
    """On which it is or was due: that of a check-in by its cadence, an action's own, the end of a quarter."""
    kind: str
    """check-in, action or cause."""
    address: str
    title: str
    words: str
    """How it stands: "no check-in yet", "3 days past due"."""


def due_on(plans: Iterable[Plan], day: date) -> tuple[Due, ...]:
    """Everything that is owed, by person, then by day; drafts owe nothing."""
    found = (item for plan in plans for item in _of_plan(plan, day))
    return tuple(sorted(found, key=lambda item: (not item.person, item.person, item.day, item.kind, item.address)))


def _of_plan(plan: Plan, day: date) -> Iterator[Due]:
    if plan.quarter is None or plan.status == "draft":
        return
    for key_result in plan.counted_key_results:
        if plan.status == "active":
            yield from _check_in(key_result, day)
            yield from _actions(key_result, day)
        if plan.status == "closed" or day > last_day(plan.quarter):
            yield from _cause(key_result)


def owners_of(key_result: KeyResult) -> tuple[str, ...]:
    """Its owners, else those of its objective, else who leads the plan, else an empty name."""
    lead = (key_result.plan.lead,) if key_result.plan.lead else ("",)
    return key_result.owners or key_result.objective.owners or lead


def _check_in(key_result: KeyResult, day: date) -> Iterator[Due]:
    """Owed from the day on which the cadence asks for one until the last numbers of the quarter are read."""
    quarter, span = key_result.plan.quarter, key_result_span(key_result)
    if quarter is None or span is None or not span.start <= day <= last_day(quarter):
        return
    if not is_checked_in(key_result) or span.end < span.start:
        return
    days = (one.date for one in key_result.check_ins if one.date is not None and one.value is not None)
    known = max((one for one in days if span.start <= one <= day), default=None)
    since = _asked_on(key_result, span, known)
    newest = key_result.check_ins[-1] if key_result.check_ins else None
    if since is None or since > day or is_counted_out(key_result, newest):
        return
    words = "no check-in yet" if known is None else f"last check-in {known}, {_days((day - known).days)} ago"
    for person in owners_of(key_result):
        yield Due(person, since, "check-in", key_result.address, key_result.name, words)


def _asked_on(key_result: KeyResult, span: Period, known: date | None) -> date | None:
    """The day of the next check-in after one: a week later, or with the next month; None where no more is asked.

    The first one is asked for at the end of the first period, what is all or nothing on its own day.
    """
    if key_result.type in ONCE:
        return span.end if known is None else None
    periods = check_in_periods(span, key_result.cadence)
    if known is None:
        return periods[0].end
    if key_result.cadence == "monthly":
        return min((period.start for period in periods if period.start > known), default=None)
    following = known + timedelta(days=_WEEK)
    return following if following <= span.end else None


def _actions(key_result: KeyResult, day: date) -> Iterator[Due]:
    for action in key_result.actions:
        if action.status in ("done", "dropped") or action.due is None or action.due > day + timedelta(days=AHEAD_DAYS):
            continue
        for person in (action.owner,) if action.owner else owners_of(key_result):
            yield Due(person, action.due, "action", key_result.address, _title(action), _when(action.due, day))


def _title(action: Action) -> str:
    return action.title or "untitled action"


def _when(due: date, day: date) -> str:
    if due == day:
        return "due today"
    return f"{_days((day - due).days)} past due" if due < day else f"due in {_days((due - day).days)}"


def _days(count: int) -> str:
    return f"{count} day{'s' * (count != 1)}"


def _cause(key_result: KeyResult) -> Iterator[Due]:
    """Owed by what ended below par and says no cause, or `other` without a word."""
    quarter, reached = key_result.plan.quarter, final_score(key_result)
    if has_cause(key_result.close) or quarter is None:
        return
    if reached is None or reached >= par_range(key_result.commitment)[0]:
        return
    words = f"ended at {format_number(reached, 2)}, below par, without a cause"
    for person in owners_of(key_result):
        day = quarter.end + timedelta(days=LATE_DAYS)
        yield Due(person, day, "cause", key_result.address, key_result.name, words)
