"""A field is missing, or holds something of another kind than it should.

What cannot be read cannot be scored: a target that is no number, a date that does not exist, a list where one
word should stand. The rest of the file is still checked; only the objective or key result with the fault is
left alone until it can be read.

When to ignore: never, it cannot be switched off; every message says what the field takes.
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
    id="schema",
    group="housekeeping",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
growth: a quarter more  # <- `growth` of key result `leads` is not a number
"""
        ),
        Example(
            """
status: finished  # <- `status` of the plan cannot be `finished`
""",
            at="plan",
        ),
    ),
    good=(
        Example(
            """
growth: 25%
"""
        ),
    ),
)
