"""An objective reads like a key result.

An objective says what the team wants to become, in words that somebody may remember; the key results below it say
by which numbers that is known. With a share, an amount of money, a "from A to B" or a count in the objective,
its key results have nothing left to say, and the number is never scored. Names may hold numbers: "the $1B market",
"top 1%", "100% remote". Closed plans are left alone.

When to ignore: when the whole company knows the number by heart and works for nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.figures import figure
from okrlint.linting.wording.place import place_of
from okrlint.linting.wording.prose import quoted
from okrlint.model.plan import Plan
from okrlint.records import Record


class Options(Record):
    """What is no number of a key result here."""

    allow: tuple[str, ...] = ()
    """Names that hold a number, such as `100 days of code`."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Read the titles of the objectives that count."""
    if plan.status == "closed":
        return
    for objective in plan.counted:
        found = figure(context.heard(objective.title), context.language) if objective.title else None
        if found is not None:
            yield Problem(
                place_of(objective, "title", found.start, found.end),
                f'"{found.text}" makes a key result of {quoted(objective.title or "")}',
                "say in words what you want to become, and score the number in a key result",
                address=objective.address,
            )


RULE = Rule(
    id="metric-in-objective",
    group="wording",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example('title: Increase revenue by 20%  # <- "20%" makes a key result of', at="objective"),
        Example('title: Grow from 5 to 9 markets  # <- "5 to 9" makes a key result of', at="objective"),
    ),
    good=(
        Example("title: Own the conversation of small agencies", at="objective"),
        Example("title: Be the obvious choice in the $1B agency market", at="objective"),
    ),
)
