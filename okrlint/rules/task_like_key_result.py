"""A key result describes work instead of what the work is for.

"Launch the new editor" can be done on time and change nothing. A key result says what is different afterwards,
by a number: sign-ups, minutes saved, deals won; the launch is one of its actions. A title passes when it states
a rate, money, a factor, "from A to B", how many people or deals are reached, or what follows ("so that"); so
does a key result whose fields measure a change or hold a limit. Closed plans and dropped key results are left
alone.

When to ignore: when a team builds the first version of something and there is nobody yet whose behaviour could
change.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.pipeline import names_pipeline_metric
from okrlint.linting.wording.place import place_of
from okrlint.linting.wording.prose import quoted
from okrlint.linting.wording.tasks import task
from okrlint.linting.wording.units import is_hard
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.records import Record

_BY_TEXT = ("count", "milestones", "done", "unknown")
"""Types whose fields do not show by themselves that something changes."""


class Options(Record):
    """What is no work here."""

    allow: tuple[str, ...] = ()
    """Verbs that name a result in your trade, in small letters."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Read the titles of the key results that nothing else shows to be results."""
    if plan.status == "closed":
        return
    for key_result in plan.counted_key_results:
        title = key_result.title
        found = task(title, context.options.allow) if title and not _measures_a_result(key_result) else None
        if title and found:
            yield Problem(
                place_of(key_result, "title", found.start, found.end),
                f'"{found.text}" describes work: {quoted(title)}',
                "say what changes through it, with a number, and make the work an action",
                address=key_result.address,
            )


def _measures_a_result(key_result: KeyResult) -> bool:
    if key_result.type not in _BY_TEXT:
        return True
    if key_result.type == "count":
        return (
            key_result.registered is not None
            or is_hard(key_result.unit)
            or names_pipeline_metric(key_result.metric or "")
        )
    return False


RULE = Rule(
    id="task-like-key-result",
    group="wording",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example(
            """
title: Launch the new editor  # <- "Launch" describes work
metric: Editor
type: done
""",
            without=("baseline", "growth"),
        ),
        Example(
            """
title: ICP completed and TAM defined  # <- "completed" describes work
metric: Target market
type: done
""",
            without=("baseline", "growth"),
        ),
        Example(
            """
title: Publish 8 customer stories  # <- "Publish" describes work
metric: Customer stories
target: 8
""",
            without=("baseline", "growth"),
        ),
    ),
    good=(
        Example(
            """
title: Increase sign-ups by 25% with the new editor
"""
        ),
        Example(
            """
title: Launch the newsletter with 500 subscribers
metric: Newsletter readers
target: 500
""",
            without=("baseline", "growth"),
        ),
        Example(
            """
title: Build time under 5 minutes
metric: Build time
type: at-most
target: 5 minutes
""",
            without=("baseline", "growth"),
        ),
    ),
)
