"""A team promises more objectives in one quarter than it can keep in mind.

Every further objective takes attention from the others. Three or four are what a team can push hard at
once; the next one is more honest as the first objective of the next quarter than as the fifth of this
one. Drafts and dropped objectives do not count. A closed plan is judged like any other, so that closing
it changes no finding.

When to ignore: when two teams share a plan for one quarter. If one more is always right for you, set
`max` in the settings instead of suppressing it every quarter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.limits import counted, limit_words, what_to_do
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.model.plan import Plan
from okrlint.records import Record


class Options(Record):
    """The limit, which the preset sets."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"max": (1, None)}

    max: int = 4
    """Most objectives that a team may have in a quarter."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Count the objectives that count."""
    number = len(plan.counted)
    surplus = number - context.options.max
    if surplus <= 0:
        return
    least = "the least important one" if surplus == 1 else f"the {surplus} least important ones"
    yield Problem(
        plan.at_key("objectives"),
        f"{counted(number, 'objective')}; {limit_words(context, RULE.id, 'max', 'allow')}",
        what_to_do(plan, f"move {least} to next quarter"),
        address=plan.address,
    )


_FOUR = """
  - id: demand
    title: Make agencies ask for us by name
    owner: ana
    key_results:
      - {id: leads, title: Increase leads by 25%, owner: ben, baseline: 1881, growth: 25%}
      - {id: cost, title: Lower the cost per lead to $34, owner: ben, baseline: $40, target: $34}
      - {id: referrals, title: Raise the referral share to 12%, owner: ana, baseline: 8%, target: 12%}
  - id: trust
    title: Be the vendor that customers vouch for
    owner: ana
    key_results:
      - {id: nps, title: Raise the net promoter score to 40, owner: ana, baseline: 31, target: 40}
      - {id: reviews, title: Raise public reviews to 60, owner: ben, baseline: 44, target: 60}
      - {id: stories, title: Raise customer stories to 9, owner: ben, baseline: 5, target: 9}
  - id: speed
    title: Let new customers feel at home in a day
    owner: chloe
    key_results:
      - {id: setup, title: Cut set-up to 20 hours, owner: chloe, baseline: 26 hours, target: 20 hours}
      - {id: tickets, title: Reduce tickets per trial to 0.6, owner: chloe, baseline: 0.9, target: 0.6}
      - {id: smile, title: Raise satisfaction to 4.5, owner: ana, baseline: 4.1, target: 4.5}
  - id: product
    title: Give analysts a reason to open us every day
    owner: chloe
    key_results:
      - {id: actives, title: Raise daily analysts to 900, owner: chloe, baseline: 700, target: 900}
      - {id: alerts, title: Raise alerts per team to 5, owner: chloe, baseline: 3, target: 5}
      - {id: churn, title: Lower monthly churn to 2%, owner: ana, baseline: 3%, target: 2%}
  - id: partners
    title: Be what partners recommend
    owner: ana
"""

RULE = Rule(
    id="too-many-objectives",
    group="structure",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example(
            "objectives:  # <- 5 objectives; preset geckoboard allows 4"
            + _FOUR
            + """\
    key_results:
      - {id: certified, title: Raise certified partners to 12, owner: ana, baseline: 8, target: 12}
      - {id: deals, title: Raise partner deals to 9, owner: ben, baseline: 6, target: 9}
      - {id: courses, title: Raise course ratings to 4.6, owner: ben, baseline: 4.2, target: 4.6}
""",
            at="plan",
        ),
    ),
    good=(
        Example(
            "objectives:"
            + _FOUR
            + """\
    status: draft
""",
            at="plan",
        ),
    ),
)
