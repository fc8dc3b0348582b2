"""An objective or a key result has no id.

The id is how it is found again when its title is reworded: by its history, by check-ins on the command
line, by next quarter's plan, by other teams. Without one it is known by its position, and everything that
refers to it points elsewhere as soon as somebody moves a line. Drafts and dropped ones need none.

When to ignore: never once a plan is agreed.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.slug import slug
from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look at every objective and key result that counts."""
    taken = {objective.id for objective in plan.objectives if objective.id}
    for objective in plan.counted:
        if not objective.has("id"):
            yield _problem(objective, "objective", f"objective-{objective.number}", taken)
        inside = {key_result.id for key_result in objective.key_results if key_result.id}
        for key_result in objective.counted:
            if not key_result.has("id"):
                yield _problem(key_result, "key result", f"key-result-{key_result.number}", inside)


def _problem(item: Objective | KeyResult, noun: str, otherwise: str, taken: set[str]) -> Problem:
    proposed = slug(item.title or "", taken, otherwise)
    taken.add(proposed)
    return Problem(item.at("id"), f"{noun} without an id", f"add `id: {proposed}`", address=item.address)


RULE = Rule(
    id="id-missing",
    group="structure",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example("title: Increase leads by 25% vs. 2026-Q3  # <- key result without an id", without=("id",)),
        Example(
            "title: Make agencies ask for us by name  # <- objective without an id", at="objective", without=("id",)
        ),
    ),
    good=(Example("id: leads\ntitle: Increase leads by 25% vs. 2026-Q3"),),
)
