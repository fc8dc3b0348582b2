"""Nobody said whether an objective is a promise or a stretch.

A committed key result is a promise: only 1 will do, and whoever depends on it may count on it. An aspirational one
is a stretch: 0.6 to 0.7 is a good result. Where it is not said the owner thinks of the one and the reader of the
other, and a 0.7 can be a success or a broken promise. The objective says it for its key results; a key result may
say it for itself.

When to ignore: where a company knows only one of the two; switch the rule off then.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.limits import counted
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look for objectives that leave it open for some of their key results."""
    for objective in plan.counted:
        if objective.commitment is None:
            open_ones = sum(kr.stated_commitment is None for kr in objective.counted)
            if open_ones:
                yield _problem(objective, open_ones)


def _problem(objective: Objective, open_ones: int) -> Problem:
    subject, verb = quoted(objective.name), "is"
    if open_ones < len(objective.counted):
        subject, verb = f"{counted(open_ones, 'key result')} of {subject}", "is" if open_ones == 1 else "are"
    return Problem(
        objective.at("commitment"),
        f"{subject} {verb} neither committed nor aspirational",
        "write `commitment: aspirational` (0.6 to 0.7 is a good result) or `commitment: committed` (only 1 will do)",
        address=objective.address,
    )


RULE = Rule(
    id="commitment-missing",
    group="ambition and scoring",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            "title: Make agencies ask for us by name  # <- is neither committed nor aspirational",
            at="objective",
            without=("commitment",),
        ),
    ),
    good=(
        Example("commitment: aspirational", at="objective"),
        Example(
            """
key_results:
  - id: leads
    title: Increase leads by 25%
    owner: ben
    commitment: aspirational
    baseline: 1881
    growth: 25%
  - id: cost
    title: Lower the cost per lead to $34
    owner: ben
    commitment: aspirational
    baseline: $40
    target: $34
  - id: prices
    title: Put every price on the website
    owner: ana
    commitment: committed
    type: done
""",
            at="objective",
            without=("commitment",),
        ),
    ),
)
