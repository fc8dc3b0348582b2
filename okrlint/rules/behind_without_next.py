"""A key result is behind, and neither its last check-in nor an open action names a next activity.

Being behind is no fault; it is the moment for the one question that a review is for: which activity comes first now,
to get back on track? Without an answer next week's check-in is the same one, a little lower. Pace is that of the day
on which the number was read. An aspirational key result is let alone while it keeps the pace that ends at par (0.6),
and nothing is asked in the first fifth of the quarter. An action that is open and not past its day is an answer.

When to ignore: when the number comes in steps by nature, such as yearly contracts that are all signed in December.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.check_in import CheckIn
from okrlint.model.key_result import HOLDS, UNKNOWN, KeyResult
from okrlint.model.pace import Pace, pace
from okrlint.model.periods import Period, share_elapsed
from okrlint.model.plan import Plan
from okrlint.model.quantity import Quantity, format_number
from okrlint.model.score_words import par_range
from okrlint.records import Record
from okrlint.source.span import Location

_HINT = "which activity comes first now? name it under `next` in the last check-in, or add it to `actions`"


class Options(Record):
    """When it is too early to say."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"after": (0, 1), "late_days": (0, 366)}

    after: Decimal = Decimal("0.2")
    """Share of the quarter that must have passed before anything counts as behind."""
    late_days: int = 7
    """Days that a milestone or an action may be late: so long the one is not behind, and the other an answer."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look at the pace of every key result of a running quarter."""
    quarter, today = plan.quarter, context.as_of
    if plan.status != "active" or quarter is None or today is None or not quarter.contains(today):
        return
    if share_elapsed(Period(quarter.start, quarter.end), today) < context.options.after:
        return
    for key_result in plan.counted_key_results:
        if key_result.type != UNKNOWN and key_result.scoring != "judged":
            yield from _key_result(key_result, today, context.options)


def _key_result(key_result: KeyResult, today: datetime.date, options: Options) -> Iterator[Problem]:
    seen = [entry for entry in key_result.check_ins if entry.date is not None and entry.date <= today]
    if key_result.type == "milestones":
        yield from _steps(key_result, seen, today, options)
    elif seen and seen[-1].next is None and not _is_planned(key_result, today, options):
        day = _day_of_pace(key_result, seen, today)
        going = pace(key_result, day) if day is not None else Pace("none")
        if _is_behind(going, key_result):
            yield Problem(_place(seen[-1]), _message(key_result, going, day), _HINT, address=key_result.address)


def _day_of_pace(key_result: KeyResult, seen: list[CheckIn], today: datetime.date) -> datetime.date | None:
    """The day on which the value was read; a yes or no has its own day, and is asked about from then on."""
    if key_result.type in ("done", "establish-baseline"):
        return today
    return next((entry.date for entry in reversed(seen) if isinstance(entry.value, Quantity)), None)


def _is_behind(going: Pace, key_result: KeyResult) -> bool:
    if going.word not in ("behind", "at risk") or going.progress is None or going.expected is None:
        return False
    return going.progress < going.expected * par_range(key_result.commitment)[0]


def _is_planned(key_result: KeyResult, today: datetime.date, options: Options) -> bool:
    """Whether an action is open and not forgotten; one that was finished later was open on the day of the run."""
    return any(
        (action.status in ("todo", "doing") if action.done is None else action.done > today)
        and (action.due is None or (today - action.due).days <= options.late_days)
        for action in key_result.actions
    )


def _message(key_result: KeyResult, going: Pace, day: datetime.date | None) -> str:
    progress = format_number(going.progress or Decimal(0), 2)
    if key_result.type in HOLDS:
        where = f"has held its limit in {progress} of the time by {day}"
    elif key_result.type in ("done", "establish-baseline"):
        where = f"was due on {key_result.due} and is not done"
    else:
        where = (
            f"was at {progress} on {day}, when {format_number(going.expected or Decimal(0), 2)} of the time was over"
        )
    return f"{quoted(key_result.name)} {where}, and no next activity is named"


def _place(check_in: CheckIn) -> Location:
    return Location(check_in.document.path, check_in.document.key_span(check_in.path))


def _steps(key_result: KeyResult, seen: list[CheckIn], today: datetime.date, options: Options) -> Iterator[Problem]:
    """A step that is late, with no answer since it was due."""
    limit = today - datetime.timedelta(days=options.late_days)
    late = [step for step in key_result.milestones if step.done is None and step.due is not None and step.due < limit]
    if not late or _is_planned(key_result, today, options) or pace(key_result, today).word not in ("behind", "at risk"):
        return
    step = min(late, key=lambda found: found.due or today)
    if not any(entry.next and entry.date and entry.date >= (step.due or today) for entry in seen):
        yield Problem(
            step.at("due"),
            f"{quoted(step.title or key_result.name)} was due on {step.due}, and no next activity is named",
            "which activity comes first now? add it to `actions`, or as `next` of a check-in",
            address=key_result.address,
        )


RULE = Rule(
    id="behind-without-next",
    group="rhythm",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    options=Options,
    clock=True,
    bad=(
        Example(
            """
check_ins:
  2026-10-26: 1930
  2026-11-09: 1950  # <- was at 0.15 on 2026-11-09, when 0.43 of the time was over, and no next activity is named
""",
            without=("actions",),
            as_of="2026-11-15",
        ),
        Example(
            """
title: Bring the partner contract to a signature
metric: Partner contract
milestones:
  - title: Terms agreed
    due: 2026-10-30  # <- "Terms agreed" was due on 2026-10-30, and no next activity is named
  - title: Signed
    due: 2026-12-11
actions: []
""",
            without=("baseline", "growth", "guard"),
            as_of="2026-11-15",
        ),
    ),
    good=(
        Example(
            """
check_ins:
  2026-10-26: 1930
  2026-11-09:
    value: 1950
    next: Offer the summit's visitors a trial with their own data
""",
            without=("actions",),
            as_of="2026-11-15",
        ),
        Example(
            """
check_ins:
  2026-10-26: 1960
  2026-11-09: 2030
""",
            without=("actions",),
            as_of="2026-11-15",
        ),
    ),
)
