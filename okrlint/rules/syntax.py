"""The file cannot be read as plain YAML.

Nothing else in such a file can be judged, so this comes first and cannot be switched off. Plans are plain YAML:
one document a file, no anchors, aliases, merge keys or tags, and each key once. That keeps a change readable in
a pull request and a surprise out of the numbers.

When to ignore: never; every message says what to write instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.model.okr_file import OkrFile
from okrlint.source.span import Location


def check(file: OkrFile, context: Context) -> Iterator[Problem]:
    """Pass on what the reader found."""
    for problem in file.document.problems:
        first = problem.first
        related = (Related(Location(file.path, first), "the first one"),) if first is not None else ()
        yield Problem(Location(file.path, problem.span), problem.message, problem.hint, related)


RULE = Rule(
    id="syntax",
    group="housekeeping",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            """
title: Q4: win the agencies  # <- the value of `title` has a second `: `
"""
        ),
        Example(
            """
growth: 25%
growth: 30%  # <- `growth` stands here twice
"""
        ),
    ),
    good=(
        Example(
            """
title: "Q4: increase leads by 25%"
"""
        ),
    ),
)
