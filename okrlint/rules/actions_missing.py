"""No action drives a key result.

A key result says where to arrive, and an action is the way: a piece of work with an owner and a day, looked at
every week. Without one a key result is a wish that somebody reads aloud in December. Limits that are only held
(`type: at-least`, `at-most` or `between`) need none, nor do drafts and closed plans; an action that was dropped
drives nothing. Where no key result of a plan, or of an objective, has an action, that is told once.

When to ignore: when the work is tracked elsewhere, action by action, and that place is looked at every week.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.key_result import HOLDS, KeyResult
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.source.span import Location

_HINT = "add `actions`, each with an owner and a day"


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look for key results of running plans that nobody works on."""
    if plan.status != "active":
        return
    waiting = [kr for kr in plan.counted_key_results if kr.type not in HOLDS and not _is_driven(kr)]
    if len(waiting) > 1 and not any(kr.actions for kr in plan.key_results):
        yield _together(plan, plan.at_key("objectives"), f"none of the {len(waiting)} key results has an action")
        return
    for objective, group in groupby(waiting, lambda key_result: key_result.objective):
        found = list(group)
        if len(found) > 1 and not any(kr.actions for kr in objective.key_results):
            message = f"no action drives any of the {len(found)} key results of {quoted(objective.name)}"
            yield _together(objective, objective.at(), message)
        else:
            yield from map(_problem, found)


def _together(item: Plan | Objective, place: Location, message: str) -> Problem:
    return Problem(place, message, _HINT, address=item.address)


def _is_driven(key_result: KeyResult) -> bool:
    return any(action.status != "dropped" for action in key_result.actions)


def _problem(key_result: KeyResult) -> Problem:
    dropped = f"every action of {quoted(key_result.name)} was dropped"
    message = dropped if key_result.actions else f"no action drives {quoted(key_result.name)}"
    return Problem(key_result.at("actions"), message, _HINT, address=key_result.address)


RULE = Rule(
    id="actions-missing",
    group="people",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    bad=(
        Example("title: Increase leads by 25%  # <- no action drives", without=("actions",)),
        Example(
            """
actions:
  - title: Sponsor the agency summit  # <- every action of
    owner: ben
    due: 2026-11-05
    status: dropped
"""
        ),
    ),
    good=(
        Example(
            """
actions:
  - title: Sponsor the agency summit
    owner: ben
    due: 2026-11-05
"""
        ),
        Example(
            """
title: Hold the cost per lead at or under $40
type: at-most
metric: cost-per-lead
target: $40
""",
            without=("actions", "growth", "baseline", "guard"),
        ),
    ),
)
