"""A comment silences a finding that is not there.

It was mended meanwhile, or the comment stands on another line than the finding. A comment that is left behind
hides the next mistake of that kind, and readers take it for a fault that still stands. Only rules that ran over
this file are judged.

When to ignore: never; delete the comment, or move it to the line of the finding or the line before.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.suppressions import Suppressions


def check(suppressions: Suppressions, context: Context) -> Iterator[Problem]:
    """Tell of each rule that a comment names in vain."""
    for suppression, rule in suppressions.unused:
        others = len(suppression.rules) > 1
        yield Problem(
            suppression.location,
            f"`{rule}` finds nothing on line {suppression.line}, so there is nothing to silence",
            f"take `{rule}` out of the list" if others else "delete the comment",
        )


RULE = Rule(
    id="unused-suppression",
    group="housekeeping",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
# okrlint: ignore[task-like-key-result] the launch is the goal  # <- `task-like-key-result` finds nothing on line
title: Increase leads by 25%
"""
        ),
    ),
    good=(
        Example(
            """
# okrlint: ignore[task-like-key-result] the law asks for it, nobody's behaviour changes
title: Publish the accessibility statement
metric: Accessibility statement
type: done
""",
            without=("baseline", "growth"),
        ),
    ),
)
