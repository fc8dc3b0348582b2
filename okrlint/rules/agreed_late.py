"""A plan was agreed when its quarter was well under way.

A plan that is agreed in week five describes what is happening anyway, and its targets are set with half of the
answer known. Two weeks are enough to settle what the last quarter has taught. A draft is agreed by nobody yet, and
a team's first plan may come when it comes.

When to ignore: when the team was formed, or its task changed, in the middle of the quarter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.limits import what_to_do
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.model.plan import Plan
from okrlint.model.portfolio import Portfolio
from okrlint.records import Record


class Options(Record):
    """How late is late."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"days": (0, 366)}

    days: int = 14
    """Days after the quarter's first day within which a plan is agreed."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Compare the day of the agreement with the quarter's first day."""
    agreed, quarter = plan.agreed, plan.quarter
    if agreed is None or agreed.date is None or quarter is None or plan.status == "draft":
        return
    late = (agreed.date - quarter.start).days
    if late > context.options.days and _is_used_to_it(plan, context.portfolio):
        yield Problem(
            agreed.at("date"),
            f"agreed on {agreed.date}, {late} days after {quarter.label} began; "
            f"the limit is {context.options.days} days",
            what_to_do(
                plan, "agree the next one before its quarter begins, and give the reason for this one in a suppression"
            ),
            address=plan.address,
        )


def _is_used_to_it(plan: Plan, portfolio: Portfolio) -> bool:
    """Whether the team has had a plan before."""
    quarter = plan.quarter
    return any(
        other.quarter is not None and quarter is not None and other.quarter < quarter
        for other in portfolio.plans_of_team(plan.team)
    )


RULE = Rule(
    id="agreed-late",
    group="rhythm",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example(
            """
agreed:
  date: 2026-11-02  # <- agreed on 2026-11-02, 32 days after 2026-Q4 began; the limit is 14 days
  by: [ana, ben]
""",
            at="plan",
        ),
    ),
    good=(
        Example(
            """
agreed:
  date: 2026-10-15
  by: [ana, ben]
""",
            at="plan",
        ),
    ),
)
