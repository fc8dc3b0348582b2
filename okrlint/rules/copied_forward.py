"""A key result is the same as last quarter, down to its numbers.

An objective may stay for a year; a key result is one quarter's bet and starts from where the last one ended. The
same target from the same start means that nobody looked at how it went. Limits that are only held
(`type: at-least`, `at-most` or `between`) may stay, and what was left open on purpose says so with
`carried_from`; only steps that are copied with their weights are told even then, because they would be counted
twice. The other plan may be closed or not; key results that were dropped or a draft there do not count.

When to ignore: when the same number is asked for each quarter on purpose, such as one release.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.last_value import last_check_in
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.linting.wording.similar import essence
from okrlint.model.key_result import HOLDS, KeyResult
from okrlint.model.plan import Plan
from okrlint.model.quantity import Quantity, format_quantity


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Compare a plan that is not closed with that of the quarter before."""
    if plan.status != "closed" and plan.quarter is not None:
        before = _by_numbers(context.portfolio.plan(plan.team, plan.quarter.previous()))
        for key_result in plan.counted_key_results:
            if key_result.type not in HOLDS:
                alike = before.get(_numbers(key_result), ())
                yield from _copies(key_result, alike, context)


def _by_numbers(plan: Plan | None) -> dict[Hashable, list[KeyResult]]:
    found: dict[Hashable, list[KeyResult]] = {}
    for key_result in plan.counted_key_results if plan is not None else ():
        found.setdefault(_numbers(key_result), []).append(key_result)
    return found


def _numbers(key_result: KeyResult) -> Hashable:
    baseline, goal = key_result.baseline, key_result.growth or key_result.target
    start = baseline.value if baseline is not None else None
    return key_result.type, goal and goal.value, start and start.value, len(key_result.milestones)


def _copies(key_result: KeyResult, alike: Iterable[KeyResult], context: Context) -> Iterator[Problem]:
    if key_result.carried_from is not None:
        found = context.portfolio.predecessor(key_result) if key_result.milestones else None
        if found is not None and _counts(found) and _steps(found) == _steps(key_result):
            yield _problem(key_result, found)
        return
    earlier = next((found for found in alike if _is_same(found, key_result, context)), None)
    if earlier is not None:
        yield _problem(key_result, earlier)


def _counts(key_result: KeyResult) -> bool:
    return key_result.status == "active" and key_result.objective.status == "active"


def _steps(key_result: KeyResult) -> list[tuple[object, ...]]:
    return [(step.title, step.weight) for step in key_result.milestones]


def _is_same(earlier: KeyResult, key_result: KeyResult, context: Context) -> bool:
    """Whether two key results with equal numbers are one: in nearly the same words, or by their metric or ids."""
    if _steps(earlier) != _steps(key_result):
        return False
    words = essence(key_result.title or "", context.language)
    if words and words == essence(earlier.title or "", context.language):
        return True
    return _has_goal(key_result) and context.portfolio.predecessor(key_result) is earlier


def _has_goal(key_result: KeyResult) -> bool:
    return key_result.growth is not None or key_result.target is not None


def _problem(key_result: KeyResult, earlier: KeyResult) -> Problem:
    return Problem(
        key_result.at("milestones" if key_result.milestones else "title"),
        f"{quoted(key_result.name)} {_what(key_result, earlier)}",
        _hint(key_result, earlier),
        (Related(earlier.at(), f"as it was in {earlier.plan.quarter_text}"),),
        key_result.address,
    )


def _what(key_result: KeyResult, earlier: KeyResult) -> str:
    quarter = earlier.plan.quarter_text
    if key_result.milestones:
        return f"has the steps of {quarter} with the same weights"
    if not _has_goal(key_result):
        return f"is the same as in {quarter}"
    numbers = ", ".join(f"{name} {format_quantity(quantity)}" for name, quantity in _stated(key_result))
    ended = last_check_in(earlier)
    came_to = f", which came to {format_quantity(ended.value)}" if ended and isinstance(ended.value, Quantity) else ""
    return f"has the numbers of {quarter}{came_to}: {numbers}"


def _stated(key_result: KeyResult) -> Iterator[tuple[str, Quantity]]:
    baseline = key_result.baseline
    if baseline is not None and baseline.value is not None:
        yield "baseline", baseline.value
    for name, quantity in (("growth", key_result.growth), ("target", key_result.target)):
        if quantity is not None:
            yield name, quantity


def _hint(key_result: KeyResult, earlier: KeyResult) -> str:
    on_purpose = f"or say `carried_from: {earlier.address}` if that is meant"
    if key_result.milestones:
        return "leave out the steps that are done, and weigh the others anew"
    if not _has_goal(key_result):
        return f"say what is new this quarter, {on_purpose}"
    return f"start from where {earlier.plan.quarter_text} ended and set the target anew, {on_purpose}"


_COPY = """
title: Increase leads by 20% vs. 2026-Q2  # <- has the numbers of 2026-Q3, which came to 1,881: baseline 1,650
baseline: 1650
growth: 20%
"""
_STEPS = """
  - title: Two partners set up a client alone
  - title: All partners have done it
"""
_EARLIER = """
kind: plan
version: 1
team: marketing
quarter: 2026-Q3
status: closed
lead: ana
agreed: {by: [ana, ben]}
objectives:
  - id: demand
    title: Make agencies ask for us by name
    owner: ana
    supports: focus
    key_results:
      - {id: stars, title: Raise stars in reviews from 4.1 to 4.4, owner: ana, baseline: 4.1, target: 4.4}
      - {id: talks, title: Raise talks at meetups from 2 to 5, owner: ben, baseline: 2, target: 5}
      - id: partners
        title: Partners set up their clients alone
        owner: ben
        milestones:
          - title: Two partners set up a client alone
          - title: All partners have done it
"""
_CARRIED = """
title: Partners set up their clients alone
metric: Set-ups by partners, step by step
carried_from: marketing/2026-Q3#demand.partners
"""
_FILES = {"okrs/2026-Q3/marketing.yaml": _EARLIER}
_NUMBERS = ("baseline", "growth", "guard")

RULE = Rule(
    id="copied-forward",
    group="alignment",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    bad=(
        Example(_COPY),
        Example(
            f"{_CARRIED}milestones:{_STEPS}".replace("alone\n  -", "alone  # <- has the steps of 2026-Q3\n  -"),
            without=_NUMBERS,
            files=_FILES,
        ),
    ),
    good=(
        Example(
            """
title: Increase leads by 20% vs. 2026-Q3
baseline: 1881
growth: 20%
"""
        ),
        Example(
            f"{_CARRIED}milestones:{_STEPS}    weight: 0.8\n",
            without=_NUMBERS,
            files=_FILES,
        ),
    ),
)
