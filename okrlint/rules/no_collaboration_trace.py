"""Nothing shows that a plan was agreed by more people than its lead.

Targets that the team has set together are aimed at; targets that were handed down are explained away. `agreed`
says when a plan was agreed and by whom, and one name besides the lead's is enough. Drafts are not agreed yet,
closed plans are history, and somebody who is the only person of a team has nobody to ask.

When to ignore: in the first quarter of use, or when the agreement is kept in the minutes of a meeting.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.model.plan import Plan

_HINT = "set the targets together, and name in `agreed.by` who did"


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look at who agreed to a running plan."""
    if plan.status != "active" or _is_one_person(plan):
        return
    agreed = plan.agreed
    if agreed is None or not agreed.by:
        place = plan.at("agreed") if agreed is None else agreed.at("by")
        yield Problem(place, "nothing says who agreed to this plan", _HINT, address=plan.address)
    elif plan.lead is not None and set(agreed.by) == {plan.lead}:
        message = f"{plan.lead} leads this plan, and nobody else agreed to it"
        yield Problem(agreed.at("by"), message, _HINT, address=plan.address)


def _is_one_person(plan: Plan) -> bool:
    """Whether company.yaml knows the plan's lead as the only person of the team."""
    people = plan.company.people if plan.company is not None else ()
    if len(people) == 1:
        return True
    team = [person.id for person in people if person.team == plan.team]
    return len(team) == 1 and team[0] == plan.lead and all(person.team for person in people)


RULE = Rule(
    id="no-collaboration-trace",
    group="people",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    bad=(
        Example("team: marketing  # <- nothing says who agreed to this plan", at="plan", without=("agreed",)),
        Example(
            """
agreed:
  date: 2026-09-24
  by: [ana]  # <- ana leads this plan, and nobody else agreed to it
""",
            at="plan",
        ),
    ),
    good=(
        Example(
            """
agreed:
  date: 2026-09-24
  by: [ana, ben]
""",
            at="plan",
        ),
        Example("status: draft", at="plan", without=("agreed",)),
    ),
)
