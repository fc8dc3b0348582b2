"""A comment silences a finding that is not there.

It was mended meanwhile, or the comment stands on another line than the finding. A comment that is left behind
hides the next mistake of that kind, and readers take it for a fault that still stands. Only rules that ran over
this file are judged.

When to ignore: never; delete the comment, or move it to the line of the finding or the line before.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Fix, Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.suppressions import Suppression, Suppressions
from okrlint.source.document import Document


def check(suppressions: Suppressions, context: Context) -> Iterator[Problem]:
    """Tell of each rule that a comment names in vain."""
    vain: dict[Suppression, list[str]] = {}
    for suppression, rule in suppressions.unused:
        vain.setdefault(suppression, []).append(rule)
    for suppression, rules in vain.items():
        others = len(suppression.rules) > 1
        for rule in rules:
            yield Problem(
                suppression.location,
                f"`{rule}` finds nothing on line {suppression.line}, so there is nothing to silence",
                f"take `{rule}` out of the list" if others else "delete the comment",
                fix=_fix(suppression, rules, suppressions.document),
            )


def _fix(suppression: Suppression, vain: list[str], document: Document) -> Fix:
    """All that the comment names in vain goes at once, and with the last rule the comment."""
    from okrlint.linting.comment_fixes import delete_comment, rewrite_rules

    kept = tuple(rule for rule in suppression.rules if rule not in vain)
    if not kept:
        return delete_comment(document, suppression)
    names = " and ".join(f"`{rule}`" for rule in vain)
    return rewrite_rules(document, suppression, kept, f"take {names} out of the list")


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
""",
            fixed="""
- # okrlint: ignore[task-like-key-result] the launch is the goal
""",
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
