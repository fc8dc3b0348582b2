"""Nobody has checked in on a key result for longer than its cadence.

Goals that nobody looks at are set and forgotten: the number still moves, only nobody sees where to. A check-in takes a
minute, and a week without one is a week in which nothing could be decided. The preset says how often; a registered
metric with a `cadence` is asked by that one. Milestones need no check-in, a yes or no and a first measurement need
none before their day, and neither does what is judged, done, due already or counted to the end. A new plan has its
first days free, and drafts, closed plans and those that are over and wait to be closed are not asked. Where nobody
checked in on any key result of a plan, that is told once.

When to ignore: over holidays, with a last day; a metric that can only be read monthly says `cadence: monthly`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import ClassVar

from okrlint.linting.final_score import last_day
from okrlint.linting.finding import Problem, Severity
from okrlint.linting.limits import limit_words
from okrlint.linting.owed import ONCE, is_checked_in, is_counted_out
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.records import Record
from okrlint.tuples import NamedTuple

_HINT = "check in its value; where there is none to read yet, a `note` that says so will do"


class Options(Record):
    """How many days may pass between check-ins."""

    BOUNDS: ClassVar[dict[str, Bounds]] = dict.fromkeys(("days", "weekly_days", "monthly_days"), (1, 366))

    days: int = 7
    """Most days between check-ins, where the metric has no cadence of its own."""
    weekly_days: int = 7
    """Most days between check-ins on a metric with `cadence: weekly`."""
    monthly_days: int = 38
    """Most days between check-ins on a metric with `cadence: monthly`: a month, and a week to read it."""


class _Wait(NamedTuple):
    """How long a key result has been waiting for a check-in."""

    key_result: KeyResult
    last: datetime.date | None
    until: datetime.date
    """The day of the run, or the one on which the key result ended."""
    days: int
    """Since the last check-in, else since there was something to check in."""
    limit: int


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Measure the silence of every key result that should be checked in."""
    today, quarter = context.as_of, plan.quarter
    if plan.status != "active" or quarter is None or today is None or not quarter.start <= today <= last_day(quarter):
        return
    recent = today - datetime.timedelta(days=min(context.options.days, context.options.weekly_days))
    quiet = [kr for kr in plan.counted_key_results if not _is_fresh(kr, recent, today)]
    if not quiet:
        return
    agreed = plan.agreed.date if plan.agreed is not None else None
    begun = max(quarter.start, agreed) if agreed is not None else quarter.start
    waits = [wait for kr in quiet if (wait := _wait(kr, begun, today, context.options))]
    stale = [wait for wait in waits if wait.days > wait.limit]
    if len(stale) > 1 and len(stale) == len(waits) and len(quiet) == len(plan.counted_key_results):
        message = f"none of the {len(stale)} key results {_together(stale, today)}{_asked_of_all(stale, context)}"
        yield Problem(plan.at_key("objectives"), message, "check in on all of them", address=plan.address)
        return
    for wait in stale:
        kr = wait.key_result
        message = f"{quoted(kr.name)} {_alone(wait)}{_asked(kr, context)}"
        yield Problem(kr.at_key("check_ins"), message, _HINT, address=kr.address)


def _is_fresh(key_result: KeyResult, recent: datetime.date, today: datetime.date) -> bool:
    """Whether the newest check-in is of the last days; most are, and need no closer look."""
    newest = key_result.check_ins[-1].date if key_result.check_ins else None
    return newest is not None and recent <= newest <= today


def _wait(key_result: KeyResult, begun: datetime.date, today: datetime.date, options: Options) -> _Wait | None:
    """None for a key result that needs no check-in."""
    quarter, due = key_result.plan.quarter, key_result.due
    if quarter is None or due is None or not is_checked_in(key_result):
        return None
    last = next((e for e in reversed(key_result.check_ins) if e.date and quarter.start <= e.date <= today), None)
    own = {"weekly": options.weekly_days, "monthly": options.monthly_days}
    limit = own.get(_cadence(key_result) or "", options.days)
    if key_result.type in ONCE:
        # A plain yes or no says nothing before its day, and everything once it was answered.
        return _Wait(key_result, None, today, (today - due).days, limit) if last is None and today > due else None
    if is_counted_out(key_result, last):
        return None
    until = min(today, due, quarter.end)
    since = begun if last is None or last.date is None else max(begun, last.date)
    return _Wait(key_result, last.date if last is not None else None, until, (until - since).days, limit)


def _alone(wait: _Wait) -> str:
    if wait.key_result.type in ONCE:
        return f"has no check-in, {wait.days} days after it was due"
    if wait.last is None:
        return f"has no check-in{_when(wait)}"
    return f"was last checked in on {wait.last}{_when(wait)}"


def _together(stale: list[_Wait], today: datetime.date) -> str:
    last = max((wait.last for wait in stale if wait.last is not None), default=None)
    if last is None:
        return f"has a check-in after {max(wait.days for wait in stale)} days"
    return f"was checked in after {last}, {(today - last).days} days ago"


def _when(wait: _Wait) -> str:
    silent = (wait.until - wait.last).days if wait.last is not None else wait.days
    if wait.until == wait.key_result.due:
        return f", {silent} days before it ended on {wait.until}" if wait.last else f" and ended on {wait.until}"
    return f", {silent} days ago" if wait.last else f" after {silent} days"


def _asked_of_all(stale: list[_Wait], context: Context) -> str:
    """What the preset asks for, where it is asked of any; metrics may have cadences of several kinds."""
    free = next((wait.key_result for wait in stale if _cadence(wait.key_result) is None), None)
    return _asked(free, context) if free is not None else ""


def _asked(key_result: KeyResult, context: Context) -> str:
    cadence = _cadence(key_result)
    if cadence is not None:
        return f"; its metric is read {cadence}"
    return f"; {limit_words(context, RULE.id, 'days', 'ask', 'for one every')} days"


def _cadence(key_result: KeyResult) -> str | None:
    """That of the metric itself."""
    return key_result.registered.cadence if key_result.registered is not None else None


_PLAN = """
kind: plan
version: 1
team: marketing
quarter: 2026-Q4
objectives:
  - id: demand
    title: Make agencies ask for us by name
    owner: ana
    key_results:
      - id: reviews
        title: Raise public reviews to 60
        owner: ben
        baseline: 44
        target: 60
        check_ins:{mark}
          2026-10-26: 48
          {last}: 50
      - {{id: nps, title: Raise the net promoter score to 40, owner: ana, baseline: 31, target: 40,
          check_ins: {{2026-10-26: 33, 2026-11-09: 34}}}}
      - {{id: leads, title: Increase leads by 25%, owner: ben, metric: leads, baseline: 1881, growth: 25%,
          check_ins: {{2026-10-26: 1960, 2026-11-09: 2010}}}}
"""

RULE = Rule(
    id="check-in-stale",
    group="rhythm",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    options=Options,
    clock=True,
    bad=(
        Example(
            _PLAN.format(
                mark='  # <- "Raise public reviews to 60" was last checked in on 2026-11-02, 13 days ago',
                last="2026-11-02",
            ),
            at="file",
            as_of="2026-11-15",
        ),
    ),
    good=(Example(_PLAN.format(mark="", last="2026-11-09"), at="file", as_of="2026-11-16"),),
)
