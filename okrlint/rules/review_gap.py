"""The team has not looked at its plan together for two cadences.

Check-ins are numbers; what follows from them is decided when the team looks at them together. A plan that nobody
reviews is a report. Asked is while the quarter runs, from the day of the agreement on, and only where somebody checks
in: where the numbers are missing as well, that is what is told.

When to ignore: when the team meets and keeps its notes elsewhere; a date under `reviews` is enough then.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import ClassVar

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.limits import limit_words
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.model.plan import Plan
from okrlint.records import Record


class Options(Record):
    """The limit, which the preset sets."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"days": (1, 366)}

    days: int = 14
    """Most days between two reviews: twice as many as between check-ins."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Measure the days since the last review."""
    quarter, today = plan.quarter, context.as_of
    if plan.status != "active" or quarter is None or today is None or not quarter.contains(today):
        return
    last = max((review.date for review in plan.reviews if review.date and review.date <= today), default=None)
    agreed = plan.agreed.date if plan.agreed is not None else None
    since = max(day for day in (quarter.start, agreed, last) if day is not None)
    days, limit = (today - since).days, context.options.days
    if days > limit and _is_checked_in(plan, today - datetime.timedelta(days=limit), today):
        words = f"the last review was on {last}, {days} days ago"
        when = words if last == since else f"no review in the {days} days since {since}"
        yield Problem(
            plan.at_key("reviews"),
            f"{when}; {limit_words(context, RULE.id, 'days', 'ask', 'for one every')} days",
            "look at the key results together, and note the day under `reviews`",
            address=plan.address,
        )


def _is_checked_in(plan: Plan, first: datetime.date, today: datetime.date) -> bool:
    days = (entry.date for kr in plan.counted_key_results for entry in reversed(kr.check_ins))
    return any(day is not None and first <= day <= today for day in days)


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
      - {{id: reviews, title: Raise public reviews to 60, owner: ben, baseline: 44, target: 60,
          check_ins: {{2026-11-02: 48, 2026-11-09: 50}}}}
      - {{id: nps, title: Raise the net promoter score to 40, owner: ana, baseline: 31, target: 40}}
      - {{id: cost, title: Lower the cost per lead to $34, owner: ben, baseline: $40, target: $34}}
reviews:{mark}
  - date: 2026-10-19
    note: Moved the budget of the summit to search
{last}"""

RULE = Rule(
    id="review-gap",
    group="rhythm",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    options=Options,
    clock=True,
    bad=(
        Example(
            _PLAN.format(
                mark="  # <- the last review was on 2026-10-19, 27 days ago; preset geckoboard asks for one every 14",
                last="",
            ),
            at="file",
            as_of="2026-11-15",
        ),
    ),
    good=(Example(_PLAN.format(mark="", last="  - date: 2026-11-02\n"), at="file", as_of="2026-11-16"),),
)
