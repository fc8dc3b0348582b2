"""The title says other numbers than the fields.

Fields are scored, titles are remembered: where they differ the team works for one number and is judged by the
other. Numbers are compared at the title's precision, so that 34.95% agrees with "35%". Only what plainly is the
promise is compared: "from A to B", "by N%", "to N", or a number at the beginning; windows of time, dates,
conditions and shares of something else are left alone, and so are closed plans.

When to ignore: when the title has to stay as it was announced.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.place import place_of
from okrlint.linting.wording.title_numbers import Disagreement, disagreement
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.model.revision import Revision


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Compare the title of every key result that counts with its fields."""
    if plan.status == "closed":
        return
    for key_result in plan.counted_key_results:
        found = disagreement(key_result, context.language)
        if found is not None:
            yield _problem(key_result, found)


def _problem(key_result: KeyResult, found: Disagreement) -> Problem:
    message = f'the title says "{found.text}", `{found.field}` says {found.says}'
    revision = next((entry for entry in key_result.revisions if entry.field == found.field), None)
    hint = "write the same number in both"
    if revision is not None:
        hint = f"the {found.field} was revised{_day(revision)}: bring the title up to date"
    return Problem(
        place_of(key_result, "title", found.start, found.end),
        message,
        hint,
        (Related(key_result.at(found.field), f"the {found.field}"),),
        key_result.address,
    )


def _day(revision: Revision) -> str:
    return f" on {revision.date.isoformat()}" if revision.date is not None else ""


RULE = Rule(
    id="title-disagrees",
    group="measure",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
title: Increase leads by 30% vs. 2026-Q3  # <- the title says "30%", `growth` says 25%
growth: 25%
"""
        ),
        Example(
            """
title: Lower the cost per lead from $42 to $34  # <- the title says "$42", `baseline` says $40
metric: cost-per-lead
baseline: $40
target: $34
""",
            without=("growth", "guard"),
        ),
    ),
    good=(
        Example(
            """
title: Increase leads by 35% vs. 2026-Q3
growth: 34.95%
"""
        ),
        Example(
            """
title: Cut wrong-number reports from 7 to 3 in four weeks
metric: Wrong-number reports
baseline: 7
target: 3
""",
            without=("growth", "guard"),
        ),
    ),
)
