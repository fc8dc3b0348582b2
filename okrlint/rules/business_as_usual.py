"""An objective or a key result keeps what would happen anyway.

Goals say what is to become different; the newsletter that goes out every week needs no goal. Key results that hold
a limit on purpose say so with `type: at-least`, `at-most` or `between`, and numbers that move are no business as
usual whatever the verb. "Keep" and "stay" pass for objectives whose key results move something, and so does an
objective that supports only `health`. Closed plans are left alone.

When to ignore: when keeping it is the hard part this quarter, and the reason (`why`) says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.place import place_of
from okrlint.linting.wording.prose import quoted
from okrlint.linting.wording.usual import Usual, keeping
from okrlint.model.key_result import HOLDS, KeyResult
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.records import Record

_MOVES = ("increase", "decrease")


class Options(Record):
    """What keeps things as they are."""

    words: tuple[str, ...] = ()
    """Further verbs that do, at the beginning of a title."""
    allow: tuple[str, ...] = ()
    """Phrases that do not, such as `keep score`."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Read how objectives and key results begin."""
    if plan.status == "closed":
        return
    for objective in plan.counted:
        found = _keeping(objective, context) if objective.supports != ("health",) else None
        if found and (found.is_strong or not any(kr.type in _MOVES for kr in objective.counted)):
            yield _problem(objective, found, "say what is to become different, or let it go on without a goal")
        for key_result in objective.counted:
            kept = None if _is_goal(key_result) else _keeping(key_result, context)
            if kept:
                limit = "if it is a limit to hold, write `type: at-least` or `at-most`"
                yield _problem(key_result, kept, f"say what is to become different; {limit}")


def _keeping(item: Objective | KeyResult, context: Context) -> Usual | None:
    return keeping(context.heard(item.title), context.language) if item.title else None


def _is_goal(key_result: KeyResult) -> bool:
    return key_result.type in HOLDS or key_result.type in _MOVES


def _problem(item: Objective | KeyResult, found: Usual, hint: str) -> Problem:
    place = place_of(item, "title", found.start, found.end)
    message = f'"{found.text}" leaves things as they are: {quoted(item.name)}'
    return Problem(place, message, hint, address=item.address)


RULE = Rule(
    id="business-as-usual",
    group="wording",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    options=Options,
    own_words="usual/strong",
    bad=(
        Example(
            """
title: Continue the weekly newsletter  # <- "Continue" leaves things as they are
metric: Newsletter
type: done
""",
            without=("baseline", "growth", "guard"),
        ),
        Example("title: Maintain our place in the market  # <- leaves things as they are", at="objective"),
    ),
    good=(
        Example("title: Keep the customers that we win", at="objective"),
        Example(
            """
title: Keep the first reply at or under 6 hours
metric: First reply
type: at-most
target: 6 hours
""",
            without=("baseline", "growth", "guard"),
        ),
    ),
)
