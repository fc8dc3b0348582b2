"""A check-in has a date that cannot belong to its quarter.

The latest date is the current value, so one wrong digit decides the score: a check-in of next year stays current for
ever, and one of last year is never seen. Numbers that are read in the first two weeks after the quarter still belong
to it. What was measured before it began is the baseline. Drafts are not asked, since they may be copies of the last
plan. A run for an earlier day (`--as-of`) is told by the several days that lie after it, and asks no future.

When to ignore: never; a date is right or wrong.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import ClassVar

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.model.check_in import CheckIn
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.quarter import Quarter, quarter_of
from okrlint.records import Record
from okrlint.source.span import Location
from okrlint.tuples import NamedTuple

_ZONES = datetime.timedelta(days=1)
"""It may be tomorrow already where somebody checks in."""
_MOST_RELATED = 10
_FEW = 2


class Options(Record):
    """How long a quarter is read."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"grace_days": (0, 366)}

    grace_days: int = 14
    """Days after the quarter's end in which its last values are still checked in."""


class _Days(NamedTuple):
    """The days on which a check-in may lie."""

    quarter: Quarter
    first: datetime.date
    last: datetime.date
    """The last one of them by the quarter."""
    newest: datetime.date
    """The last one of them by the run; that of the quarter where the run does not know its day."""

    def hold(self, day: datetime.date) -> bool:
        return self.first <= day <= self.newest


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look at the dates of all check-ins; one finding a key result."""
    quarter, today = plan.quarter, context.as_of
    if quarter is None or plan.status == "draft":
        return
    last = quarter.end + datetime.timedelta(days=context.options.grace_days)
    days = _Days(quarter, quarter.start, last, last if today is None or today >= last else today + _ZONES)
    odd = [key_result for key_result in plan.key_results if key_result.check_ins and not _all_fit(key_result, days)]
    if odd and _looks_back(plan, days.newest):
        days = days._replace(newest=last)
    for key_result in odd:
        yield from _problem(key_result, days)


def _looks_back(plan: Plan, today: datetime.date) -> bool:
    """Whether a plan was written after the day of the run.

    One day in the future is a slip; several days, or one on which most key results were looked at, are a history.
    """
    later = [_after(key_result, today) for key_result in plan.key_results if key_result.check_ins]
    days = set().union(*later, (review.date for review in plan.reviews if review.date and review.date > today))
    known = {day for day in days if plan.quarter is not None and plan.quarter.contains(day)}
    return len(known) > 1 or (len(later) > _FEW and sum(map(bool, later)) * 2 > len(later))


def _after(key_result: KeyResult, today: datetime.date) -> set[datetime.date]:
    return {entry.date for entry in key_result.check_ins if entry.date is not None and entry.date > today}


def _all_fit(key_result: KeyResult, days: _Days) -> bool:
    """Whether all check-ins lie in the quarter; they are in order, so the first and the last tell."""
    first, last = key_result.check_ins[0].date, key_result.check_ins[-1].date
    return first is not None and last is not None and days.hold(first) and days.hold(last)


def _problem(key_result: KeyResult, days: _Days) -> Iterator[Problem]:
    if "draft" in (key_result.status, key_result.objective.status):
        return
    dated = [(entry, entry.date) for entry in key_result.check_ins if entry.date is not None]
    wrong = [(entry, day) for entry, day in dated if not days.hold(day)]
    if wrong:
        (first, day), *others = wrong
        yield Problem(
            _place(first),
            f"the check-in of {day} lies {_where(day, days)}",
            _hint(day, days),
            tuple(Related(_place(entry), "this one too") for entry, _ in others[:_MOST_RELATED]),
            key_result.address,
        )


def _place(check_in: CheckIn) -> Location:
    return Location(check_in.document.path, check_in.document.key_span(check_in.path))


def _where(day: datetime.date, days: _Days) -> str:
    quarter = days.quarter
    if day < quarter.start:
        return f"before {quarter.label}, which begins on {quarter.start}"
    if day <= days.last:
        return "in the future"
    return f"{(day - quarter.end).days} days after {quarter.label}, which ended on {quarter.end}"


def _hint(day: datetime.date, days: _Days) -> str:
    """The nearest slip that it can be: another year, or a value of another quarter."""
    quarter = days.quarter
    meant = next(filter(None, (_in_year(day, year) for year in (quarter.start.year, quarter.end.year))), None)
    if meant is not None and days.hold(meant):
        return f"if the year is mistyped, write {meant}"
    other = quarter_of(day, quarter.fiscal_start)
    if other == quarter:
        return "correct the date; a value is checked in on the day on which it is read"
    if other == quarter.previous():
        return f"write what {other.label} ended at as `baseline`, and leave the check-in to the plan of {other.label}"
    return f"correct the date, or move it to the plan of {other.label}"


def _in_year(day: datetime.date, year: int) -> datetime.date | None:
    """The same day of another year; None where that has none or it is the same year."""
    try:
        return day.replace(year=year) if day.year != year else None
    except ValueError:
        return None


RULE = Rule(
    id="check-in-outside-quarter",
    group="rhythm",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example(
            """
check_ins:
  2025-10-12: 1930  # <- the check-in of 2025-10-12 lies before 2026-Q4, which begins on 2026-10-01
  2026-10-19: 1960
"""
        ),
        Example(
            """
check_ins:
  2026-11-09: 2040
  2026-12-09: 2090  # <- the check-in of 2026-12-09 lies in the future
""",
            as_of="2026-11-15",
        ),
    ),
    good=(
        Example(
            """
check_ins:
  2026-10-01: 1890
  2026-12-28: 2310
  2027-01-05: 2346
"""
        ),
    ),
)
