"""A comment that should silence a finding is not written so that it can.

It needs the name of a rule and a reason in words, and may end in a last day: `# okrlint: ignore[placeholder]
the board decides in May, until 2026-05-31`. Without a reason nobody can tell later whether it still holds, and
a misspelled rule silences nothing.

When to ignore: never; the message says what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Fix, Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.suppressions import Suppression, Suppressions
from okrlint.source.document import Document


def check(suppressions: Suppressions, context: Context) -> Iterator[Problem]:
    """Pass on what is wrong with each comment."""
    for suppression in suppressions.invalid:
        yield Problem(
            suppression.location,
            f"the suppression {suppression.fault}",
            "write `# okrlint: ignore[rule-id] reason, until 2026-12-31`; the last day may be left out",
            fix=_fix(suppression, suppressions.document),
        )


def _fix(suppression: Suppression, document: Document) -> Fix | None:
    """The comment deleted, where it gives no reason that would be lost with it."""
    from okrlint.linting.comment_fixes import delete_comment

    words = document.text.slice(suppression.location.span).partition("okrlint:")[2].strip()
    says_why = suppression.reason or (not suppression.rules and words.replace("[]", "") not in ("", "ignore"))
    return None if says_why else delete_comment(document, suppression)


RULE = Rule(
    id="invalid-suppression",
    group="housekeeping",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
# okrlint: ignore[too-many-goals] the board asked for it  # <- names `too-many-goals`, which is no rule
title: Increase leads by 25%
"""
        ),
        Example(
            """
title: Increase leads by 25%  # okrlint: ignore placeholder  # <- is not written
"""
        ),
        Example(
            """
title: Increase leads by 25%  # okrlint: ignore[title-disagrees]  # <- gives no reason
""",
            fixed="""
- title: Increase leads by 25%  # okrlint: ignore[title-disagrees]
+ title: Increase leads by 25%
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
        ),
    ),
)
