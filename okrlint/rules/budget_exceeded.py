"""The sessions that the plan needs cost more than the quarter's budget.

Somebody who decides on money would rather hear it at the start of the quarter than at its end, when it is too
late to invest and the leads are missing. The cost is that of every channel with a `cost_per_session`, after
growth that is out of reach for one channel has been given to the others.

When to ignore: never while the plan is open; raise the budget, or plan less.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from okrlint.linting.finding import Problem, Severity
from okrlint.linting.rule import Context, Example, Rule
from okrlint.model.pipeline import Pipeline
from okrlint.model.quantity import format_quantity


def check(pipeline: Pipeline, context: Context) -> Iterator[Problem]:
    """Compare the cost of the plan with the budget."""
    from okrlint.planning.read_inputs import calculation_of

    plan = calculation_of(pipeline) if pipeline.budget is not None and pipeline.channels else None
    if plan is None or plan.inputs.budget is None or plan.cost <= plan.inputs.budget:
        return
    sign, budget = plan.inputs.currency, plan.inputs.budget
    cost = plan.cost.to_integral_value(ROUND_CEILING)
    affordable = plan.affordable.to_integral_value(ROUND_FLOOR)
    yield Problem(
        pipeline.at("budget"),
        f"the sessions cost {_money(cost, sign)}, {_money(cost - budget, sign)} more than the budget of "
        f"{_money(budget, sign)}",
        f"ask for the difference now, or plan with the {affordable:,} leads that the budget buys",
        address=pipeline.address,
    )


def _money(amount: Decimal, sign: str) -> str:
    return format_quantity(amount, sign)


_PAID = """
budget: {budget}
channels:
  - id: search
    class: paid
    sessions:
      2026-07: 15000
      2026-08: 15525
      2026-09: 16500
    leads:
      2026-07: 600
      2026-08: 621
      2026-09: 660
    cost_per_session: 2
"""

RULE = Rule(
    id="budget-exceeded",
    group="pipeline plan",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    bad=(
        Example(
            _PAID.format(budget="100000  # <- the sessions cost $108,622, $8,622 more than the budget of $100,000"),
            at="pipeline",
        ),
    ),
    good=(Example(_PAID.format(budget=110000), at="pipeline"),),
)
