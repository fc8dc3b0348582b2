"""Nothing moves: the number is flat and no action was finished, or an action is past its day.

Actions are what is tried to move a number. Where it stands still in check-in after check-in and nothing was finished
meanwhile, the plan is waiting for something that nobody has named. Limits that are held are meant to be flat, and a
key result that is ahead may rest; a `next` in the last check-in is an answer. An action that is open a week after its
day is forgotten, or done and not marked, or no longer wanted; each of these is one word in the file.

When to ignore: when the number lags behind the work by nature, such as a survey that looks back half a year.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import ClassVar

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.action import Action
from okrlint.model.check_in import CheckIn
from okrlint.model.key_result import KeyResult
from okrlint.model.pace import pace
from okrlint.model.plan import Plan
from okrlint.model.quantity import Quantity, format_quantity
from okrlint.records import Record

_MOVING = ("increase", "decrease", "count")


class Options(Record):
    """How long something may stand still."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"flat": (1, 100), "grace_days": (0, 366)}

    flat: int = 2
    """So many check-ins in a row that brought no change count as flat."""
    grace_days: int = 7
    """Days after its day in which an action may still be open."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look at the numbers and at the actions of a running quarter."""
    quarter, today = plan.quarter, context.as_of
    if plan.status != "active" or quarter is None or today is None or not quarter.contains(today):
        return
    for key_result in plan.counted_key_results:
        for action in key_result.actions:
            if action.due is not None and (today - action.due).days > context.options.grace_days and _is_open(action):
                yield _overdue(action, key_result, today)
        if key_result.check_ins and key_result.type in _MOVING:
            yield from _flat(key_result, today, context.options)


def _is_open(action: Action) -> bool:
    return action.status in ("todo", "doing") and action.done is None


def _overdue(action: Action, key_result: KeyResult, today: datetime.date) -> Problem:
    late = (today - action.due).days if action.due is not None else 0
    return Problem(
        action.at("due"),
        f"the action {quoted(action.title or 'without a title')} was due on {action.due}, {late} days ago",
        "write the day under `done`, give it a new `due`, or set `status: dropped`",
        address=key_result.address,
    )


def _flat(key_result: KeyResult, today: datetime.date, options: Options) -> Iterator[Problem]:
    last = _flat_check_ins(key_result, today, options.flat + 1)
    if not last:
        return
    if _finished_since(key_result, last[0].date, today) or pace(key_result, today).word in ("ahead", "none"):
        return
    value = last[-1].value
    yield Problem(
        key_result.at_key("actions"),
        f"{quoted(key_result.name)} stood at {format_quantity(value) if isinstance(value, Quantity) else value} "
        f"in its last {len(last)} check-ins, and no action was finished since {last[0].date}",
        "which action would move it? finish it, add it, or name it under `next` in the last check-in",
        (Related(last[-1].at("value"), "the last of them"),),
        key_result.address,
    )


def _flat_check_ins(key_result: KeyResult, today: datetime.date, wanted: int) -> list[CheckIn]:
    """The last check-ins, as many as wanted, where all have one value and the newest names no next activity."""
    found: list[CheckIn] = []
    for entry in reversed(key_result.check_ins):
        if entry.date is None or entry.date > today:
            continue
        if not found and entry.next:
            return []
        if isinstance(entry.value, Quantity):
            if found and _number(entry) != _number(found[0]):
                return []
            found.append(entry)
            if len(found) == wanted:
                return found[::-1]
    return []


def _number(check_in: CheckIn) -> object:
    return check_in.value.value if isinstance(check_in.value, Quantity) else None


def _finished_since(key_result: KeyResult, day: datetime.date | None, today: datetime.date) -> bool:
    """Whether an action was finished between two days; one that was finished on no known day may have been."""
    finished = (action for action in key_result.actions if action.status == "done" or action.done is not None)
    return any(action.done is None or day is None or day <= action.done <= today for action in finished)


RULE = Rule(
    id="stalled-actions",
    group="rhythm",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    options=Options,
    clock=True,
    bad=(
        Example(
            """
actions:  # <- stood at 1,890 in its last 3 check-ins, and no action was finished since 2026-10-05
  - title: Sponsor the agency summit
    owner: ben
    due: 2026-10-02  # <- the action "Sponsor the agency summit" was due on 2026-10-02, 13 days ago
    status: doing
check_ins:
  2026-10-05: 1890
  2026-10-09: 1890
  2026-10-12: 1890
""",
            as_of="2026-10-15",
        ),
    ),
    good=(
        Example(
            """
actions:
  - title: Sponsor the agency summit
    owner: ben
    due: 2026-10-02
    status: done
    done: 2026-10-08
check_ins:
  2026-10-05: 1890
  2026-10-09: 1890
  2026-10-12: 1890
""",
            as_of="2026-10-15",
        ),
        Example(
            """
check_ins:
  2026-10-05: 1890
  2026-10-09: 1890
  2026-10-12:
    value: 1890
    next: Write to last year's visitors of the summit
""",
            as_of="2026-10-15",
        ),
    ),
)
