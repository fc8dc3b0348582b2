"""A key result launches something by a name that only insiders know.

"Roll out Falcon v4.1" tells neither the other teams nor the newcomer what is coming, nor what it is good for. An
ordinary word beside the name is enough ("the Falcon editor"), and so is what comes of it ("sign-ups up 25% with
Falcon"). Abbreviations and names that everybody knows pass, and so does the company's own; closed plans are left
alone.

When to ignore: when customers use the name; add it to `allow` then.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.unmeasured import has_number_in_words, unmeasured
from okrlint.linting.wording.code_names import code_name
from okrlint.linting.wording.place import place_of
from okrlint.linting.wording.prose import quoted
from okrlint.model.plan import Plan
from okrlint.records import Record


class Options(Record):
    """Which names are known."""

    allow: tuple[str, ...] = ()
    """Names that your readers know."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Read the titles of the key results that nothing else measures."""
    if plan.status == "closed":
        return
    known = frozenset((*(name.lower() for name in context.options.allow), _company(plan)))
    for key_result in unmeasured(plan):
        found = code_name(key_result.title or "", known, context.language)
        if found is not None and not has_number_in_words(key_result, context.language):
            yield Problem(
                place_of(key_result, "title", found.start, found.end),
                f'only insiders know what "{found.text}" is: {quoted(key_result.name)}',
                "say what it is for and what changes through it, with a number",
                address=key_result.address,
            )


def _company(plan: Plan) -> str:
    return (plan.company.name or "").lower() if plan.company is not None else ""


_FIELDS = ("baseline", "growth", "guard")

RULE = Rule(
    id="internal-jargon",
    group="wording",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example(
            """
title: Roll out Falcon v4.1  # <- only insiders know what "Falcon v4.1" is
metric: Roll-out
type: done
""",
            without=_FIELDS,
        ),
    ),
    good=(
        Example(
            """
title: Roll out the Falcon editor
metric: Roll-out
type: done
""",
            without=_FIELDS,
        ),
        Example("title: Increase leads by 25% with Falcon"),
    ),
)
