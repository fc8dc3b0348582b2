"""An objective has more key results than anybody watches.

Key results are there to focus: three to five tell whether an objective is reached, and a sixth is mostly
work that serves one of the others. Drafts and dropped key results do not count.

When to ignore: for one quarter in which a few key results are handed over from another team.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from okrlint.linting.finding import Fix, Problem, Severity
from okrlint.linting.limits import limit_words, what_to_do
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.linting.work import work_in
from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.records import Record


class Options(Record):
    """The limit, which the preset sets."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"max": (1, None)}

    max: int = 5
    """Most key results that an objective may have."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Count the key results that count, objective by objective."""
    for objective in plan.counted:
        number = len(objective.counted)
        if number > context.options.max:
            surplus = number - context.options.max
            least = "the least important one" if surplus == 1 else f"the {surplus} least important ones"
            yield Problem(
                objective.at_key("key_results"),
                f"{quoted(objective.name)} has {number} key results; {limit_words(context, RULE.id, 'max', 'allow')}",
                what_to_do(plan, f"move {least} to next quarter, or make one that is work an action of another"),
                address=objective.address,
                fix=_fix(objective, context),
            )


def _fix(objective: Objective, context: Context) -> Fix | None:
    """The most task-like key result of a draft made an action of the result that shares most words with it."""
    work = [key_result for key_result in objective.counted if work_in(key_result, (), context.language)]
    results = [key_result for key_result in objective.counted if key_result not in work]
    if not work or not results or objective.plan.status != "draft":
        return None
    from okrlint.linting.moving import make_action

    most = min(work, key=lambda key_result: key_result.type not in ("done", "unknown"))
    nearest = max(results, key=lambda other: len(_words(most) & _words(other)))
    fix = make_action(most, nearest, context.portfolio)
    return fix and fix._replace(words=f"make {quoted(most.name)} an action of {quoted(nearest.name)}")


def _words(key_result: KeyResult) -> set[str]:
    said = f"{key_result.title or ''} {key_result.metric or ''}".lower()
    return {word.removesuffix("s") for word in re.findall(r"[^\W\d_]{4,}", said)}


RULE = Rule(
    id="too-many-key-results",
    group="structure",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example(
            """
title: Make agencies ask for us by name
key_results:  # <- has 6 key results; preset geckoboard allows 5
  - {id: leads, title: Increase leads by 25%, owner: ben, baseline: 1881, growth: 25%}
  - {id: cost, title: Lower the cost per lead to $34, owner: ben, baseline: $40, target: $34}
  - {id: referrals, title: Raise the referral share to 12%, owner: ana, baseline: 8%, target: 12%}
\
  - {id: nps, title: Raise the net promoter score to 40, owner: ana, baseline: 31, target: 40}
  - {id: reviews, title: Raise public reviews to 60, owner: ben, baseline: 44, target: 60}
  - {id: stories, title: Raise customer stories to 9, owner: ben, baseline: 5, target: 9}
""",
            at="objective",
        ),
        Example(
            """
status: draft
objectives:
  - id: demand
    title: Make agencies ask for us by name
    owner: ana
    key_results:  # <- has 6 key results; preset geckoboard allows 5
      - {id: leads, title: Increase leads by 25%, owner: ben, baseline: 1881, growth: 25%}
      - {id: cost, title: Lower the cost per lead to $34, owner: ben, baseline: $40, target: $34}
      - {id: nps, title: Raise the net promoter score to 40, owner: ana, baseline: 31, target: 40}
      - {id: reviews, title: Raise public reviews to 60, owner: ben, baseline: 44, target: 60}
      - {id: stories, title: Raise customer stories to 9, owner: ben, baseline: 5, target: 9}
      - {id: page, title: Launch the page of reviews, owner: ana, due: 2026-11-15, type: done}
""",
            at="plan",
            without=("agreed",),
            fixed="""
- - {id: reviews, title: Raise public reviews to 60, owner: ben, baseline: 44, target: 60}
+ - {id: reviews, title: Raise public reviews to 60, owner: ben, baseline: 44, target: 60, \
actions: [{title: Launch the page of reviews, owner: ana, due: 2026-11-15}]}
- - {id: page, title: Launch the page of reviews, owner: ana, due: 2026-11-15, type: done}
""",
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
  - {id: nps, title: Raise the net promoter score to 40, owner: ana, baseline: 31, target: 40}
  - {id: reviews, title: Raise public reviews to 60, owner: ben, baseline: 44, target: 60}
  - {id: stories, title: Raise customer stories to 9, status: dropped}
""",
            at="objective",
        ),
    ),
)
