"""An objective is at par on average, and one of its key results did not move at all.

1.0, 0.9 and 0.0 make 0.63, which looks like a good quarter. A key result stands for something that the objective
needs; where it stayed at 0 the question is whether the objective was reached without it. Reports show the smallest
score beside every mean for the same reason. Dropped key results are in no mean.

When to ignore: when the key result turned out not to matter for the objective, and the close says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.final_score import final_score
from okrlint.linting.finding import Problem, Related, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.prose import quoted
from okrlint.model.key_result import KeyResult
from okrlint.model.objective import Objective
from okrlint.model.plan import Plan
from okrlint.model.progress import weighted_mean
from okrlint.model.quantity import format_number
from okrlint.model.score_words import PAR_LOW


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look at the means of a closed plan."""
    if plan.status == "closed":
        for objective in plan.counted:
            yield from _objective(objective)


def _objective(objective: Objective) -> Iterator[Problem]:
    scored = [(kr, reached) for kr in objective.counted if kr.weight > 0 and (reached := final_score(kr)) is not None]
    still = [kr for kr, reached in scored if reached == 0]
    mean = weighted_mean([(reached, kr.weight) for kr, reached in scored]) if still else None
    if mean is not None and mean >= PAR_LOW:
        yield Problem(
            objective.at(),
            f"{quoted(objective.name)} averages {format_number(mean, 2)}, and {_names(still)} ended at 0",
            "ask whether the objective was reached without it, and say so under `learned`",
            tuple(Related((kr.close or kr).at(), "did not move") for kr in still),
            objective.address,
        )


def _names(still: list[KeyResult]) -> str:
    return quoted(still[0].name) if len(still) == 1 else f"{len(still)} of its key results"


_PLAN = """
kind: plan
version: 1
team: marketing
quarter: 2026-Q4
status: closed
objectives:
  - id: demand
    title: Make agencies ask for us by name{mark}
    owner: ana
    key_results:
      - id: leads
        title: Increase leads by 25%
        owner: ben
        metric: Leads of agencies
        baseline: 1900
        growth: 25%
        check_ins: {{2026-12-28: 2380}}
        close: {{score: 1.0}}
      - id: reviews
        title: Raise public reviews to 60
        owner: ben
        baseline: 44
        target: 60
        check_ins: {{2026-12-28: 58}}
        close: {{score: 0.88}}
      - id: nps
        title: Raise the net promoter score to 40
        owner: ana
        baseline: 31
        target: 40
        check_ins: {{2026-12-28: {value}}}
        close: {{score: {score}}}
"""

RULE = Rule(
    id="average-hides-zero",
    group="ambition and scoring",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            _PLAN.format(
                mark='  # <- averages 0.63, and "Raise the net promoter score to 40" ended at 0',
                value=31,
                score="0.0",
            ),
            at="file",
        ),
    ),
    good=(Example(_PLAN.format(mark="", value=34, score=0.33), at="file"),),
)
