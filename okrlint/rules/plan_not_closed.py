"""A quarter has been over for a while, and its plan is not closed.

Closing is where a team learns: each key result gets its score, those that missed get a cause, and the next plan can
show that the cause was heard. Two weeks later nobody remembers why a number moved. A plan that is still a draft
after its quarter has never been a plan.

When to ignore: while a number comes in late, such as an invoice or a survey; the reason then says until when.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.model.plan import Plan
from okrlint.records import Record


class Options(Record):
    """How long closing may take."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"grace_days": (0, 366)}

    grace_days: int = 14
    """Days after the quarter's end within which a plan is closed."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Compare the quarter's end with the day of the run."""
    quarter, today = plan.quarter, context.as_of
    if quarter is None or today is None or plan.status == "closed" or today <= quarter.end:
        return
    over = (today - quarter.end).days
    if over > context.options.grace_days:
        is_draft = plan.status == "draft"
        yield Problem(
            plan.at("status"),
            f"{quarter.label} ended on {quarter.end}, {over} days ago, and the plan is still "
            f"{'a draft' if is_draft else 'active'}",
            "close it too, or remove it if nobody ever worked by it"
            if is_draft
            else "score each key result, write down what was learned, and set `status: closed`",
            address=plan.address,
        )


RULE = Rule(
    id="plan-not-closed",
    group="ambition and scoring",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    options=Options,
    clock=True,
    bad=(
        Example(
            "status: active  # <- 2026-Q4 ended on 2026-12-31, 15 days ago, and the plan is still active",
            at="plan",
            as_of="2027-01-15",
        ),
    ),
    good=(Example("status: active", at="plan", as_of="2027-01-14"),),
)
