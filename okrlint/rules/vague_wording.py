"""A key result promises a change by a soft word and by nothing that could be counted.

"Improve responsiveness" is reached on any day on which somebody says so. The same words are fine beside a number
("improve the first reply from 9 h to 7 h"), where the fields, the metric, the steps or the note hold one, or where
something says when it is reached ("so that nobody waits"). Objectives may be as soft as they like, and closed
plans are left alone. Titles that describe work have a rule of their own.

When to ignore: when everybody involved would answer "is it done?" in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.unmeasured import has_number_in_words, unmeasured
from okrlint.linting.wording.place import place_of
from okrlint.linting.wording.placeholders import slots
from okrlint.linting.wording.prose import quoted
from okrlint.linting.wording.tasks import task
from okrlint.linting.wording.vague import Soft, soft_word
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.records import Record


class Options(Record):
    """What is soft here."""

    words: tuple[str, ...] = ()
    """Further soft words."""
    allow: tuple[str, ...] = ()
    """Words and phrases that mean something exact in your trade."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Read the titles of the key results that nothing else measures."""
    if plan.status == "closed":
        return
    for key_result in unmeasured(plan):
        found = _soft(key_result, context)
        if found is not None:
            yield Problem(
                place_of(key_result, "title", found.start, found.end),
                f'nothing says how much "{found.text}" is: {quoted(key_result.title or "")}',
                "say from what to what, by a number that can be read today",
                address=key_result.address,
            )


def _soft(key_result: KeyResult, context: Context) -> Soft | None:
    title = key_result.title or ""
    found = soft_word(context.heard(title), context.language)
    if found is None or has_number_in_words(key_result, context.language):
        return None
    return None if slots(title, context.language) or task(title, (), context.language) else found


RULE = Rule(
    id="vague-wording",
    group="wording",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    options=Options,
    own_words="vague/adjectives",
    bad=(
        Example(
            """
title: Improve responsiveness  # <- nothing says how much "Improve" is
metric: Answers to customers
type: done
""",
            without=("baseline", "growth", "guard"),
        ),
        Example(
            """
title: Seamless sign-up for agencies  # <- nothing says how much "Seamless" is
metric: Sign-up
milestones:
  - title: Draft agreed
  - title: Live
""",
            without=("baseline", "growth", "guard"),
        ),
    ),
    good=(
        Example(
            """
title: Improve the first reply from 9 h to 7 h
metric: Median time to the first reply
baseline: 9 h
target: 7 h
""",
            without=("growth", "guard"),
        ),
        Example(
            """
title: Onboarding is so much better that nobody calls us
metric: Onboarding
type: done
""",
            without=("baseline", "growth", "guard"),
        ),
    ),
)
