"""Nobody owns an objective or a key result, or several people do.

Everybody may help, but one person looks after it: enters the numbers, asks for help, says what is tried
next. What belongs to nobody is looked at by nobody, and two owners each wait for the other, which is a
warning. A team is no owner either. Drafts and dropped ones need no owner.

When to ignore: when two people really share one job; the reason then says who is asked first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.limits import counted
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan

_MOST_NAMED = 4
_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look at the owner of every objective and key result that counts."""
    for objective in plan.counted:
        items: tuple[Objective | KeyResult, ...] = (objective, *objective.counted)
        if objective.counted and not any(item.owners for item in items):
            yield _nobody(
                objective,
                f"nobody owns {quoted(objective.name)}, nor {_its(objective)}",
                "name one person for each as `owner`",
            )
            continue
        for item in items:
            if not item.owners:
                yield _nobody(item, f"nobody owns {quoted(item.name)}", "name one person as `owner`")
            elif len(owners := _owners(item, plan)) > 1:
                yield _several(item, owners)
            elif item.owners[0] == plan.team and not _is_person(plan, item.owners[0]):
                yield _team(item, item.owners[0])


def _its(objective: Objective) -> str:
    number = len(objective.counted)
    return "its key result" if number == 1 else f"any of its {counted(number, 'key result')}"


def _is_person(plan: Plan, person_id: str) -> bool:
    return plan.company is not None and plan.company.person(person_id) is not None


def _nobody(item: Objective | KeyResult, message: str, hint: str) -> Problem:
    return Problem(item.at("owner"), message, hint, address=item.address)


def _owners(item: Objective | KeyResult, plan: Plan) -> tuple[str, ...]:
    """The owners, those of one text among them; where people are listed, such a text is told as nobody's id."""
    if len(item.owners) > 1 or (plan.company is not None and plan.company.people):
        return item.owners
    text = " ".join(item.owners[0].split())  # so that no pattern has a run of blanks to look for
    parts = [part for part in re.split(r" ?[,;] ?(?:and )?| (?:[&/+]|and) ", text) if part]
    # "Lopez, Ana" is one person; "ana, ben" and "Ana Lopez, Ben Ng" are two.
    are_people = all(_ID.fullmatch(part) for part in parts) or all(" " in part for part in parts)
    return tuple(parts) if are_people else item.owners


def _several(item: Objective | KeyResult, owners: tuple[str, ...]) -> Problem:
    first, *others = owners
    more = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
    return Problem(
        item.at("owner"),
        f"{quoted(item.name)} has {len(owners)} owners: {', '.join(owners[: _MOST_NAMED + 1])}{more}",
        f"name one, such as {first}, and give the others an action",
        address=item.address,
        severity=Severity.WARNING,
    )


def _team(item: Objective | KeyResult, team: str) -> Problem:
    message = f'the team "{team}" owns {quoted(item.name)}, and no person does'
    return Problem(item.at("owner"), message, "name the person who is asked first", (), item.address, Severity.WARNING)


RULE = Rule(
    id="owner-missing",
    group="people",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example("title: Increase leads by 25% vs. 2026-Q3  # <- nobody owns", without=("owner",)),
        Example("owner: [ana, ben]  # <- has 2 owners: ana, ben"),
    ),
    good=(Example("owner: ben"), Example("status: draft", at="objective", without=("owner",))),
)
