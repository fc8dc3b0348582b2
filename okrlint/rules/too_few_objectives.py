"""A team promises so few objectives that it is hardly pushed.

One or two objectives in a quarter mostly mean that one of them is really several, or that something which
the team works on all the same has not been written down. Drafts and dropped objectives do not count.

When to ignore: for a team of one or two people, or a company that runs on a single objective on purpose;
set `min` in the settings then.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.limits import counted, limit_words, what_to_do
from okrlint.linting.rule import Context, Example, Rule
from okrlint.model.plan import Plan
from okrlint.records import Record


class Options(Record):
    """The limit, which the preset sets."""

    min: int = 3
    """Fewest objectives that a team should have in a quarter."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Count the objectives that count."""
    number = len(plan.counted)
    if number >= context.options.min:
        return
    drafts = sum(objective.status == "draft" for objective in plan.objectives)
    waiting = f" and {counted(drafts, 'draft')}" if drafts else ""
    limit = limit_words(context, RULE.id, "min", "ask", "for at least")
    more = "write down what else the team must reach, or split the broadest one"
    yield Problem(
        plan.at_key("objectives"),
        f"{counted(number, 'objective')}{waiting}; {limit}",
        what_to_do(plan, "finish the drafts" if drafts else more),
        address=plan.address,
    )


RULE = Rule(
    id="too-few-objectives",
    group="structure",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example(
            """
objectives:  # <- 2 objectives; preset geckoboard asks for at least 3
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
""",
            at="plan",
        ),
    ),
    good=(
        Example(
            """
objectives:
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
""",
            at="plan",
        ),
    ),
)
