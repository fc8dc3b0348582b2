"""A key result ended below par, and nobody said why.

A miss is worth as much as a success when its cause is known: the goal was too high, the channel too slow, the budget
too short, time ran out, or the number was the wrong one. Each of them leads to another next plan, and without a cause
next quarter repeats this one. Par is 0.6, and 1 for what was committed. Asked are closed plans, and two weeks after
the quarter all others. It is about the work, never about a person.

When to ignore: never; `cause: other` with a sentence under `learned` is always possible.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import ClassVar

from okrlint.linting.final_score import computed_score, final_score
from okrlint.linting.finding import Problem, Severity
from okrlint.linting.owed import has_cause
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.close import CAUSES
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.quantity import format_number
from okrlint.model.score_words import par_range
from okrlint.records import Record


class Options(Record):
    """When a plan is asked that is not closed."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"grace_days": (0, 366)}

    grace_days: int = 14
    """Days after the quarter's end from which on a cause is asked for, whatever the plan's status."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look for low scores of an ended quarter without a cause."""
    if context.as_of is None or not _is_asked(plan, context.as_of, context.options.grace_days):
        return
    for key_result in plan.counted_key_results:
        close = key_result.close
        if has_cause(close) or (close is not None and close.cause not in (None, *CAUSES)):
            continue
        miss = _miss(key_result)
        if miss:
            why = 'the cause "other" has no words' if close is not None and close.cause else "no cause is given"
            yield Problem(
                close.at("cause") if close is not None else key_result.at(),
                f"{quoted(key_result.name)} {miss}, and {why}",
                _HINT,
                address=key_result.address,
            )


_HINT = (
    "ask what kept it back, not who, and write `cause` and `learned` under `close`: "
    f"{', '.join(cause for cause in CAUSES if cause not in ('target-too-easy', 'other'))} or other"
)


def _is_asked(plan: Plan, today: datetime.date, grace_days: int) -> bool:
    if plan.status != "active" or plan.quarter is None:
        return plan.status == "closed"
    return (today - plan.quarter.end).days > grace_days


def _miss(key_result: KeyResult) -> str:
    """How it ended, where that is below par; a plan must be closed before no number at all is a miss."""
    reached, par = final_score(key_result), par_range(key_result.commitment)[0]
    if reached is None:
        result = computed_score(key_result) if key_result.plan.status == "closed" else None
        return "was closed without a single value" if result is not None and result.status == "pending" else ""
    if reached >= par:
        return ""
    verb = "ended" if key_result.plan.status == "closed" else "stands"
    what = "where 1 was committed" if par == 1 else f"below par ({format_number(par)})"
    return f"{verb} at {format_number(reached)}, {what}"


RULE = Rule(
    id="missed-without-cause",
    group="ambition and scoring",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    options=Options,
    clock=True,
    bad=(
        Example(
            """
title: Increase leads by 25% vs. 2026-Q3
check_ins:
  2026-12-28: 2022
close:
  score: 0.30  # <- stands at 0.3, below par (0.6), and no cause is given
  learned: The summit brought visitors and no leads
""",
            as_of="2027-01-15",
        ),
        Example(
            """
title: Increase leads by 25% vs. 2026-Q3  # <- stands at 0.9, where 1 was committed, and no cause is given
commitment: committed
check_ins:
  2026-12-28: 2304.225
""",
            as_of="2027-01-15",
        ),
    ),
    good=(
        Example(
            """
check_ins:
  2026-12-28: 2022
close:
  score: 0.30
  cause: channel-slower
  learned: The summit brought visitors and no leads
  decision: change
""",
            as_of="2027-01-15",
        ),
        Example("check_ins: {2026-12-28: 2164}", as_of="2027-01-15"),
    ),
)
