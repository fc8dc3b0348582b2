"""The last day of a comment that silenced a finding has passed.

The reason held until that day; the finding is shown again, and somebody has to decide anew. Where a run has no
clock, as in a commit hook, nothing expires.

When to ignore: never; mend the finding, or give a new day with the reason why it may stay.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.suppressions import Suppression, Suppressions
from okrlint.source.document import Document


def check(suppressions: Suppressions, context: Context) -> Iterator[Problem]:
    """Tell of each comment whose day has passed."""
    yield from (_problem(suppression, suppressions.document) for suppression in suppressions.expired)


def _problem(suppression: Suppression, document: Document) -> Problem:
    from okrlint.linting.comment_fixes import delete_comment

    rules = " and ".join(f"`{rule}`" for rule in suppression.rules)
    return Problem(
        suppression.location,
        f"{rules} was silenced until {suppression.until}; that day has passed",
        "mend the finding, or give a new day and the reason why it may stay",
        fix=delete_comment(document, suppression),
    )


RULE = Rule(
    id="expired-suppression",
    group="housekeeping",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
# okrlint: ignore[task-like-key-result] the law asks for it, until 2026-10-31  # <- that day has passed
title: Publish the accessibility statement
metric: Accessibility statement
type: done
""",
            without=("baseline", "growth"),
            as_of="2026-11-15",
            fixed="""
- # okrlint: ignore[task-like-key-result] the law asks for it, until 2026-10-31
""",
        ),
    ),
    good=(
        Example(
            """
# okrlint: ignore[task-like-key-result] the law asks for it, until 2026-12-31
title: Publish the accessibility statement
metric: Accessibility statement
type: done
""",
            without=("baseline", "growth"),
            as_of="2026-11-15",
        ),
    ),
)
