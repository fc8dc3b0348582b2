"""A key result has nothing to score.

A key result says by which number an objective is judged. Without a target, a growth or milestones there is no
score at the end, only opinions. A number that stands in the title alone does not count: okrlint scores fields
and never guesses from text. What is simply done or not done says `type: done`, and the first measurement of a
new metric `type: establish-baseline`; a key result that people judge says `scoring: judged`, and by what in its
`note`. Weights of 0 for all steps, or for all key results of an objective, leave nothing to score either.

When to ignore: not in an active plan; an idea without a number can wait as `status: draft`.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.field_numbers import as_quantity
from okrlint.linting.finding import Fix, Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.numbers import Measure, by_percent, from_to, measures
from okrlint.linting.wording.placeholders import slots
from okrlint.linting.wording.prose import quoted
from okrlint.model.key_result import UNKNOWN, KeyResult
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan

_NEEDS = {
    "increase": ("growth", "target"),
    "decrease": ("growth", "target"),
    "count": ("target", "growth"),
    "at-least": ("target", "growth"),
    "at-most": ("target", "growth"),
    "between": ("target", "growth"),
    "milestones": ("milestones",),
}
"""One of these must be there; `growth` where it does not fit is a contradiction, which another rule reports."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look for key results whose fields give no goal, and for weights that leave nothing to score."""
    for objective in plan.counted:
        if objective.counted and not any(key_result.weight for key_result in objective.counted):
            yield _weightless(objective)
    for key_result in plan.counted_key_results:
        if key_result.scoring == "judged":
            if key_result.note is None:
                yield _judged(key_result)
        elif key_result.type == UNKNOWN:
            yield from _unknown(key_result, context.language)
        else:
            yield from _known(key_result, context.language)


def _unknown(key_result: KeyResult, language: str) -> Iterator[Problem]:
    if key_result.band is not None:
        yield _band(key_result)
    elif not slots(key_result.title or "", language):
        yield _nothing(key_result, language)


def _known(key_result: KeyResult, language: str) -> Iterator[Problem]:
    if not any(key_result.raw.get(field) not in (None, []) for field in _NEEDS.get(key_result.type, ("type",))):
        yield _incomplete(key_result, language)
    elif key_result.milestones and key_result.type == "milestones" and not any(s.weight for s in key_result.milestones):
        yield _weightless_steps(key_result)


def _nothing(key_result: KeyResult, language: str) -> Problem:
    title = key_result.title or ""
    numbers = measures(title, language)
    if numbers:
        message = f"{quoted(title)} has a number in its title and none in its fields, so it has no score"
    else:
        message = f"{quoted(title or key_result.name)} has nothing to score: no target, growth or milestones"
    hint, fix = _lift(key_result, title, language), _fix(key_result, language)
    return Problem(key_result.at(), message, hint, address=key_result.address, fix=fix)


def _fix(key_result: KeyResult, language: str) -> Fix | None:
    from okrlint.linting.lifting import lift

    return lift(key_result, language)


def _lift(key_result: KeyResult, title: str, language: str) -> str:
    """How to write the title's own numbers as fields, where that is plain."""
    pair, share, numbers = from_to(title, language), by_percent(title, language), measures(title, language)
    if pair:
        start, goal = (_as_field(number) or number.text for number in pair)
        return f"add `baseline: {start}` and `target: {goal}`"
    if share:
        start = "" if key_result.has("baseline") else ", and the `baseline` that it grows from"
        return f"add `growth: {share.value}%`{start}"
    target = _as_field(numbers[0]) if len(numbers) == 1 else None
    if target:
        return f"if that is the number that counts, add `target: {target}`"
    return "add a `target`, or `growth` over a `baseline`; for a plain yes or no `type: done`"


def _as_field(measure: Measure) -> str | None:
    """A number of the title as a field takes it: "5", "$40", "9 h", and 4 for "four"; None for a factor or fraction."""
    found = as_quantity(measure, measure.unit) if "/" not in measure.text else None
    return None if found is None else found.text


def _incomplete(key_result: KeyResult, language: str) -> Problem:
    moves = key_result.type in ("increase", "decrease")
    needed = "`growth` or `target`" if moves else f"`{_NEEDS[key_result.type][0]}`"
    return Problem(
        key_result.at(),
        f"{quoted(key_result.name)} is `type: {key_result.type}` and has no {needed}",
        f"add {needed}",
        address=key_result.address,
        fix=_fix(key_result, language) if moves else None,
    )


def _weightless(objective: Objective) -> Problem:
    return Problem(
        objective.counted[0].at("weight"),
        f"every key result of {quoted(objective.name)} has weight 0, so the objective has no score",
        "give those that count a weight above 0, or leave all weights out: then they count the same",
        address=objective.address,
    )


def _weightless_steps(key_result: KeyResult) -> Problem:
    return Problem(
        key_result.at_key("milestones"),
        f"every step of {quoted(key_result.name)} has weight 0, so no step counts",
        "give each step its share of 1, or leave all weights out: then they count the same",
        address=key_result.address,
    )


def _band(key_result: KeyResult) -> Problem:
    return Problem(
        key_result.at("target"),
        f"{quoted(key_result.name)} has two limits in `target` and no type that says what to do with them",
        "add `type: between` to hold the band, or write one number",
        address=key_result.address,
    )


def _judged(key_result: KeyResult) -> Problem:
    return Problem(
        key_result.at("scoring"),
        f"{quoted(key_result.name)} is judged by people, and no `note` says by what",
        "add a `note` that says what a good result looks like",
        address=key_result.address,
    )


RULE = Rule(
    id="not-measurable",
    group="measure",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
title: Make onboarding feel better  # <- has nothing to score: no target, growth or milestones
""",
            without=("baseline", "growth"),
        ),
        Example(
            """
title: Publish 5 customer stories  # <- has a number in its title and none in its fields
""",
            without=("baseline", "growth"),
        ),
        Example(
            """
id: promoters
title: Raise the net promoter score from 31 to 40  # <- has a number in its title and none in its fields
metric: Net promoter score
""",
            without=("baseline", "growth"),
            fixed="""
+ baseline: 31
+ target: 40
""",
        ),
        Example(
            """
title: Increase leads by 25% vs. 2026-Q3  # <- has a number in its title and none in its fields
""",
            without=("growth",),
            fixed="+ growth: 25%",
        ),
        Example(
            """
title: Keep the cost per lead low  # <- is `type: at-most` and has no `target`
type: at-most
""",
            without=("baseline", "growth"),
        ),
    ),
    good=(
        Example(
            """
title: Raise the trial-to-paid rate from 9% to 12%
metric: Trial-to-paid rate
baseline: 9%
target: 12%
""",
            without=("growth",),
        ),
        Example(
            """
title: Bring the new partner contract to a signature
metric: Partner contract
type: done
""",
            without=("baseline", "growth"),
        ),
        Example(
            """
title: Bring the new partner contract to a signature
metric: Partner contract
milestones:
  - title: Terms agreed
  - title: Signed
""",
            without=("baseline", "growth"),
        ),
    ),
)
