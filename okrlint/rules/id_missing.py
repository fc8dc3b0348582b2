"""An objective or a key result has no id.

The id is how it is found again when its title is reworded: by its history, by check-ins on the command
line, by next quarter's plan, by other teams. Without one it is known by its position, and everything that
refers to it points elsewhere as soon as somebody moves a line. Drafts and dropped ones need none.

When to ignore: never once a plan is agreed.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Fix, Problem, Severity
from okrlint.linting.fixes import insert_first, together
from okrlint.linting.limits import counted
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.slug import slug
from okrlint.linting.wording.prose import quoted
from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.tuples import NamedTuple


class _Named(NamedTuple):
    """An objective or key result with the id that is proposed for it."""

    item: Objective | KeyResult
    id: str


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look at every objective and key result that counts; an objective without any id is told once."""
    taken = {objective.id for objective in plan.objectives if objective.id}
    for objective in plan.counted:
        inside = {key_result.id for key_result in objective.key_results if key_result.id}
        missing = [kr for kr in objective.counted if not kr.has("id")]
        named = [_named(key_result, f"key-result-{key_result.number}", inside) for key_result in missing]
        if not objective.has("id"):
            others = named if len(missing) == len(objective.counted) else []
            yield _problem(_named(objective, f"objective-{objective.number}", taken), others, context)
            named = [] if others else named
        yield from (_problem(one, [], context) for one in named)


def _named(item: Objective | KeyResult, otherwise: str, taken: set[str]) -> _Named:
    proposed = slug(item.title or "", taken, otherwise, item.number)
    taken.add(proposed)
    return _Named(item, proposed)


def _problem(named: _Named, others: list[_Named], context: Context) -> Problem:
    item = named.item
    its = f", nor has any of its {counted(len(others), 'key result')}" if others else ""
    hint = f"add `id: {named.id}`" + (", and one to each key result" if others else "")
    fix = _fix([named, *others], hint, context)
    return Problem(item.at("id"), f"{quoted(item.name)} has no id{its}", hint, address=item.address, fix=fix)


def _fix(named: list[_Named], words: str, context: Context) -> Fix | None:
    """The ids written in; none where a file refers to something by its position, which an id would end."""
    if any(not one.item.raw or one.item.address in context.portfolio.mentioned for one in named):
        return None
    return together(words, *(insert_first(one.item, "id", one.id) for one in named))


RULE = Rule(
    id="id-missing",
    group="structure",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            "title: Increase leads by 25% vs. 2026-Q3  # <- has no id",
            without=("id",),
            fixed="""
- - title: Increase leads by 25% vs. 2026-Q3
+ - id: increase-leads
+   title: Increase leads by 25% vs. 2026-Q3
""",
        ),
        Example(
            "title: Make agencies ask for us by name  # <- has no id",
            at="objective",
            without=("id",),
            fixed="""
- - title: Make agencies ask for us by name
+ - id: make-agencies-ask-name
+   title: Make agencies ask for us by name
""",
        ),
    ),
    good=(Example("id: leads\ntitle: Increase leads by 25% vs. 2026-Q3"),),
)
