"""An objective pushes volume, and nothing beside it watches cost, quality or retention.

Every volume can be bought: leads that never answer, trials that nobody needed, visits at any price. One
key result beside it, or a `guard`, keeps the growth sensible.

When to ignore: when another objective of the plan, or another team, watches what the volume costs.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.limits import counted
from okrlint.linting.rule import Context, Example, Rule
from okrlint.linting.wording.pipeline import is_pipeline, is_rate, measured_text, names_supporting_metric
from okrlint.linting.wording.prose import quoted
from okrlint.model.key_result import KeyResult
from okrlint.model.plan import Plan

_SUPPORTING = ("cost", "quality", "product")
"""Categories of company.yaml that keep a volume honest; retention is among those of the product."""


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """Look for objectives with volume and nothing else."""
    for objective in plan.counted:
        unwatched = [kr for kr in objective.counted if is_pipeline(kr, context.language) and kr.guard is None]
        if unwatched and not any(_is_supporting(kr, context.language) for kr in objective.counted):
            volume = counted(len(unwatched), "volume key result")
            yield Problem(
                objective.at(),
                f"{quoted(objective.name)} has {volume} and none on cost, quality or retention",
                "add one, or name the metric that must not suffer as `guard`",
                address=objective.address,
            )


def _is_supporting(key_result: KeyResult, language: str) -> bool:
    registered = key_result.registered
    if registered is not None and registered.category in _SUPPORTING:
        return True
    if is_rate(key_result) or key_result.type in ("at-most", "between"):
        return True
    texts = (measured_text(key_result), key_result.title or "")
    return any(names_supporting_metric(text, language) for text in texts)


_VOLUME = """
title: Make agencies ask for us by name{mark}
key_results:
  - {{id: leads, title: Increase leads by 25%, owner: ben, baseline: 1881, growth: 25%}}
  - {{id: trials, title: Increase trials by 20%, owner: ben, baseline: 640, growth: 20%}}
  - {third}
"""

RULE = Rule(
    id="supporting-metric-missing",
    group="pipeline growth",
    severity=Severity.INFO,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            _VOLUME.format(
                mark="  # <- has 3 volume key results and none on cost, quality or retention",
                third="{id: demos, title: Increase demo requests by 15%, owner: ana, baseline: 90, growth: 15%}",
            ),
            at="objective",
        ),
    ),
    good=(
        Example(
            _VOLUME.format(
                mark="",
                third="{id: cost, title: Lower the cost per lead to $34, owner: ana, baseline: $40, target: $34}",
            ),
            at="objective",
        ),
    ),
)
