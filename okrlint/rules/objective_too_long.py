"""An objective does not fit on one line.

People repeat an objective in meetings, on slides and in their heads, or they do not know it. What needs a second
line mostly holds a second objective, a reason or a number; reasons belong into `why`, numbers into key results.
The address behind a link does not count. Closed plans are left alone.

When to ignore: when a product or a customer with a long name has to be in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.plan import Plan
from okrlint.records import Record


class Options(Record):
    """The limit."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"max": (1, None)}

    max: int = 70
    """Most characters of an objective's title."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Count the characters that a reader sees."""
    if plan.status == "closed":
        return
    limit = context.options.max
    for objective in plan.counted:
        title = objective.title or ""
        length = len(title) if len(title) <= limit else len(_seen(title))
        if length > limit:
            yield Problem(
                objective.at("title"),
                f"{quoted(title)} has {length} characters; the limit is {limit}",
                "say in one line what you want to become; move reasons to `why` and numbers to key results",
                address=objective.address,
            )


def _seen(title: str) -> str:
    """A title as it is shown: on one line, without marks of Markdown and without addresses."""
    return " ".join(_marks().sub("", title).split())


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"(?<=\])\([^()\s]{0,400}\)|https?://[^\s)>\]]*|[\[\]*`]")


RULE = Rule(
    id="objective-too-long",
    group="wording",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example(
            """
title: >-  # <- has 117 characters; the limit is 70
  Become the tool that agencies think of first, by being where they talk to each other and by
  making reports a pleasure
""",
            at="objective",
        ),
    ),
    good=(
        Example("title: Become the first name that small agencies think of", at="objective"),
        Example(
            "title: Win [small agencies](https://wiki.example/segments/small-agencies-in-the-north) for good",
            at="objective",
        ),
    ),
)
