"""Most key results of an objective are only done or not done.

Until the last day they say nothing: no pace, nothing to learn from, and in the end 0 or 1. Steps help where there
is no number (`milestones`, each with its share), and often there is a number after all: not "portal launched"
but how many customers use it. A `type: done`, or `milestones` with a single step, counts as yes or no. Closed
plans are left alone.

When to ignore: for teams whose work is passed or failed by others, such as audits; a settings entry under
`per_file` does it for a whole team.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.rule import Bounds, Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan
from okrlint.records import Record

_FEWEST = 2
"""One yes or no alone is no habit."""


class Options(Record):
    """The limit."""

    BOUNDS: ClassVar[dict[str, Bounds]] = {"share": (0, 100)}

    share: int = 50
    """Largest share of an objective's key results, in percent, that may be done or not done."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Count the key results without degrees, objective by objective."""
    if plan.status == "closed":
        return
    for objective in plan.counted:
        plain = [key_result for key_result in objective.counted if _is_yes_or_no(key_result)]
        number = len(objective.counted)
        if len(plain) >= _FEWEST and 100 * len(plain) > context.options.share * number:
            how_many = "all" if len(plain) == number else f"{len(plain)} of"
            yield Problem(
                objective.at(),
                f"{how_many} {number} key results of {quoted(objective.name)} are only done or not done",
                "measure what changes through them, or part them into `milestones`",
                tuple(Related(kr.at(), "done or not done") for kr in plain),
                objective.address,
            )


def _is_yes_or_no(key_result: KeyResult) -> bool:
    if key_result.type == "milestones":
        return len(key_result.milestones) == 1
    return key_result.type == "done"


_LAUNCHES = """
title: Agencies run their clients' reports on us{mark}
key_results:
  - {{id: portal, title: Partners sign the portal's terms, owner: ben, type: done}}
  - {{id: audit, title: The auditor signs our report, owner: ana, {second}}}
  - {{id: share, title: Raise reports sent by partners to 12%, owner: ben, baseline: 8%, target: 12%}}
"""

RULE = Rule(
    id="too-many-yes-no",
    group="measure",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    options=Options,
    bad=(
        Example(
            _LAUNCHES.format(mark="  # <- 2 of 3 key results of", second="type: done"),
            at="objective",
        ),
    ),
    good=(
        Example(
            _LAUNCHES.format(mark="", second="milestones: [{title: Controls in place}, {title: Report signed}]"),
            at="objective",
        ),
    ),
)
