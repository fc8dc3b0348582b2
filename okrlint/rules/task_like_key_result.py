"""A key result describes work instead of what the work is for.

"Launch the new editor" can be done on time and change nothing. A key result says what is different afterwards,
by a number: sign-ups, minutes saved, deals won; the launch is one of its actions. A title passes when it states
a rate, money, a factor, "from A to B", how many people or deals are reached, or what follows ("so that"); so
does a key result whose fields measure a change or hold a limit. Closed plans and dropped key results are left
alone. In a draft, `--unsafe-fixes` makes the work an action of the objective's only other key result.

When to ignore: when a team builds the first version of something and there is nobody yet whose behaviour could
change.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Fix, Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.place import place_of
from okrlint.linting.wording.prose import quoted
from okrlint.linting.work import work_in
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.records import Record


class Options(Record):
    """What is work, and what is none."""

    words: tuple[str, ...] = ()
    """Further verbs with which a title that describes work begins."""
    allow: tuple[str, ...] = ()
    """Words and phrases that name a result in your trade."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Read the titles of the key results that nothing else shows to be results."""
    if plan.status == "closed":
        return
    for key_result in plan.counted_key_results:
        found = work_in(key_result, context.options.allow, context.language)
        if found:
            yield Problem(
                place_of(key_result, "title", found.start, found.end),
                f'"{found.text}" describes work: {quoted(key_result.name)}',
                "say what changes through it, with a number, and make the work an action",
                address=key_result.address,
                fix=_fix(key_result, context),
            )


def _fix(key_result: KeyResult, context: Context) -> Fix | None:
    """The work made an action of the objective's only other key result, where that one is a result."""
    others = [other for other in key_result.objective.counted if other is not key_result]
    if (
        len(others) != 1
        or key_result.plan.status != "draft"
        or work_in(others[0], context.options.allow, context.language)
    ):
        return None
    from okrlint.linting.moving import make_action

    return make_action(key_result, others[0], context.portfolio)


RULE = Rule(
    id="task-like-key-result",
    group="wording",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    options=Options,
    own_words="task/verbs",
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
