"""An objective or a key result has no id.

The id is how it is found again when its title is reworded: by its history, by check-ins on the command
line, by next quarter's plan, by other teams. Without one it is known by its position, and everything that
refers to it points elsewhere as soon as somebody moves a line. Drafts and dropped ones need none.

When to ignore: never once a plan is agreed.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.limits import counted
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.slug import slug
from okrlint.linting.wording.prose import quoted
from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look at every objective and key result that counts; an objective without any id is told once."""
    taken = {objective.id for objective in plan.objectives if objective.id}
    for objective in plan.counted:
        missing = [key_result for key_result in objective.counted if not key_result.has("id")]
        nameless = not objective.has("id")
        whole = nameless and len(missing) == len(objective.counted)
        if nameless:
            yield _problem(objective, f"objective-{objective.number}", taken, len(missing) if whole else 0)
        inside = {key_result.id for key_result in objective.key_results if key_result.id}
        for key_result in missing if not whole else ():
            yield _problem(key_result, f"key-result-{key_result.number}", inside, 0)


def _problem(item: Objective | KeyResult, otherwise: str, taken: set[str], others: int) -> Problem:
    proposed = slug(item.title or "", taken, otherwise, item.number)
    taken.add(proposed)
    its = f", nor has any of its {counted(others, 'key result')}" if others else ""
    hint = f"add `id: {proposed}`" + (", and one to each key result" if others else "")
    return Problem(item.at("id"), f"{quoted(item.name)} has no id{its}", hint, address=item.address)


RULE = Rule(
    id="id-missing",
    group="structure",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example("title: Increase leads by 25% vs. 2026-Q3  # <- has no id", without=("id",)),
        Example("title: Make agencies ask for us by name  # <- has no id", at="objective", without=("id",)),
    ),
    good=(Example("id: leads\ntitle: Increase leads by 25% vs. 2026-Q3"),),
)
