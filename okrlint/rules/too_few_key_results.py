"""An objective has too few key results to tell whether it was reached in a sensible way.

A single number can be reached at the cost of everything around it: leads that never buy, revenue that
costs more than it brings. Two or three further key results, on cost, quality or retention, keep the first
one honest. An objective without any key result cannot be scored: that is an error in every preset. Drafts
and dropped key results do not count.

When to ignore: when the numbers that keep a key result honest are watched elsewhere, for example as its
`guard`.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.limits import counted, limit_words, what_to_do
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.records import Record


class Options(Record):
    """The limit, which the preset sets."""

    min: int = 3
    """Fewest key results that an objective should have."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Count the key results that count, objective by objective."""
    for objective in plan.counted:
        number = len(objective.counted)
        if number == 0:
            yield _none(objective)
        elif number < context.options.min:
            limit = limit_words(context, RULE.id, "min", "ask", "for at least")
            yield Problem(
                objective.at_key("key_results"),
                f"{quoted(objective.name)} has {counted(number, 'key result')}; {limit}",
                what_to_do(
                    plan, "add what keeps the others honest, such as quality beside volume or cost beside growth"
                ),
                address=objective.address,
            )


def _none(objective: Objective) -> Problem:
    idle = len(objective.key_results)
    none = f"no key result that counts: {idle} of {idle} are drafts or dropped" if idle else "no key result"
    return Problem(
        objective.at_key("key_results"),
        f"{quoted(objective.name)} has {none}",
        "without one it has no score: add the numbers that tell whether it was reached, or set it to `status: draft`",
        address=objective.address,
        severity=Severity.ERROR,
    )


RULE = Rule(
    id="too-few-key-results",
    group="structure",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example(
            """
title: Make agencies ask for us by name
key_results:  # <- has 2 key results; preset geckoboard asks for at least 3
  - {id: leads, title: Increase leads by 25%, owner: ben, baseline: 1881, growth: 25%}
  - {id: cost, title: Lower the cost per lead to $34, owner: ben, baseline: $40, target: $34}
""",
            at="objective",
        ),
        Example(
            """
title: Make agencies ask for us by name  # <- has no key result
""",
            at="objective",
            without=("key_results",),
        ),
    ),
    good=(
        Example(
            """
title: Make agencies ask for us by name
key_results:
  - {id: leads, title: Increase leads by 25%, owner: ben, baseline: 1881, growth: 25%}
  - {id: cost, title: Lower the cost per lead to $34, owner: ben, baseline: $40, target: $34}
  - {id: referrals, title: Raise the referral share to 12%, owner: ana, baseline: 8%, target: 12%}
""",
            at="objective",
        ),
        Example(
            """
title: Make agencies ask for us by name
status: draft
""",
            at="objective",
            without=("key_results",),
        ),
    ),
)
