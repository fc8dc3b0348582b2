"""A field is not one that this kind of file has.

A misspelled field is silently without effect: `targt: 20` sets no target. So every name that the format does
not know is reported, with the nearest one that it does.

When to ignore: never; what has no field belongs into `note`, or into a comment.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.shape_findings import shape_problems
from okrlint.model.okr_file import OkrFile


def check(file: OkrFile, context: Context) -> Iterator[Problem]:
    """Pass on what the shape check found."""
    yield from shape_problems(file, RULE.id)


RULE = Rule(
    id="unknown-field",
    group="housekeeping",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
wieght: 2  # <- `wieght` is not a field of a key result
""",
            fixed="""
- wieght: 2
+ weight: 2
""",
        ),
        Example(
            """
colour: green  # <- `colour` is not a field of a plan
""",
            at="plan",
        ),
    ),
    good=(
        Example(
            """
weight: 2
"""
        ),
    ),
)
